// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fetch/lacking.h"

#include "app/base/sentence.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Fetch)
};

struct Keyed
{
    ErrorKind kind;
    QLatin1StringView key;
};

/** What a service, or the way to it, may be at fault for. The keys are on disk. */
constexpr Keyed kinds[] = {
    {ErrorKind::Offline, "offline"_L1},
    {ErrorKind::TimedOut, "timed-out"_L1},
    {ErrorKind::RateLimited, "rate-limited"_L1},
    {ErrorKind::ServerError, "server-error"_L1},
    {ErrorKind::Denied, "denied"_L1},
    {ErrorKind::Refused, "refused"_L1},
    {ErrorKind::Portal, "portal"_L1},
    {ErrorKind::ProxyLogin, "proxy-login"_L1},
    {ErrorKind::NotTrusted, "not-trusted"_L1},
    {ErrorKind::Incomplete, "incomplete"_L1},
    {ErrorKind::BadAnswer, "bad-answer"_L1},
    {ErrorKind::AnswerTooLarge, "answer-too-large"_L1},
    {ErrorKind::Rejected, "rejected"_L1},
};

constexpr qsizetype longestLine = 300;

QList<DayPart> failedIn(const QList<DayPart> &parts)
{
    QList<DayPart> failed;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(failed),
                 [](const DayPart &part) { return !part.isWhole() && !part.reason.isNull(); });
    return failed;
}

} // namespace

QString failureReason(const Error &error)
{
    const auto *const known = std::find_if(std::begin(kinds), std::end(kinds),
                                           [&](const Keyed &one) { return one.kind == error.kind; });
    return known == std::end(kinds) ? QString()
                                    : QStringList{known->key, printable(error.where, longestLine),
                                                  printable(error.what, longestLine)}
                                          .join(u'\n');
}

QString failureSentence(const QString &reason)
{
    const QStringList lines = reason.split(u'\n');
    const auto *const known = std::find_if(std::begin(kinds), std::end(kinds),
                                           [&](const Keyed &one) { return one.key == lines.first(); });
    return known == std::end(kinds) ? QString()
                                    : sentence(Error{known->kind, lines.value(2), lines.value(1), 0, {}});
}

QString lackingWords(const QList<DayPart> &parts)
{
    QStringList texts;
    for (const DayPart &part : parts) {
        if (!part.isWhole()) {
            texts += part.expected
                         //: %1 is a category: "cs.CL: 231 of 240" papers
                         ? Words::tr("%1: %2 of %3").arg(part.category).arg(part.held).arg(*part.expected)
                         : part.held > 0
                               //: %1 is a category, %2 papers of nobody knows how many
                               ? Words::tr("%1: %2 so far").arg(part.category).arg(part.held)
                               : Words::tr("%1: nothing yet").arg(part.category);
        }
    }
    //: between two such as “cs.CL: 231 of 240”
    return texts.isEmpty() ? QString() : texts.join(Words::tr("; "));
}

QString whyLacking(const QList<DayPart> &parts)
{
    const QList<DayPart> failed = failedIn(parts);
    if (failed.isEmpty()) {
        return {};
    }
    if (std::all_of(failed.begin(), failed.end(),
                    [&](const DayPart &part) { return part.reason == failed.first().reason; })) {
        return failureSentence(failed.first().reason);
    }
    QStringList texts;
    for (const DayPart &part : failed) {
        //: %1 is a category, %2 a sentence on why it could not be fetched
        texts += Words::tr("%1: %2", "category").arg(part.category, failureSentence(part.reason));
    }
    return texts.join(u' ');
}

std::optional<int> lackingPapers(const QList<DayPart> &parts)
{
    int papers = 0;
    for (const DayPart &part : parts) {
        if (!part.expected) {
            return {};
        }
        papers += std::max(0, *part.expected - part.held);
    }
    return papers;
}

} // namespace paperdawn
