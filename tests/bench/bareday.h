// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QDate>
#include <QList>

struct sqlite3;
struct sqlite3_stmt;

namespace paperdawn::bench {

/** A row as bare SQLite gives it. */
struct BareRow
{
    QString title;
    QString authors;
    QString categories;
    bool marked = false;
};

/** The rows of a day's list, read with a connection of its own that stays open: the floor of
 * Library::papers(). */
class BareReader final
{
public:
    /** `folder`: of a library. */
    explicit BareReader(const QString &folder);
    ~BareReader();
    Q_DISABLE_COPY_MOVE(BareReader)

    [[nodiscard]] QList<BareRow> day(QDate day);

private:
    sqlite3 *m_handle = nullptr;
    sqlite3_stmt *m_rows = nullptr;
};

/** The least that shows them: the floor of PaperTableModel. */
class BareModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void show(QList<BareRow> rows);
    /** Changes what a row shows, or changes it back. */
    void mark(int row);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QList<BareRow> m_rows;
};

} // namespace paperdawn::bench
