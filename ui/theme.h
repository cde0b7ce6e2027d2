// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QStringView>
#include <array>

namespace paperdawn {

/** The 4 px grid: every margin, gap and height is one of these, or a sum of them. */
namespace grid {
inline constexpr int unit = 4;
inline constexpr int gap = 8;      ///< between things that belong together
inline constexpr int pad = 12;     ///< inside a pane's edge
inline constexpr int section = 16; ///< between groups
inline constexpr int wide = 24;    ///< around text that is read
/** `pixels` rounded up to the grid. */
[[nodiscard]] constexpr int up(int pixels)
{
    return (pixels + unit - 1) / unit * unit;
}
} // namespace grid

/**
 * Every colour, by what it is for. All inks (ink, muted, accent, warn, failed, good) have a contrast of at
 * least 4.5:1 on window, paper, hover and selection, with high contrast 7:1; nothing is said by colour alone.
 */
struct Colours
{
    bool dark = false;
    bool highContrast = false;
    QColor window;                 ///< behind the panes: sidebar, bars
    QColor paper;                  ///< behind text that is read: table, detail pane
    QColor hover;                  ///< under the pointer
    QColor selection;              ///< of the view that has the keyboard
    QColor selectionIdle;          ///< of the others
    QColor line;                   ///< hairlines
    QColor edge;                   ///< outlines of fields and buttons, handles of scroll bars
    QColor ink;                    ///< text
    QColor muted;                  ///< second text: read rows, authors, captions
    QColor faint;                  ///< disabled text and empty outlines; never text that matters
    QColor accent;                 ///< the one accent: star, unread dot, links
    QColor onAccent;               ///< text on accent
    QColor warn;                   ///< incomplete, selection, approximate
    QColor failed;                 ///< failed, damaged
    QColor good;                   ///< complete
    std::array<QColor, 5> heat;    ///< of the calendar, few to many papers
    std::array<QColor, 5> heatInk; ///< text on them
};

[[nodiscard]] const Colours &lightColours();
[[nodiscard]] const Colours &darkColours();
[[nodiscard]] const Colours &lightHighContrast();
[[nodiscard]] const Colours &darkHighContrast();
/**
 * The colours that go with a palette, be it the desktop's own: with high contrast where it is black on white
 * or white on black. A widget asks `colours(palette())` when it paints.
 */
[[nodiscard]] const Colours &colours(const QPalette &palette);
/** The palette made of them, for Fusion. */
[[nodiscard]] QPalette paletteOf(const Colours &colours);

/** `font` with the faces for text in `language` (BCP 47: "zh-Hans", "ja", "en"; empty = no opinion). */
[[nodiscard]] QFont faceFor(QFont font, QStringView language);
/** `pixels` that were chosen beside text of the usual size, for `font`. */
[[nodiscard]] int beside(const QFont &font, int pixels);
/** `font` at `by` times its size. */
[[nodiscard]] QFont scaled(QFont font, double by);
/** The other text size: captions, authors, chips. Lists use these two sizes only. */
[[nodiscard]] QFont smaller(const QFont &font);
/** The size of a heading (detail pane, empty pages). */
[[nodiscard]] QFont larger(const QFont &font);
/** The height of a line of `font` with room to breathe: 1.4 for Latin, 1.6 for Chinese, on the grid's half.
 */
[[nodiscard]] int lineHeight(const QFont &font, QStringView language = {});

} // namespace paperdawn
