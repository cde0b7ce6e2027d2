// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/sentence.h"

#include <QCoreApplication>
#include <QLocale>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPlace = 120;
constexpr qsizetype longestDetail = 100;

const char *words(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Cancelled:
        return "";
    case ErrorKind::NotFound:
        //: In all sentences of this context: {place} is a file, folder, host or paper, {detail} the cause,
        //: {line} a number, {time} a time of day.
        return QT_TRANSLATE_NOOP("Sentence", "{place} was not found. Check the name and try again.");
    case ErrorKind::Permission:
        return QT_TRANSLATE_NOOP(
            "Sentence",
            "{place} cannot be opened: permission denied. Change its permissions or choose another place.");
    case ErrorKind::DiskFull:
        return QT_TRANSLATE_NOOP("Sentence",
                                 "Disk full: nothing was saved to {place}. Free some space and try again.");
    case ErrorKind::Io:
        return QT_TRANSLATE_NOOP(
            "Sentence", "{place} could not be read or written ({detail}). Check the disk and try again.");
    case ErrorKind::TooLarge:
        return QT_TRANSLATE_NOOP(
            "Sentence", "{place} is too large ({detail}). A day file is far smaller; choose another file.");
    case ErrorKind::Empty:
        return QT_TRANSLATE_NOOP("Sentence", "{place} is empty: there is no day in it. Choose another file.");
    case ErrorKind::Binary:
        return QT_TRANSLATE_NOOP("Sentence",
                                 "{place} is not a text file. Choose a Markdown or JSON day file.");
    case ErrorKind::Encoding:
        return QT_TRANSLATE_NOOP(
            "Sentence", "{place} is not UTF-8 (line {line}). Convert it to UTF-8 and import it again.");
    case ErrorKind::NotADayFile:
        return QT_TRANSLATE_NOOP(
            "Sentence",
            "{place} is not a day list: no table of papers was found in it. Choose another file.");
    case ErrorKind::NoDayFiles:
        return QT_TRANSLATE_NOOP(
            "Sentence", "There are no day files in {place}. Choose a folder with Markdown or JSON days.");
    case ErrorKind::Truncated:
        return QT_TRANSLATE_NOOP("Sentence", "{place} ends in the middle of a row (line {line}): it is "
                                             "incomplete. Get it again and import it then.");
    case ErrorKind::Malformed:
        return QT_TRANSLATE_NOOP(
            "Sentence", "{place} is damaged at line {line} ({detail}). Get it again and import it then.");
    case ErrorKind::Damaged:
        return QT_TRANSLATE_NOOP("Sentence",
                                 "{place} is damaged ({detail}). Run “paperdawnctl check --repair”.");
    case ErrorKind::NewerSchema:
        return QT_TRANSLATE_NOOP(
            "Sentence",
            "Made by a newer version of Paperdawn: nothing is changed in {place}. Update Paperdawn "
            "to go on with it.");
    case ErrorKind::ReadOnly:
        return QT_TRANSLATE_NOOP(
            "Sentence",
            "{place} cannot be written ({detail}), so nothing can be kept. Choose another library folder.");
    case ErrorKind::NotAFile:
        return QT_TRANSLATE_NOOP(
            "Sentence", "{place} is not a file but a folder or a device. Choose another name or place.");
    case ErrorKind::Link:
        return QT_TRANSLATE_NOOP(
            "Sentence",
            "{place} is a link to another file, so nothing was written. Remove the link and try again.");
    case ErrorKind::Busy:
        return QT_TRANSLATE_NOOP(
            "Sentence", "{place} is in use by another program for too long. Close it and try again.");
    case ErrorKind::Offline:
        return QT_TRANSLATE_NOOP(
            "Sentence",
            "{place} cannot be reached ({detail}). Check the network and the proxy, then try again.");
    case ErrorKind::TimedOut:
        return QT_TRANSLATE_NOOP("Sentence",
                                 "{place} did not answer in time. Try again later, or check the network.");
    case ErrorKind::RateLimited:
        return error.retryAt.isValid()
                   ? QT_TRANSLATE_NOOP("Sentence",
                                       "{place} is busy and asks us to wait. Try again after {time}.")
                   : QT_TRANSLATE_NOOP("Sentence",
                                       "{place} is busy and asks us to wait. Try again in some minutes.");
    case ErrorKind::ServerError:
        return QT_TRANSLATE_NOOP("Sentence",
                                 "{place} has a fault of its own ({detail}). Try again in some minutes.");
    case ErrorKind::Denied:
        return QT_TRANSLATE_NOOP(
            "Sentence", "{place} does not give this to a program ({detail}). Open it in a web browser.");
    case ErrorKind::Refused:
        return QT_TRANSLATE_NOOP("Sentence",
                                 "{place} leads to {detail}, where Paperdawn does not follow. Check the "
                                 "address in the settings, or log in to this network if it wants that.");
    case ErrorKind::Portal:
        return QT_TRANSLATE_NOOP("Sentence",
                                 "This network wants a login first: it answered in the place of {place}. Log "
                                 "in with a web browser, then try again.");
    case ErrorKind::ProxyLogin:
        return QT_TRANSLATE_NOOP("Sentence",
                                 "The proxy lets nobody through without a user and a password that it knows. "
                                 "Choose the proxy in the settings, under Network, and tell them there.");
    case ErrorKind::NotTrusted:
        return QT_TRANSLATE_NOOP("Sentence",
                                 "The certificate of {place} is not trusted ({detail}), so nothing was "
                                 "fetched. Check the clock, and log in to this network if it wants that.");
    case ErrorKind::Incomplete:
        return QT_TRANSLATE_NOOP(
            "Sentence",
            "{place} broke off before its answer was complete. What was here is kept; try again.");
    case ErrorKind::AnswerTooLarge:
        return QT_TRANSLATE_NOOP("Sentence",
                                 "The answer of {place} is too large ({detail}), so it was left. Try again "
                                 "later, or check the address in the settings.");
    case ErrorKind::BadAnswer:
        return QT_TRANSLATE_NOOP("Sentence",
                                 "{place} gave an answer that Paperdawn does not understand ({detail}). "
                                 "What was here is kept; try again later.");
    case ErrorKind::Rejected:
        return QT_TRANSLATE_NOOP("Sentence", "{place} does not accept what was asked ({detail}). Check it "
                                             "and try again.");
    case ErrorKind::NoList:
        //: {place} is a day
        return QT_TRANSLATE_NOOP("Sentence", "There is no list on {place} ({detail}). Choose another day.");
    case ErrorKind::NotYet:
        return QT_TRANSLATE_NOOP("Sentence",
                                 "The list of {place} is not announced yet. Choose an earlier day, or wait.");
    case ErrorKind::NoPdf:
        return QT_TRANSLATE_NOOP(
            "Sentence", "There is no PDF of {place} to be had ({detail}). The paper's page may say why.");
    case ErrorKind::NoRoom:
        return QT_TRANSLATE_NOOP(
            "Sentence", "PDFs of starred papers fill the {detail} that the settings give to PDFs, so "
                        "no more are kept. Give them more room, or take stars off.");
    case ErrorKind::NothingToUndo:
        return QT_TRANSLATE_NOOP("Sentence", "There is nothing to undo.");
    case ErrorKind::NothingToRedo:
        return QT_TRANSLATE_NOOP("Sentence", "There is nothing to redo.");
    case ErrorKind::NothingToExport:
        return QT_TRANSLATE_NOOP("Sentence",
                                 "There is nothing to export from {place}. Import or choose another day.");
    case ErrorKind::LibraryGone:
        return QT_TRANSLATE_NOOP(
            "Sentence", "There is no library in {place}, where the settings say that yours is. Is its "
                        "disk plugged in? Try again then, or choose its folder.");
    case ErrorKind::NotEmpty:
        return QT_TRANSLATE_NOOP(
            "Sentence", "{place} is not empty, so the library stays where it is. Choose an empty folder.");
    case ErrorKind::WithinLibrary:
        return QT_TRANSLATE_NOOP("Sentence",
                                 "{place} is a part of the library itself. Choose a folder elsewhere.");
    case ErrorKind::NoSpace:
        return QT_TRANSLATE_NOOP("Sentence",
                                 "The library takes {detail}, and {place} has less than that free. "
                                 "Free some space, or choose another folder.");
    case ErrorKind::NotABackup:
        return QT_TRANSLATE_NOOP("Sentence",
                                 "{place} is no backup of Paperdawn, or it is damaged. Choose another file.");
    case ErrorKind::BadArgument:
        return QT_TRANSLATE_NOOP("Sentence", "{detail}. See “paperdawnctl --help”.");
    case ErrorKind::Internal:
        return QT_TRANSLATE_NOOP(
            "Sentence",
            "Something went wrong inside Paperdawn ({detail}). Nothing was changed; please report it.");
    }
    return "";
}

