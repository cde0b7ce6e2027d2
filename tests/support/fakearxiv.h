// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/faketransport.h"

#include <QMap>

namespace paperdawn::test {

inline AtomEntry entry(int number, const QString &category = QStringLiteral("cs.CL"))
{
    return {QStringLiteral("2512.%1").arg(number, 5, 10, QChar(u'0')) + QStringLiteral("v1"),
            QStringLiteral("Paper %1").arg(number), category};
}

inline QList<AtomEntry> entries(int first, int count, const QString &category = QStringLiteral("cs.CL"))
{
    QList<AtomEntry> list;
    for (int i = first; i < first + count; ++i) {
        list += entry(i, category);
    }
    return list;
}

/** arXiv with some papers in each category, which it answers in pages. */
struct FakeArxiv
{
    QMap<QString, QList<AtomEntry>> lists;

    [[nodiscard]] QByteArray answer(const QUrl &url) const
    {
        if (const QString ids = asked(url, QStringLiteral("id_list")); !ids.isEmpty()) {
            return byIds(ids.split(u','));
        }
        const QString query = asked(url, QStringLiteral("search_query"));
        const int start = asked(url, QStringLiteral("start")).toInt();
        const int most = asked(url, QStringLiteral("max_results")).toInt();
        for (auto list = lists.begin(); list != lists.end(); ++list) {
            if (query.contains(QStringLiteral("cat:") + list.key())) {
                return atomFeed(list->mid(start, most), int(list->size()), start);
            }
        }
        return atomFeed({}, 0, start);
    }

    /** Its total is how many were asked for, whether it knows them or not. */
    [[nodiscard]] QByteArray byIds(const QStringList &ids) const
    {
        QList<AtomEntry> found;
        for (const QList<AtomEntry> &list : lists) {
            for (const AtomEntry &one : list) {
                if (ids.contains(one.id.section(u'v', 0, 0))) {
                    found += one;
                }
            }
        }
        return atomFeed(found, int(ids.size()));
    }
};

} // namespace paperdawn::test
