// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/body.h"

#include "app/platform/durable.h"

#include <QFile>
#include <QLocale>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

/** As much of both ends as is looked at: "%%EOF" may stand in the last 1024 bytes of a PDF. */
constexpr qsizetype endsKept = 1024;

tl::unexpected<Error> tooLarge(qint64 most)
{
    return failure(ErrorKind::AnswerTooLarge, u"> "_s + QLocale::c().formattedDataSize(most));
}

Result<> writeAll(int file, QByteArrayView bytes, const QString &path)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(file, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno != EINTR) {
            return tl::unexpected(systemError(errno, path));
        }
        bytes = bytes.sliced(written > 0 ? written : 0);
    }
    return {};
}

} // namespace

Body::Body(BodyForm form, qint64 most)
    : m_form(std::move(form))
    , m_most(most)
{
    if (m_form.encoding == "gzip") {
        m_gunzip.emplace();
    }
}

Result<std::unique_ptr<Body>> Body::begin(BodyForm form, qint64 most)
{
    if (!form.encoding.isEmpty() && form.encoding != "identity" && form.encoding != "gzip") {
        return failure(ErrorKind::BadAnswer, u"Content-Encoding "_s + QString::fromLatin1(form.encoding));
    }
    if (form.from + form.length > most) {
        return tooLarge(most);
    }
    std::unique_ptr<Body> body(new Body(std::move(form), most));
    if (const auto opened = body->open(); !opened) {
        return tl::unexpected(opened.error());
    }
    return body;
}

Result<> Body::open()
{
    if (m_form.file.isEmpty()) {
        return {};
    }
    m_size = m_form.from;
    m_file = Descriptor(::open(QFile::encodeName(m_form.file).constData(),
                               O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600));
    if (!m_file.isOpen() || ::ftruncate(m_file.number(), m_form.from) != 0 ||
        ::lseek(m_file.number(), m_form.from, SEEK_SET) != m_form.from) {
        return tl::unexpected(systemError(errno, m_form.file));
    }
    return {};
}

Result<> Body::add(const QByteArray &bytes)
{
    m_onWire += bytes.size();
    if (!m_gunzip) {
        return keep(bytes);
    }
    QByteArray plain;
    switch (m_gunzip->add(bytes, m_most, plain)) {
    case Gunzip::State::Open:
    case Gunzip::State::Complete:
        return keep(plain);
    case Gunzip::State::Damaged:
        return failure(ErrorKind::BadAnswer, u"gzip"_s);
    case Gunzip::State::TooLarge:
        break;
    }
    return tooLarge(m_most);
}

Result<> Body::keep(const QByteArray &bytes)
{
    m_size += bytes.size();
    if (m_size > m_most) {
        return tooLarge(m_most);
    }
    if (m_first.size() < endsKept) {
        m_first += bytes.first(std::min(bytes.size(), endsKept - m_first.size()));
    }
    m_last += bytes.last(std::min(bytes.size(), endsKept));
    m_last = m_last.right(endsKept);
    if (m_form.file.isEmpty()) {
        m_kept += bytes;
        return {};
    }
    return writeAll(m_file.number(), bytes, m_form.file);
}

Result<QByteArray> Body::end()
{
    const bool isCut = m_form.length >= 0 && m_onWire < m_form.length;
    const bool isUnfinished = m_gunzip && m_onWire > 0 && !m_gunzip->isComplete();
    // an answer whose end is the end of the connection looks the same whole or cut
    const bool isEndUnmarked = m_form.length < 0 && !m_form.isChunked && !m_gunzip;
    if (isCut || isUnfinished || (isEndUnmarked && !endsAsItShould())) {
        return failure(ErrorKind::Incomplete);
    }
    return std::move(m_kept);
}

bool Body::beginsAsPage() const
{
    QByteArray begin = m_first;
    if (begin.startsWith("\xEF\xBB\xBF")) {
        begin.remove(0, 3);
    }
    begin = begin.trimmed().toLower();
    return begin.startsWith("<!doctype html") || begin.startsWith("<html");
}

bool Body::endsAsItShould() const
{
    const QByteArray end = m_last.trimmed();
    if (m_form.type == "application/pdf") {
        return end.contains("%%EOF");
    }
    if (m_form.type == "text/html") {
        return end.toLower().endsWith("</html>");
    }
    if (m_form.type.endsWith("xml")) {
        return end.endsWith('>');
    }
    if (m_form.type.endsWith("json")) {
        return end.endsWith('}') || end.endsWith(']');
    }
    return true;
}

} // namespace paperdawn
