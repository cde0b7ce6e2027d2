// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/remarks.h"

#include "app/base/sentence.h"

#include <QCoreApplication>
#include <algorithm>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestRow = 80;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("Import", text, nullptr, n);
}

QString why(RowRemark::Why why)
{
    switch (why) {
    case RowRemark::Why::NoLink:
        return tr("left out, it has no link to a paper");
    case RowRemark::Why::UnknownLink:
        return tr("left out, its link is no paper of arXiv, bioRxiv or medRxiv");
    case RowRemark::Why::Repeated:
        return tr("its paper stands further up and was joined with it");
    case RowRemark::Why::MissingCells:
        return tr("taken, though cells are missing");
    case RowRemark::Why::SurplusCells:
        return tr("taken, its bare bars were read as text");
    case RowRemark::Why::CutOff:
        return tr("left out, the file ends in the middle of it; get the file again");
    }
    return {};
}

} // namespace

QString summarySentence(const ImportSummary &summary)
{
    QStringList parts = {tr("%n day(s)", summary.dayCount()), tr("%n paper(s) new", summary.added())};
    if (summary.merged() > 0) {
        parts += tr("%n known paper(s) completed", summary.merged());
    }
    if (summary.same() > 0) {
        parts += tr("%n paper(s) unchanged", summary.same());
    }
    if (summary.refused() > 0) {
        parts += tr("%n file(s) not taken", summary.refused());
    }
    //: joins the parts of a summary: “2 days, 12 papers new”
    const QString text = parts.join(tr(", "));
    //: %1 is a list such as “2 days, 12 papers new”
    return summary.cancelled ? tr("Stopped: %1.").arg(text) : tr("Imported: %1.").arg(text);
}

QString remarkSentence(const QString &file, const RowRemark &remark)
{
    //: %1 is a file, %2 a line number, %3 what was done with the row, %4 how the row begins
    return tr("%1, line %2: %3 (%4)")
        .arg(printable(file, longestRow), QString::number(remark.line), why(remark.why),
             printable(remark.text, longestRow));
}

bool hasCutOff(const ImportSummary &summary)
{
    return std::any_of(summary.files.begin(), summary.files.end(), [](const FileOutcome &file) {
        return std::any_of(file.remarks.begin(), file.remarks.end(),
                           [](const RowRemark &remark) { return remark.why == RowRemark::Why::CutOff; });
    });
}

} // namespace paperdawn
