// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/paperid.h"
#include "app/pdf/notedfile.h"

#include <QDate>
#include <QMap>

namespace paperdawn {

/**
 * The PDFs that their hosts refused for good, so that they are not asked for again by themselves for some
 * weeks; and those that failed otherwise, for a day, so that others get their turn. In a file of its own, a
 * name and the day a line. Thread: the one that made it.
 */
class RefusedPdfs final
{
public:
    static constexpr int days = 30;

    RefusedPdfs(const QString &path, QThreadPool &pool);

    [[nodiscard]] bool contains(const VersionedId &paper, QDate today);
    /** `forDays`: at most `days`. */
    void insert(const VersionedId &paper, QDate today, int forDays = days);
    void remove(const VersionedId &paper); ///< it came after all

private:
    [[nodiscard]] QMap<QString, QDate> &names();
    void note();

    NotedFile m_file;
    std::optional<QMap<QString, QDate>> m_names; ///< read when it is first needed
};

} // namespace paperdawn
