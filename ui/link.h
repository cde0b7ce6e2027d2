// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>
#include <optional>

namespace paperdawn {

/**
 * The address, if it is one that may be opened: strictly valid, http or https, with a host, without a user
 * name. Anything else that text from elsewhere calls a link stays text.
 */
[[nodiscard]] std::optional<QUrl> openableLink(const QString &address);
[[nodiscard]] bool isOpenable(const QUrl &url);

/** The address as it may be shown: ASCII throughout, so that no look-alike letter hides in the host. */
[[nodiscard]] QString honestAddress(const QUrl &url);

} // namespace paperdawn
