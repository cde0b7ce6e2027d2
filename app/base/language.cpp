// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace paperdawn {

using namespace Qt::StringLiterals;

void Language::speak(const QString &name)
{
    const QLocale locale = name.isEmpty() ? m_system : QLocale(name);
    if (locale == m_spoken) {
        return; // translators installed anew would have every widget retranslate itself
    }
    m_spoken = locale;
    QLocale::setDefault(locale.language() == m_system.language() ? m_system : locale);
    QCoreApplication::removeTranslator(&m_words);
    QCoreApplication::removeTranslator(&m_qt);
    // the English file holds the plurals, so that there is one for every language that is spoken
    const bool found = m_words.load(locale, u"paperdawn"_s, u"_"_s, u":/i18n"_s) ||
                       m_words.load(u":/i18n/paperdawn_en.qm"_s);
    if (found) {
        QCoreApplication::installTranslator(&m_words);
    }
    if (m_qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qt);
    }
}

} // namespace paperdawn
