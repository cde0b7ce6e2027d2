// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "app/store/library.h"

#include <optional>

namespace paperdawn {

/**
 * Where the library is. Asks for it where there is none in the folder that the settings name, which may be on
 * a disk that is not plugged in, and writes down what the reader chooses. Nothing: the reader gave up.
 * Thread: UI; before the window.
 */
[[nodiscard]] std::optional<LibraryFolder> placeOfLibrary(Settings &settings);

} // namespace paperdawn