/** Fills in a form in one pass, so that what stands in the values is never taken for a placeholder. */
QString filledIn(const QString &form, const Error &error)
{
    const QString place = printable(error.where, longestPlace);
    const QString detail = printable(error.what, longestDetail);
    const QString time = QLocale().toString(error.retryAt.toLocalTime().time(), QLocale::ShortFormat);
    QString text;
    QStringView rest(form);
    while (!rest.isEmpty()) {
        const auto take = [&](QLatin1StringView name, const QString &value) {
            if (!rest.startsWith(name)) {
                return false;
            }
            text += value;
            rest = rest.sliced(name.size());
            return true;
        };
        if (!take("{place}"_L1, place) && !take("{detail}"_L1, detail) &&
            !take("{line}"_L1, QString::number(error.line)) && !take("{time}"_L1, time)) {
            text += rest.front();
            rest = rest.sliced(1);
        }
    }
    return text;
}

bool isUnprintable(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidi controls among them
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

} // namespace

QString printable(const QString &text, qsizetype most)
{
    QString line;
    line.reserve(text.size());
    for (const QChar c : text) {
        if (c.isSpace()) {
            line += u' ';
        } else if (!isUnprintable(c)) {
            line += c;
        }
    }
    line = line.simplified();
    if (line.size() <= most) {
        return line;
    }
    qsizetype head = (most - 1) / 2;
    qsizetype tail = line.size() - (most - 1 - head);
    if (line.at(head - 1).isHighSurrogate()) {
        --head;
    }
    if (line.at(tail).isLowSurrogate()) {
        ++tail;
    }
    return line.first(head) + QChar(0x2026) + line.sliced(tail);
}

QString sentence(const Error &error)
{
    if (error.kind == ErrorKind::Cancelled) {
        return {};
    }
    const QString form = QCoreApplication::translate("Sentence", words(error));
    return printable(filledIn(form, error), longestSentence);
}

} // namespace paperdawn
