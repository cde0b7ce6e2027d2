// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/remarks.h"

#include "app/base/sentence.h"

#include <QCoreApplication>
#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestRow = 80;

struct Import
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

QString why(RowRemark::Why why)
{
    switch (why) {
    case RowRemark::Why::NoLink:
        return Import::tr("left out, it has no link to a paper");
    case RowRemark::Why::UnknownLink:
        return Import::tr("left out, its link is no paper of arXiv, bioRxiv or medRxiv");
    case RowRemark::Why::Repeated:
        return Import::tr("its paper stands further up and was joined with it");
    case RowRemark::Why::MissingCells:
        return Import::tr("taken, though cells are missing");
    case RowRemark::Why::SurplusCells:
        return Import::tr("taken, its bare bars were read as text");
    case RowRemark::Why::CutOff:
        return Import::tr("left out, the file ends in the middle of it; get the file again");
    }
    return {};
}

} // namespace

QString summarySentence(const ImportSummary &summary)
{
    QStringList parts = {Import::tr("%n day(s)", nullptr, summary.dayCount()),
                         Import::tr("%n paper(s) new", nullptr, summary.added())};
    if (summary.merged() > 0) {
        parts += Import::tr("%n known paper(s) completed", nullptr, summary.merged());
    }
    if (summary.same() > 0) {
        parts += Import::tr("%n paper(s) unchanged", nullptr, summary.same());
    }
    if (summary.leftOut() > 0) {
        parts += Import::tr("%n row(s) left out", nullptr, summary.leftOut());
    }
    if (summary.refused() > 0) {
        parts += Import::tr("%n file(s) not taken", nullptr, summary.refused());
    }
    //: joins the parts of a summary: “2 days, 12 papers new”
    const QString text = parts.join(Import::tr(", "));
    //: %1 is a list such as “2 days, 12 papers new”
    return summary.cancelled ? Import::tr("Stopped: %1.").arg(text) : Import::tr("Imported: %1.").arg(text);
}

QString remarkSentence(const QString &file, const RowRemark &remark)
{
    //: %1 is a file, %2 a line number, %3 what was done with the row, %4 how the row begins
    return Import::tr("%1, line %2: %3 (%4)")
        .arg(printable(file, longestRow), QString::number(remark.line), why(remark.why),
             printable(remark.text, longestRow));
}

QString removedSentence(const QString &day, const RemovedDay &removed)
{
    if (removed.unfinished) {
        //: %1 is a sentence that says what is wrong, %2 is a day
        return Import::tr("%1 The next start goes on with removing %2.")
            .arg(sentence(*removed.unfinished), day);
    }
    if (removed.isPartly) {
        //: %1 is a day
        return Import::tr("%1 stands in a file with other days too: what that tells stays.").arg(day);
    }
    //: %1 is a day
    return Import::tr("Removed: %1, %n paper(s) less. Stars stay.", nullptr, removed.papers).arg(day);
}

bool hasCutOff(const ImportSummary &summary)
{
    return std::any_of(summary.files.begin(), summary.files.end(), [](const FileOutcome &file) {
        return std::any_of(file.remarks.begin(), file.remarks.end(),
                           [](const RowRemark &remark) { return remark.why == RowRemark::Why::CutOff; });
    });
}

} // namespace paperdawn
