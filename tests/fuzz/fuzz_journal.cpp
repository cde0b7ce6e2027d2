// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a journal: each is read or is none, and in whatever order they come, they add up to the same.
#include "app/journal/ledger.h"
#include "app/journal/linereader.h"

#include "tests/fuzz/fuzz.h"

#include <QBuffer>

using namespace paperdawn;
using namespace paperdawn::fuzz;

namespace {

QList<Decision> decisionsIn(const QByteArray &input)
{
    QByteArray bytes = input;
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    LineReader lines(device, longestLine);
    QList<Decision> decisions;
    qint64 end = 0;
    while (const auto line = lines.next()) {
        require(line->end == input.indexOf('\n', end) + 1, "a line ends where its line end is");
        require(line->tooLong || line->bytes == input.sliced(end, line->end - end - 1),
                "a line is what stands in the file");
        end = line->end;
        if (const auto decision = fromLine(line->bytes)) {
            decisions += *decision;
        }
    }
    require(input.indexOf('\n', end) < 0, "every line is read");
    return decisions;
}

} // namespace

void paperdawn::fuzz::feed(const QByteArray &input)
{
    Ledger forwards;
    Ledger backwards;
    const QList<Decision> decisions = decisionsIn(input + '\n');
    for (const Decision &decision : decisions) {
        require(fromLine(toLine(decision)) == decision, "a line that was read is written as the same");
        forwards.take(decision);
    }
    for (auto it = decisions.rbegin(); it != decisions.rend(); ++it) {
        backwards.take(*it);
        require(!backwards.take(*it), "a decision that is told again changes nothing");
    }
    require(forwards == backwards, "the order of the lines is of no account");
}
