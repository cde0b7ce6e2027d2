// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/async.h"
#include "app/net/transport.h"

#include <QStringList>
#include <QUrlQuery>
#include <functional>

namespace paperdawn::test {

/** Answers without a network, by what a function says; remembers what was asked. Settles at once. */
class FakeTransport final : public Transport
{
public:
    using Answer = std::function<Result<HttpReply>(const QUrl &)>;

    explicit FakeTransport(Answer answer)
        : m_answer(std::move(answer))
    {
    }

    [[nodiscard]] Future<HttpReply> get(HttpRequest request, std::stop_token stop,
                                        HttpProgressed /*progressed*/) override
    {
        m_asked += request.url;
        return readyFuture(stop.stop_requested() ? failure(ErrorKind::Cancelled) : m_answer(request.url));
    }

    [[nodiscard]] const QList<QUrl> &asked() const { return m_asked; }

private:
    Answer m_answer;
    QList<QUrl> m_asked;
};

/** A value of the query of an address, decoded. */
inline QString asked(const QUrl &url, const QString &name)
{
    return QUrlQuery(url).queryItemValue(name, QUrl::FullyDecoded);
}

/** A paper as arXiv's API tells of it. */
struct AtomEntry
{
    QString id; ///< "2512.07834v1"
    QString title;
    QString category; ///< primary
};

/** An answer of arXiv's API as it writes it since 2025-11-11. */
inline QByteArray atomFeed(const QList<AtomEntry> &entries, int total, int start = 0)
{
    QString feed =
        QStringLiteral(
            "<?xml version='1.0' encoding='UTF-8'?>\n"
            "<feed xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\" "
            "xmlns:arxiv=\"http://arxiv.org/schemas/atom\" xmlns=\"http://www.w3.org/2005/Atom\">\n"
            "  <id>https://arxiv.org/api/cHxbiOdZaP56ODnBPIenZhzg5f8</id>\n  <title>arXiv Query</title>\n"
            "  <updated>2025-12-10T00:00:00Z</updated>\n"
            "  <opensearch:itemsPerPage>200</opensearch:itemsPerPage>\n"
            "  <opensearch:totalResults>%1</opensearch:totalResults>\n"
            "  <opensearch:startIndex>%2</opensearch:startIndex>\n")
            .arg(total)
            .arg(start);
    for (const AtomEntry &entry : entries) {
        feed += QStringLiteral("  <entry>\n    <id>http://arxiv.org/abs/%1</id>\n    <title>%2</title>\n"
                               "    <updated>2025-12-08T15:00:00Z</updated>\n"
                               "    <summary>Abstract of %2.</summary>\n"
                               "    <category term=\"%3\" scheme=\"http://arxiv.org/schemas/atom\"/>\n"
                               "    <published>2025-12-08T15:00:00Z</published>\n"
                               "    <arxiv:primary_category term=\"%3\"/>\n"
                               "    <author>\n      <name>Ann Author</name>\n    </author>\n  </entry>\n")
                    .arg(entry.id, entry.title.toHtmlEscaped(), entry.category);
    }
    return (feed + QStringLiteral("</feed>\n")).toUtf8();
}

inline HttpReply atomReply(const QByteArray &body, int status = 200)
{
    HttpReply reply;
    reply.status = status;
    reply.contentType = "application/atom+xml";
    reply.body = body;
    return reply;
}

} // namespace paperdawn::test
