// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>
#include <functional>
#include <utility>

namespace paperdawn::test {

/** A request as it came. */
struct Asked
{
    QByteArray target; ///< "/api?x=1"; through an HTTP proxy the whole address
    QByteArray head;   ///< all lines, as sent

    /** Null where it was not sent. */
    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        const QByteArray start = name.toLower() + ':';
        for (const QByteArray &line : head.split('\n')) {
            if (line.toLower().startsWith(start)) {
                return line.mid(name.size() + 1).trimmed();
            }
        }
        return {};
    }
};

/** What is sent, byte for byte, and how. */
struct Answer
{
    enum class Then : quint8 { Keep, Close, Hang };

    QByteArray bytes;       ///< at once
    QByteArray slowly;      ///< then these, a byte every few milliseconds
    QByteArray forever;     ///< then these, over and over
    Then then = Then::Keep; ///< then
};

using Answering = std::function<Answer(const Asked &)>;

namespace answers {

inline QByteArray head(int status, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Words\r\n" + headers;
}

inline QByteArray lengthOf(const QByteArray &body)
{
    return "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
}

/** `headers` are whole lines, each with its line end. */
inline Answer status(int status, const QByteArray &body = {}, const QByteArray &headers = {})
{
    return {head(status, headers) + lengthOf(body) + "\r\n" + body};
}

inline Answer good(const QByteArray &body, const QByteArray &type = "application/atom+xml",
                   const QByteArray &headers = {})
{
    return status(200, body, "Content-Type: " + type + "\r\n" + headers);
}

/** `packed` is gzip already. */
inline Answer gzipped(const QByteArray &packed)
{
    return good(packed, "application/atom+xml", "Content-Encoding: gzip\r\n");
}

inline Answer page()
{
    return good("<!DOCTYPE html><html><body>Welcome to the hotel</body></html>", "text/html; charset=utf-8");
}

/** A page that calls itself a feed. */
inline Answer disguisedPage()
{
    return good("\n <HTML><body>Welcome to the hotel</body></HTML>");
}

/** Half of what the length promises. */
inline Answer shortBody(const QByteArray &body)
{
    return {head(200, "Content-Type: application/atom+xml\r\n") + lengthOf(body + body) + "\r\n" + body,
            {},
            {},
            Answer::Then::Close};
}

inline QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

inline Answer chunked(const QByteArray &body)
{
    return {head(200, "Content-Type: application/atom+xml\r\nTransfer-Encoding: chunked\r\n") + "\r\n" +
            chunk(body.left(body.size() / 2)) + chunk(body.mid(body.size() / 2)) + chunk({})};
}

/** Without its last chunk. */
inline Answer tornChunks(const QByteArray &body)
{
    Answer answer = chunked(body);
    answer.bytes.chop(chunk({}).size());
    answer.then = Answer::Then::Close;
    return answer;
}

/** Its end is that of the connection. */
inline Answer closed(const QByteArray &body, const QByteArray &type = "application/atom+xml")
{
    return {head(200, "Content-Type: " + type + "\r\nConnection: close\r\n") + "\r\n" + body,
            {},
            {},
            Answer::Then::Close};
}

inline Answer silence()
{
    return {{}, {}, {}, Answer::Then::Hang};
}

inline Answer hangUp()
{
    return {{}, {}, {}, Answer::Then::Close};
}

inline Answer slowHead()
{
    return {head(200), "X-Slow: " + QByteArray(1 << 20, 'x')};
}

inline Answer slowBody()
{
    return {head(200, "Content-Type: application/atom+xml\r\nContent-Length: 1048576\r\n") + "\r\n",
            QByteArray(1 << 20, 'x')};
}

inline Answer endlessBody()
{
    return {head(200, "Content-Type: application/atom+xml\r\n") + "\r\n", {}, QByteArray(1 << 16, 'x')};
}

inline Answer endlessHead()
{
    return {head(200), {}, "X-Endless: " + QByteArray(1000, 'x') + "\r\n"};
}

inline Answer redirect(const QByteArray &to, int code = 302)
{
    return status(code, {}, "Location: " + to + "\r\n");
}

/** A file that can be asked for in part, and whether it changed. */
inline Answering resource(const QByteArray &body, const QByteArray &etag, const QByteArray &type)
{
    return [=](const Asked &asked) -> Answer {
        const QByteArray same = "ETag: " + etag + "\r\n";
        if (asked.header("If-None-Match") == etag) {
            return {head(304, same) + "\r\n"};
        }
        const QByteArray range = asked.header("Range");
        if (!range.isEmpty() && asked.header("If-Range") == etag) {
            const qsizetype from = range.mid(6).chopped(1).toLongLong(); // "bytes=N-"
            return status(206, body.mid(from),
                          same + "Content-Type: " + type + "\r\nContent-Range: bytes " +
                              QByteArray::number(from) + '-' + QByteArray::number(body.size() - 1) + '/' +
                              QByteArray::number(body.size()) + "\r\n");
        }
        return good(body, type, same);
    };
}

} // namespace answers

