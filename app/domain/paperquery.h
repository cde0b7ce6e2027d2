// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paperid.h"

#include <QDate>
#include <QSet>
#include <variant>

namespace paperdawn {

/** The papers of a day, in the order of its list. */
struct OnDay
{
    QDate day;
    std::optional<Source> source; ///< none: all sources, arXiv first
    bool operator==(const OnDay &) const = default;
};

/** The starred papers, last starred first; answered from the library, so that a lost cache does not lose it.
 */
struct InReadingList
{
    bool operator==(const InReadingList &) const = default;
};

/** What is unread on the newest lists, newest day first, each paper once; what lies further back is in the
 * calendar.
 */
struct StillUnread
{
    static constexpr int lists = 20; ///< four weeks of them
    /** Those that stay although they were read meanwhile, so that nothing vanishes under the reader's eyes.
     */
    QSet<PaperId> keeping;
    bool operator==(const StillUnread &) const = default;
};

/** These papers, in this order, whether or not they stand on a list; those that are unknown are left out. */
struct Named
{
    QList<PaperId> papers;
    bool operator==(const Named &) const = default;
};

/** One question, one model, one view. */
using PaperQuery = std::variant<OnDay, InReadingList, StillUnread, Named>;

} // namespace paperdawn
