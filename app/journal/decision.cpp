// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/decision.h"

#include <QJsonDocument>
#include <algorithm>
#include <tuple>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestNumber = (qint64(1) << 53) - 1; // what every JSON reader holds exactly
constexpr qsizetype longestName = 512;
constexpr qint64 knownForm = 1; ///< of the journal

QString wayKey(Way way)
{
    return way == Way::Undone ? u"undone"_s : u"redone"_s;
}

/** The number under `key`, or `absent` where there is none; -1 if it is not an integer from 0 to 2^53 - 1. */
qint64 number(const QJsonObject &line, QLatin1StringView key, qint64 absent)
{
    const QJsonValue value = line.value(key);
    if (value.isUndefined()) {
        return absent;
    }
    const qint64 n = value.toInteger(-1);
    return n <= largestNumber ? n : -1;
}

bool isName(const QString &text)
{
    return !text.isEmpty() && text.size() <= longestName &&
           std::none_of(text.begin(), text.end(),
                        [](QChar c) { return c.category() == QChar::Other_Control; });
}

QByteArrayView withoutEnd(QByteArrayView line)
{
    if (line.endsWith('\n')) {
        line.chop(1);
    }
    if (line.endsWith('\r')) {
        line.chop(1);
    }
    return line;
}

tl::unexpected<Error> malformed(const QString &why)
{
    return failure(ErrorKind::Malformed, why);
}

Result<Decision> fromObject(const QJsonObject &line)
{
    if (number(line, "n"_L1, knownForm) > knownForm) {
        return failure(ErrorKind::NewerSchema);
    }
    Decision decision;
    decision.machine = line.value("m"_L1).toString();
    decision.sequence = number(line, "s"_L1, -1);
    decision.time = number(line, "t"_L1, -1);
    decision.deed = number(line, "d"_L1, 0);
    decision.paper = line.value("p"_L1).toString();
    decision.field = line.value("f"_L1).toString();
    decision.value = line.value("v"_L1);
    decision.of = number(line, "o"_L1, 0);
    if (!isMachineId(decision.machine)) {
        return malformed(u"no machine"_s);
    }
    if (decision.sequence < 1 || decision.time < 1) {
        return malformed(u"no number or no time"_s);
    }
    if (decision.sequence > lastSequence) {
        return malformed(u"a number that leaves none for the next line"_s);
    }
    if (decision.time > latestTime) {
        return malformed(u"a time after the year 2200"_s);
    }
    if (decision.deed < 0 || decision.deed > decision.sequence) {
        return malformed(u"wrong deed"_s);
    }
    if (!isName(decision.paper) || !isName(decision.field) || decision.value.isUndefined()) {
        return malformed(u"no paper, field or value"_s);
    }
    if (const QJsonValue way = line.value("y"_L1); !way.isUndefined()) {
        decision.way = way == wayKey(Way::Undone) ? Way::Undone : Way::Redone;
        if (way != wayKey(decision.way)) {
            return malformed(u"neither done, undone nor redone"_s);
        }
    }
    const bool ofAnother = decision.of >= 1 && decision.of < decision.sequence && decision.deed == 0;
    if (decision.way == Way::Done ? decision.of != 0 : !ofAnother) {
        return malformed(u"wrong deed to undo or redo"_s);
    }
    if (const QJsonValue was = line.value("w"_L1); !was.isUndefined()) {
        decision.was = was;
    }
    const QJsonValue copy = line.value("c"_L1);
    if (!copy.isUndefined() && !copy.isObject()) {
        return malformed(u"wrong copy"_s);
    }
    decision.copy = copy.toObject();
    return decision;
}

} // namespace

bool isMachineId(QStringView text)
{
    return !text.isEmpty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

QByteArray toLine(const Decision &decision)
{
    QJsonObject line{{u"m"_s, decision.machine}, {u"s"_s, decision.sequence}, {u"t"_s, decision.time},
                     {u"p"_s, decision.paper},   {u"f"_s, decision.field},    {u"v"_s, decision.value}};
    if (decision.deed != 0) {
        line.insert("d"_L1, decision.deed);
    }
    if (!decision.was.isNull()) {
        line.insert("w"_L1, decision.was);
    }
    if (decision.way != Way::Done) {
        line.insert("y"_L1, wayKey(decision.way));
        line.insert("o"_L1, decision.of);
    }
    if (!decision.copy.isEmpty()) {
        line.insert("c"_L1, decision.copy);
    }
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

Result<Decision> fromLine(QByteArrayView line)
{
    line = withoutEnd(line);
    if (line.size() > longestLine) {
        return malformed(u"over 256 KiB"_s);
    }
    if (line.contains('\0')) {
        return malformed(u"not text"_s);
    }
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(QByteArray::fromRawData(line.data(), line.size()), &error);
    if (error.error != QJsonParseError::NoError) {
        return malformed(error.errorString());
    }
    return fromObject(document.object());
}

bool supersedes(const Decision &a, const Decision &b)
{
    const auto order = [](const Decision &d) { return std::tie(d.time, d.machine, d.sequence); };
    if (order(a) != order(b)) {
        return order(b) < order(a);
    }
    // only a damaged or copied machine numbers two decisions alike: any rule will do that is the same
    // everywhere
    return toLine(b) < toLine(a);
}

} // namespace paperdawn
