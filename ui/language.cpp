// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>

namespace paperdawn {

using namespace Qt::StringLiterals;

Language::Language(const Settings &settings)
    : m_settings(settings)
    , m_system(QLocale::system())
{
    connect(&settings, &Settings::changed, this, &Language::apply);
    apply();
}

Language::~Language() = default;

void Language::apply()
{
    const QString chosen = m_settings.language();
    const QLocale locale = chosen.isEmpty() ? m_system : QLocale(chosen);
    if (m_applied && locale == m_locale) {
        return;
    }
    m_applied = true;
    m_locale = locale;
    // dates and numbers in the language of the words, in the system's way where the languages agree
    QLocale::setDefault(locale.language() == m_system.language() ? m_system : locale);
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_qt.load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&m_qt);
    }
    // without words of its own a language gets English, with its plurals
    const QLocale english(QLocale::English);
    if (m_own.load(locale, u"paperdawn"_s, u"_"_s, u":/i18n"_s) ||
        m_own.load(english, u"paperdawn"_s, u"_"_s, u":/i18n"_s)) {
        QCoreApplication::installTranslator(&m_own);
    }
}

} // namespace paperdawn
