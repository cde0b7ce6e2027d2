// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace paperdawn {

/** http or https, with a host and without a user name. */
[[nodiscard]] bool isWebAddress(const QString &address);
/** An address as TeX writes it (a\_b) as it is. */
[[nodiscard]] QString unescapedAddress(QStringView tex);
/** Where the address that begins at `begin` in running text ends: what ends the sentence is no part of it. */
[[nodiscard]] qsizetype addressEnd(QStringView text, qsizetype begin);

} // namespace paperdawn
