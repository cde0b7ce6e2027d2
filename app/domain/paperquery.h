// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paperid.h"

#include <variant>

namespace paperdawn {

/** The papers on the list of a day, of one source or of all. */
struct OnDay
{
    QDate day;
    std::optional<Source> source;
    bool operator==(const OnDay &) const = default;
};

/** The papers the reader has starred, whatever their day. */
struct InReadingList
{
    bool operator==(const InReadingList &) const = default;
};

/** What a list of papers is asked for: one question, one model, one view. */
using PaperQuery = std::variant<OnDay, InReadingList>;

} // namespace paperdawn
