// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/appearance.h"

#include "ui/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QScopedValueRollback>
#include <QTimer>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr double usualSize = 10;

/**
 * The desktop's font. Where no desktop chose one, Qt takes fontconfig's last resort at 9 points, which reads
 * badly beside Chinese: then a face that was drawn for both.
 */
QFont readingFont(QFont font)
{
    const bool chosen = font.pointSizeF() != 9 || QFontInfo(font).family() != "DejaVu Sans"_L1;
    if (chosen) {
        return font;
    }
    for (const QString &face : {u"Noto Sans"_s, u"Noto Sans CJK SC"_s}) {
        if (QFontDatabase::hasFamily(face)) {
            font.setFamily(face);
            font.setPointSizeF(usualSize);
            break;
        }
    }
    return font;
}

} // namespace

Appearance::Appearance(QApplication &application, const Settings &settings)
    : m_application(application)
    , m_settings(settings)
    , m_desktopFont(readingFont(QApplication::font()))
{
    application.installEventFilter(this);
    connect(&settings, &Settings::changed, this, &Appearance::apply);
    apply();
}

bool Appearance::eventFilter(QObject *watched, QEvent *event)
{
    // Qt 6.4 has no QStyleHints::colorScheme: the desktop's palette is what tells
    const bool desktopChanged =
        event->type() == QEvent::ThemeChange ||
        (event->type() == QEvent::ApplicationPaletteChange && watched == &m_application);
    const bool follows = m_settings.theme() == ThemeChoice::Auto || m_settings.contrast() == Contrast::Auto;
    if (desktopChanged && !m_applying && follows) {
        QTimer::singleShot(0, this, &Appearance::apply);
    }
    return QObject::eventFilter(watched, event);
}

const Colours &Appearance::desktopColours()
{
    QApplication::setPalette(QPalette()); // back to the desktop's own
    return colours(QApplication::palette());
}

void Appearance::apply()
{
    const QScopedValueRollback applying(m_applying, true);
    const ThemeChoice theme = m_settings.theme();
    const Contrast contrast = m_settings.contrast();
    const Colours &desktop = desktopColours();
    const bool dark = theme == ThemeChoice::Auto ? desktop.dark : theme == ThemeChoice::Dark;
    const bool high = contrast == Contrast::Auto ? desktop.highContrast : contrast == Contrast::High;
    const Colours &chosen =
        high ? (dark ? darkHighContrast() : lightHighContrast()) : (dark ? darkColours() : lightColours());
    QApplication::setPalette(paletteOf(chosen));
    QApplication::setFont(scaled(m_desktopFont, m_settings.textScale() / 100.0));
}

} // namespace paperdawn
