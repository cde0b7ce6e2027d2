// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>

namespace paperdawn::reachability {

/** True where the system says that there is no network at all; false where it cannot say. Thread: UI. */
[[nodiscard]] bool isOffline();

/** Calls `changed` whenever the system says otherwise, as long as `context` lives. Thread: UI. */
void follow(QObject *context, const std::function<void()> &changed);

} // namespace paperdawn::reachability
