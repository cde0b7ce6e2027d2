// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QFontInfo>
#include <QtMath>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

Colours madeLight()
{
    Colours c;
    c.window = QColor(0xf5f5f3U);
    c.paper = QColor(0xffffffU);
    c.hover = QColor(0xf4f5f7U);
    c.selection = QColor(0xe3ebf8U);
    c.selectionIdle = QColor(0xededecU);
    c.line = QColor(0xe2e2dfU);
    c.edge = QColor(0xc4c5c8U);
    c.ink = QColor(0x1d1e21U);
    c.muted = QColor(0x5c6066U);
    c.faint = QColor(0xb4b6baU);
    c.accent = QColor(0x2f5aa8U);
    c.onAccent = QColor(0xffffffU);
    c.warn = QColor(0x7d5200U);
    c.failed = QColor(0xa8261cU);
    c.good = QColor(0x256b3aU);
    c.heat = {QColor(0xe9eff9U), QColor(0xd0dff4U), QColor(0xaec7ecU), QColor(0x86a9dfU), QColor(0x5f8acdU)};
    c.heatInk = {c.ink, c.ink, c.ink, c.ink, QColor(0x0b0c0eU)};
    return c;
}

Colours madeDark()
{
    Colours c;
    c.dark = true;
    c.window = QColor(0x202124U);
    c.paper = QColor(0x191a1cU);
    c.hover = QColor(0x222427U);
    c.selection = QColor(0x29364dU);
    c.selectionIdle = QColor(0x2c2d31U);
    c.line = QColor(0x323438U);
    c.edge = QColor(0x4b4e55U);
    c.ink = QColor(0xd9dbdeU);
    c.muted = QColor(0xa6a9afU);
    c.faint = QColor(0x63666cU);
    c.accent = QColor(0x93b4f3U);
    c.onAccent = QColor(0x10131aU);
    c.warn = QColor(0xe0b25cU);
    c.failed = QColor(0xf2938aU);
    c.good = QColor(0x85c797U);
    c.heat = {QColor(0x252c38U), QColor(0x2b3a52U), QColor(0x334b72U), QColor(0x3c5f97U), QColor(0x7ea3e6U)};
    c.heatInk = {c.ink, c.ink, c.ink, QColor(0xffffffU), QColor(0x0b0c0eU)};
    return c;
}

Colours madeLightHighContrast()
{
    Colours c;
    c.highContrast = true;
    c.window = QColor(0xffffffU);
    c.paper = QColor(0xffffffU);
    c.hover = QColor(0xececedU);
    c.selection = QColor(0xd6e4ffU);
    c.selectionIdle = QColor(0xe2e2e4U);
    c.line = QColor(0x767678U);
    c.edge = QColor(0x000000U);
    c.ink = QColor(0x000000U);
    c.muted = QColor(0x2e2f31U);
    c.faint = QColor(0x6a6b6eU);
    c.accent = QColor(0x003087U);
    c.onAccent = QColor(0xffffffU);
    c.warn = QColor(0x573800U);
    c.failed = QColor(0x8a0000U);
    c.good = QColor(0x004a1eU);
    c.heat = {QColor(0xe9effaU), QColor(0xc9dbf8U), QColor(0xa5c3f2U), QColor(0x86aee9U), QColor(0x003087U)};
    c.heatInk = {c.ink, c.ink, c.ink, c.ink, c.onAccent};
    return c;
}

Colours madeDarkHighContrast()
{
    Colours c;
    c.dark = true;
    c.highContrast = true;
    c.window = QColor(0x000000U);
    c.paper = QColor(0x000000U);
    c.hover = QColor(0x1c1d1fU);
    c.selection = QColor(0x16305fU);
    c.selectionIdle = QColor(0x2a2b2eU);
    c.line = QColor(0x8a8b8eU);
    c.edge = QColor(0xffffffU);
    c.ink = QColor(0xffffffU);
    c.muted = QColor(0xdadbddU);
    c.faint = QColor(0x98999cU);
    c.accent = QColor(0xb5cfffU);
    c.onAccent = QColor(0x000000U);
    c.warn = QColor(0xffd27aU);
    c.failed = QColor(0xffb9b2U);
    c.good = QColor(0xa9e6b8U);
    c.heat = {QColor(0x14223aU), QColor(0x1c345cU), QColor(0x264878U), QColor(0x2c5490U), QColor(0xb5cfffU)};
    c.heatInk = {c.ink, c.ink, c.ink, c.ink, c.onAccent};
    return c;
}

constexpr double usualPixels = 13;
constexpr double smallScale = 0.9;
constexpr double largeScale = 1.35;

