// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/dayfile.h"
#include "app/store/library.h"
#include "app/store/opening.h"

namespace paperdawn {

/**
 * The sample: two days of invented papers, one with a PDF, that show every part of the window without a
 * network. It lives in a library of its own beside the reader's, so that its stars never mix with theirs, and
 * is removed when the first real day arrives. Every paper in it carries PaperFlag::Sample.
 */

/** The days of the sample, oldest first. Thread: any. */
[[nodiscard]] QList<DayFile> sampleDays();

/** Where the sample of a library lives. */
[[nodiscard]] LibraryFolder sampleFolder(const LibraryFolder &library);

/** Makes the sample of a library, or completes it. Waits for the disk. Thread: any but the store's. */
[[nodiscard]] Result<> makeSample(const LibraryFolder &library, const Opening &opening = {});

/** Removes the sample with all that was decided in it. No one may have it open. True if nothing is left. */
bool removeSample(const LibraryFolder &library);

} // namespace paperdawn
