// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace paperdawn {

/** A title with the remarks of the model that translated it ("以下是翻译：", "（翻译说明：…"). */
struct Headline
{
    QString title;
    QString remarks; ///< null if there are none
};

/**
 * What of a translated title is the title: its first paragraph, or the one behind an introduction that ends
 * in a colon, without the asterisks of bold. Nothing is lost: title and remarks together say it all. Thread:
 * any.
 */
[[nodiscard]] Headline headlineOf(const QString &title);

} // namespace paperdawn
