// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/formats/arxivatom.h"
#include "app/sources/asking.h"

namespace paperdawn {

/**
 * arXiv's API (https://info.arxiv.org/help/api/user-manual.html): lists of a category by when papers were
 * first submitted, and papers by their numbers. Such a list is no announcement: it knows neither papers that
 * were cross-listed or replaced later nor arXiv's order. Answers are parsed in the pool. Errors: those of the
 * transport and of parseArxivAtom(). Thread: the transport's.
 */
class ArxivApi final
{
public:
    static constexpr int papersAPage = 200;
    static constexpr int papersALookUp = 100;
    /** `start` and page together may not go beyond, or the server fails. */
    static constexpr int longestAnswer = 10'000;

    ArxivApi(Transport &transport, const Endpoints &endpoints, QThreadPool &pool);

    /** Papers of a category submitted so that they can stand on the list of `day`, from the `start`th on. */
    [[nodiscard]] Future<AtomPage> list(const QString &category, QDate day, int start, std::stop_token stop,
                                        HttpProgressed progressed) const;
    /** How many papers of a category were submitted so that they can stand on the lists from `first` to
     * `last`. */
    [[nodiscard]] Future<int> count(const QString &category, QDate first, QDate last,
                                    std::stop_token stop) const;
    /** At most papersALookUp of them, in their newest versions; those that arXiv does not have are left out.
     */
    [[nodiscard]] Future<AtomPage> papers(const QList<PaperId> &ids, std::stop_token stop,
                                          HttpProgressed progressed) const;

    /** What list() asks for, and count(). */
    [[nodiscard]] static QString listQuery(const QString &category, QDate day);
    [[nodiscard]] static QString listQuery(const QString &category, QDate first, QDate last);

private:
    [[nodiscard]] Future<HttpReply> get(const Parameters &parameters, std::stop_token stop,
                                        HttpProgressed progressed) const;
    [[nodiscard]] Future<AtomPage> ask(const Parameters &parameters, std::stop_token stop,
                                       HttpProgressed progressed) const;

    Transport &m_transport;
    const Endpoints &m_endpoints;
    QThreadPool &m_pool;
};

} // namespace paperdawn
