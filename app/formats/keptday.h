// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/domain/dayfile.h"

#include <QByteArrayView>

namespace paperdawn {

/**
 * What a service told of days, as we keep it in imports/ beside the files that the reader brought: JSON with
 * everything that a DayFile holds, so that a cache which is built anew needs no network. Its first key is
 * "paperdawn_day". Thread: any.
 */
[[nodiscard]] QByteArray writeKeptDay(const DayFile &file);

[[nodiscard]] bool isKeptDay(QByteArrayView bytes);

/** Papers without an id that we know are left out. Errors: Malformed, NotADayFile, NewerSchema. */
[[nodiscard]] Result<DayFile> parseKeptDay(const QByteArray &bytes, const QString &name);

} // namespace paperdawn
