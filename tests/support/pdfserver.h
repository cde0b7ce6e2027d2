// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/misbehavingserver.h"

#include "app/domain/paperid.h"

#include <QFile>

namespace paperdawn::test {

/** A PDF of about so many bytes, no two thousand of them alike, with its head and its end. */
inline QByteArray pdfOf(qsizetype size, const QByteArray &name = "A")
{
    QByteArray bytes = "%PDF-1.7\n";
    for (int line = 0; bytes.size() < size; ++line) {
        bytes += name + ' ' + QByteArray::number(line) + '\n';
    }
    return bytes + "%%EOF\n";
}

namespace answers {

/** The same answer, but the connection ends after half of its body. */
inline Answer cut(Answer answer)
{
    const qsizetype body = answer.bytes.indexOf("\r\n\r\n") + 4;
    answer.bytes.truncate(body + (answer.bytes.size() - body) / 2);
    answer.then = Answer::Then::Close;
    return answer;
}

/** The same answer, but after half of its body nothing comes any more. */
inline Answer stuck(Answer answer)
{
    answer = cut(std::move(answer));
    answer.then = Answer::Then::Hang;
    return answer;
}

inline Answering pdf(const QByteArray &bytes, const QByteArray &etag = "\"v1\"")
{
    return resource(bytes, etag, "application/pdf");
}

/** Sends half of it, and then no more. */
inline Answering halfOf(const QByteArray &bytes)
{
    return [whole = pdf(bytes)](const Asked &asked) { return stuck(whole(asked)); };
}

} // namespace answers

inline QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace paperdawn::test
