// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QTranslator>
#include <optional>

namespace paperdawn {

/**
 * The language that the program speaks. Owned by main, after the application object; thread: main. Widgets
 * hear of a change by QEvent::LanguageChange.
 */
class Language final
{
public:
    /**
     * "en", "zh_CN", or empty for the system's; anything that there is no translation for is English. Dates
     * and numbers go with the words, in the system's way where the languages agree.
     */
    void speak(const QString &name);

private:
    const QLocale m_system = QLocale::system(); ///< as it was before any choice
    std::optional<QLocale> m_spoken;
    QTranslator m_words;
    QTranslator m_qt; ///< Qt's own buttons and dialogs, where its translations are installed
};

} // namespace paperdawn
