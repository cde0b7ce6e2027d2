// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QFont>
#include <QObject>

class QApplication;

namespace paperdawn {

struct Colours;

/**
 * Keeps the application's palette and font as the settings and the desktop want them: light, dark, or as the
 * desktop is (asked again whenever it changes), text at its scale. Thread: UI. Owned by main.
 */
class Appearance final : public QObject
{
    Q_OBJECT
public:
    Appearance(QApplication &application, const Settings &settings);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();
    [[nodiscard]] static const Colours &desktopColours();

    QApplication &m_application;
    const Settings &m_settings;
    QFont m_desktopFont;
    bool m_applying = false;
};

} // namespace paperdawn
