// SPDX-License-Identifier: GPL-3.0-or-later
// The header of a file in an archive.
#include "app/formats/tar.h"

#include "tests/fuzz/checksum.h"
#include "tests/fuzz/fuzz.h"

void paperdawn::fuzz::feed(const QByteArray &input)
{
    require(!tar::entry(input) || input.size() == tar::block, "a header is a block");
    const auto entry = tar::entry(withChecksum(input.leftJustified(tar::block, '\0', true)));
    if (!entry || entry->name.isNull()) {
        return;
    }
    require(entry->size >= 0 && entry->size < qint64(1) << 36, "a size has twelve digits of eight");
    require(!entry->name.isEmpty() && entry->name.size() <= tar::longestName, "a name fits its field");
    const qsizetype filled = entry->size % tar::block + tar::padding(entry->size).size();
    require(filled % tar::block == 0, "a file fills its blocks");
    if (entry->size < qint64(1) << 33) { // eleven digits and a zero
        const auto again = tar::entry(tar::header(entry->name, entry->size, 0));
        require(again && again->name == entry->name && again->size == entry->size && again->isFile,
                "a header that was read is written as the same");
    }
}
