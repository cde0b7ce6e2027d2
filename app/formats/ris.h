// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paper.h"

namespace paperdawn {

/**
 * Papers in RIS, as Zotero and EndNote read it: preprints (UNPB), a field a line, lines end with CR LF, UTF-8
 * without a byte order mark (which would hide the first field from some readers). Texts are plain, formulas
 * as Unicode where it has them. What is not known is left out. Thread: any.
 */
[[nodiscard]] QByteArray writeRis(const QList<PaperDetails> &papers);

} // namespace paperdawn
