// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bareday.h"

#include <QFile>
#include <sqlite3.h>

namespace paperdawn::bench {

using namespace Qt::StringLiterals;

namespace {

QString text(sqlite3_stmt *rows, int column)
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(rows, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(rows, column));
}

} // namespace

BareReader::BareReader(const QString &folder)
{
    sqlite3_open_v2(QFile::encodeName(folder + u"/cache.db"_s).constData(), &m_handle, SQLITE_OPEN_READONLY,
                    nullptr);
    sqlite3_prepare_v3(m_handle,
                       "SELECT p.title, p.authors, p.categories FROM listing l JOIN paper p ON p.row = l.row"
                       " WHERE l.day = ? ORDER BY l.source, l.category, l.position",
                       -1, SQLITE_PREPARE_PERSISTENT, &m_rows, nullptr);
}

BareReader::~BareReader()
{
    sqlite3_finalize(m_rows);
    sqlite3_close(m_handle);
}

QList<BareRow> BareReader::day(QDate day)
{
    QList<BareRow> rows;
    sqlite3_bind_int64(m_rows, 1, day.toJulianDay());
    while (sqlite3_step(m_rows) == SQLITE_ROW) {
        rows += {text(m_rows, 0), text(m_rows, 1), text(m_rows, 2), false};
    }
    sqlite3_reset(m_rows);
    return rows;
}

void BareModel::show(QList<BareRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void BareModel::mark(int row)
{
    m_rows[row].marked = !m_rows.at(row).marked;
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

int BareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int BareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 3;
}

QVariant BareModel::data(const QModelIndex &index, int role) const
{
    const BareRow &row = m_rows.at(index.row());
    if (role == Qt::CheckStateRole && index.column() == 0) {
        return row.marked ? Qt::Checked : Qt::Unchecked;
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    return index.column() == 0 ? row.title : index.column() == 1 ? row.authors : row.categories;
}

} // namespace paperdawn::bench
