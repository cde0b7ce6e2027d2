// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayfile.h"

#include <QByteArray>

// What a fuzzer needs beside the parser it feeds. Nothing here or there may depend on anything but the input.
namespace paperdawn::fuzz {

/** Each program's own: reads the input, and says by require() what has to hold of what came of it. */
void feed(const QByteArray &input);

/** Ends the program where a promise was broken; libFuzzer keeps the input. */
void require(bool holds, const char *promise);

/** What holds of every day file, whoever wrote it: values as domain/paper.h promises them, each paper once,
 * and all of it kept and read again as it was. */
void requireWhole(const DayFile &file);

/** No control characters, bidirectional ones among them: what may be shown. Line ends and tabs are none. */
void requireShowable(const QString &text);

} // namespace paperdawn::fuzz