/** Faces in the order of liking; those that are not installed do no harm. */
QStringList facesOf(QStringView language)
{
    const auto is = [&](QLatin1StringView tag) { return language.startsWith(tag, Qt::CaseInsensitive); };
    if (is("zh-Hant"_L1) || is("zh-TW"_L1) || is("zh_TW"_L1)) {
        return {u"Noto Sans CJK TC"_s, u"Source Han Sans TC"_s, u"PingFang TC"_s, u"Microsoft JhengHei"_s};
    }
    if (is("zh"_L1)) {
        return {u"Noto Sans CJK SC"_s, u"Source Han Sans SC"_s, u"PingFang SC"_s, u"Microsoft YaHei"_s,
                u"WenQuanYi Micro Hei"_s};
    }
    if (is("ja"_L1)) {
        return {u"Noto Sans CJK JP"_s, u"Source Han Sans JP"_s, u"Hiragino Sans"_s, u"Yu Gothic UI"_s};
    }
    if (is("ko"_L1)) {
        return {u"Noto Sans CJK KR"_s, u"Source Han Sans KR"_s, u"Apple SD Gothic Neo"_s, u"Malgun Gothic"_s};
    }
    return {};
}

} // namespace

const Colours &lightColours()
{
    static const Colours light = madeLight();
    return light;
}

const Colours &darkColours()
{
    static const Colours dark = madeDark();
    return dark;
}

const Colours &lightHighContrast()
{
    static const Colours light = madeLightHighContrast();
    return light;
}

const Colours &darkHighContrast()
{
    static const Colours dark = madeDarkHighContrast();
    return dark;
}

const Colours &colours(const QPalette &palette)
{
    const QColor ground = palette.color(QPalette::Window);
    const bool dark = ground.lightness() < 128;
    const int most = 255;
    const int distance = qAbs(ground.lightness() - palette.color(QPalette::WindowText).lightness());
    if (distance == most) {
        return dark ? darkHighContrast() : lightHighContrast();
    }
    return dark ? darkColours() : lightColours();
}

QPalette paletteOf(const Colours &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.ink);
    palette.setColor(QPalette::Base, c.paper);
    palette.setColor(QPalette::AlternateBase, c.hover);
    palette.setColor(QPalette::Text, c.ink);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Button, c.dark ? c.selectionIdle : c.paper);
    palette.setColor(QPalette::ButtonText, c.ink);
    palette.setColor(QPalette::BrightText, c.failed);
    palette.setColor(QPalette::ToolTipBase, c.dark ? c.selectionIdle : c.paper);
    palette.setColor(QPalette::ToolTipText, c.ink);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.onAccent);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::LinkVisited, c.accent);
    // Fusion draws its outlines and grooves from these
    palette.setColor(QPalette::Light, c.dark ? c.line : c.paper);
    palette.setColor(QPalette::Midlight, c.line);
    palette.setColor(QPalette::Mid, c.line);
    palette.setColor(QPalette::Dark, c.dark ? QColor(0x141517U) : c.faint);
    palette.setColor(QPalette::Shadow, c.dark ? QColor(0x000000U) : c.faint);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, c.faint);
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, c.selectionIdle);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, c.muted);
    return palette;
}

QFont faceFor(QFont font, QStringView language)
{
    const QStringList faces = facesOf(language);
    if (!faces.isEmpty()) {
        // Latin letters keep the desktop's face, and only what it has not is taken from the language's
        font.setFamilies(QStringList(font.family()) + faces);
    } else if (font.family().startsWith("Noto Sans CJK"_L1)) {
        font.setFamily(u"Noto Sans CJK KR"_s); // the one of them whose quotation marks are not as wide as a
                                               // Han character
    }
    return font;
}

int beside(const QFont &font, int pixels)
{
    return qRound(pixels * QFontInfo(font).pixelSize() / usualPixels);
}

QFont scaled(QFont font, double by)
{
    if (font.pointSizeF() > 0) {
        font.setPointSizeF(font.pointSizeF() * by);
    } else {
        font.setPixelSize(qRound(font.pixelSize() * by));
    }
    return font;
}

QFont smaller(const QFont &font)
{
    return scaled(font, smallScale);
}

QFont larger(const QFont &font)
{
    return scaled(font, largeScale);
}

int lineHeight(const QFont &font, QStringView language)
{
    const double leading = facesOf(language).isEmpty() ? 1.4 : 1.6;
    const int height = qCeil(QFontInfo(font).pixelSize() * leading);
    return (height + 1) / 2 * 2;
}

} // namespace paperdawn