/**
 * A server on this machine that answers as badly as it is told. It is an HTTP proxy too, for every address,
 * and a SOCKS5 proxy that resolves every name to itself. Thread: its own, with an event loop.
 */
class MisbehavingServer final : public QTcpServer
{
public:
    explicit MisbehavingServer(const Answer &answer = {})
    {
        always(answer);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection()) {
                serve(client);
            }
        });
        listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
    }

    /** Holds for every path that has no answer of its own. */
    void always(const Answer &answer)
    {
        m_always = [answer](const Asked &) { return answer; };
    }
    void always(Answering answering) { m_always = std::move(answering); }
    /** Answers of a path, one after the other; the last one stays. */
    void at(const QByteArray &path, const QList<Answer> &answers) { m_at.insert(path, answers); }

    [[nodiscard]] const QList<Asked> &asked() const { return m_asked; }
    /** The names that came through SOCKS5. */
    [[nodiscard]] const QList<QByteArray> &resolved() const { return m_resolved; }

private:
    void serve(QTcpSocket *client)
    {
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, this, [this, client, held = QByteArray()]() mutable {
            held += client->readAll();
            while (takeSocks(client, held) || takeRequest(client, held)) {
            }
        });
    }

    /** RFC 1928: the greeting, then the name to connect to. */
    bool takeSocks(QTcpSocket *client, QByteArray &held)
    {
        if (!held.startsWith('\x05') || held.size() < 3) {
            return false;
        }
        if (held.at(2) == '\0' && held.size() == 3) { // version, one method: none
            client->write(QByteArray("\x05\x00", 2));
            held.clear();
            return true;
        }
        const qsizetype nameLength = held.size() > 4 ? quint8(held.at(4)) : 255;
        if (held.size() < 7 + nameLength) {
            return false;
        }
        m_resolved += held.mid(5, nameLength);
        client->write(QByteArray("\x05\x00\x00\x01\xC6\x12\x00\x05\x00\x50", 10)); // 198.18.0.5:80
        held.remove(0, 7 + nameLength);
        return true;
    }

    bool takeRequest(QTcpSocket *client, QByteArray &held)
    {
        const qsizetype end = held.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        const QByteArray head = held.left(end);
        held.remove(0, end + 4);
        const Asked asked{head.split(' ').value(1), head};
        m_asked += asked;
        send(client, answerTo(asked));
        return true;
    }

    Answer answerTo(const Asked &asked)
    {
        const auto own = m_at.find(QUrl(QString::fromUtf8(asked.target)).path().toUtf8());
        if (own == m_at.end()) {
            return m_always(asked);
        }
        return own->size() > 1 ? own->takeFirst() : own->first();
    }

    static void send(QTcpSocket *client, const Answer &answer)
    {
        client->write(answer.bytes);
        if (!answer.slowly.isEmpty()) {
            auto *timer = new QTimer(client);
            connect(timer, &QTimer::timeout, client, [client, rest = answer.slowly]() mutable {
                client->write(rest.left(1));
                rest.remove(0, 1);
            });
            timer->start(5);
        }
        if (!answer.forever.isEmpty()) {
            const auto more = [client, forever = answer.forever] {
                constexpr qint64 enough = 1 << 18;
                while (client->state() == QTcpSocket::ConnectedState && client->bytesToWrite() < enough) {
                    client->write(forever);
                }
            };
            connect(client, &QTcpSocket::bytesWritten, client, more);
            more();
        }
        if (answer.then == Answer::Then::Close) {
            client->disconnectFromHost();
        }
    }

    Answering m_always;
    QHash<QByteArray, QList<Answer>> m_at;
    QList<Asked> m_asked;
    QList<QByteArray> m_resolved;
};

} // namespace paperdawn::test
