// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QLocale>
#include <QObject>
#include <QTranslator>

namespace paperdawn {

/**
 * The language of the program: the settings' or the system's. Changes take effect at once: every widget is
 * told by QEvent::LanguageChange. Thread: UI. Owned by main.
 */
class Language final : public QObject
{
    Q_OBJECT
public:
    explicit Language(const Settings &settings);
    ~Language() override;

private:
    void apply();

    const Settings &m_settings;
    QLocale m_system;
    QLocale m_locale;
    QTranslator m_own;
    QTranslator m_qt; ///< Qt's own words: dialogs' buttons, menus of text fields
    bool m_applied = false;
};

} // namespace paperdawn
