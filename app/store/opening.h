// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <stop_token>

namespace paperdawn {

/** What opening a library is busy with, where that may take more than a moment. */
struct OpeningStep
{
    enum class What : quint8 {
        Waiting,      ///< another program is writing
        BuildingAnew, ///< the cache, from the originals in imports/
    } what = What::Waiting;
    int done = 0; ///< originals stored, of BuildingAnew
    int total = 0;
};

/** For the window and paperdawnctl alike. */
[[nodiscard]] QString openingSentence(const OpeningStep &step);

/** How whoever opens a library looks on, and stops it. */
struct Opening
{
    std::function<void(const OpeningStep &)> told; ///< called in the thread that opens; may be empty
    std::stop_token stop; ///< then the error is Cancelled; what was begun goes on at the next opening
};

} // namespace paperdawn
