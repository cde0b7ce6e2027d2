// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/filetext.h"

#include <QStringDecoder>

#include <algorithm>

namespace paperdawn {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isBinary(QByteArrayView bytes)
{
    const auto isControl = [](char c) { return uchar(c) < 0x20 && !isBlank(c) && c != '\f' && c != '\v'; };
    return bytes.contains('\0') || std::count_if(bytes.begin(), bytes.end(), isControl) * 10 > bytes.size();
}

/** How many bytes at the end begin a character that is not whole. */
qsizetype tornBytes(QByteArrayView bytes)
{
    for (qsizetype count = 1; count <= std::min<qsizetype>(3, bytes.size()); ++count) {
        const uchar byte = uchar(bytes[bytes.size() - count]);
        if (byte < 0x80) {
            return 0;
        }
        if (byte >= 0xC0) {
            const int length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
            return count < length ? count : 0;
        }
    }
    return 0;
}

/** 1-based line of the first bytes that are not UTF-8. No character spans lines, so each is judged alone. */
int wrongLine(QByteArrayView bytes)
{
    int line = 1;
    for (qsizetype begin = 0; begin <= bytes.size(); ++line) {
        qsizetype end = bytes.indexOf('\n', begin);
        end = end < 0 ? bytes.size() : end;
        QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
        const QString text = decoder(bytes.sliced(begin, end - begin));
        if (decoder.hasError()) {
            return line;
        }
        begin = end + 1;
    }
    return 0;
}

QString withUnixLineEnds(QString text)
{
    if (!text.contains(u'\r')) {
        return text;
    }
    QString unixText;
    unixText.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i] == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n';
        if (!isPair) {
            unixText += text[i];
        }
    }
    return unixText;
}

} // namespace

Result<FileText> fileText(const QByteArray &bytes, const QString &name)
{
    QByteArrayView content = bytes;
    if (content.startsWith("\xEF\xBB\xBF")) {
        content = content.sliced(3);
    }
    if (std::all_of(content.begin(), content.end(), isBlank)) {
        return failure(ErrorKind::Empty, {}, name);
    }
    if (isBinary(content)) {
        return failure(ErrorKind::Binary, {}, name);
    }
    const qsizetype torn = tornBytes(content);
    content.chop(torn);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(content);
    if (decoder.hasError()) {
        return failure(ErrorKind::Encoding, {}, name, wrongLine(content));
    }
    return FileText{withUnixLineEnds(text), torn > 0};
}

QDate dateIn(QStringView text)
{
    constexpr qsizetype length = 10; // YYYY-MM-DD
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    for (qsizetype at = 0; at + length <= text.size(); ++at) {
        const QStringView part = text.sliced(at, length);
        const bool alone = (at == 0 || !isDigit(text[at - 1])) &&
                           (at + length == text.size() || !isDigit(text[at + length]));
        if (part[4] != u'-' || part[7] != u'-' || !alone) {
            continue;
        }
        const QDate date = QDate::fromString(part.toString(), Qt::ISODate);
        if (date.isValid()) {
            return date;
        }
    }
    return {};
}

QStringView trimmedBlanks(QStringView text)
{
    const auto blank = [](QChar c) { return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r'; };
    while (!text.isEmpty() && blank(text.front())) {
        text = text.sliced(1);
    }
    while (!text.isEmpty() && blank(text.back())) {
        text.chop(1);
    }
    return text;
}

} // namespace paperdawn
