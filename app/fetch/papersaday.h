// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/sources/arxivapi.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <stop_token>

namespace paperdawn {

/**
 * How many papers categories bring on a day with a list: what arXiv's API counts of five lists, divided by
 * five. Each category is asked for once, one after the other. What cannot be told is left out in silence.
 * Thread: the transport's.
 */
class PapersADay final : public QObject
{
    Q_OBJECT
public:
    static constexpr int lists = 5;

    /** What is told goes into `told`, by category; what is in it is not asked for. All outlive this. */
    PapersADay(const ArxivApi &api, const Clock &clock, QHash<QString, int> &told, QObject *parent = nullptr);
    ~PapersADay() override; ///< cancels

    /** Canonical ids, in the order in which they are asked for; those that were wanted before and are not
     * asked for yet are wanted no more. */
    void ask(const QStringList &categories);
    /** Nothing is wanted any more. */
    void cancel();
    /** What failed may be asked for again from now on, such as by another network. */
    void forgetFailures();

Q_SIGNALS:
    void changed(); ///< another one is told

private:
    void askNext();
    void ask(const QString &category, bool isAgain);
    void take(const QString &category, const Result<int> &papers);
    void fail(const QString &category, ErrorKind kind);

    const ArxivApi &m_api;
    const Clock &m_clock;
    QHash<QString, int> &m_told;
    QSet<QString> m_failed;
    QStringList m_wanted;
    bool m_isAsking = false;
    std::stop_source m_stop;
};

} // namespace paperdawn
