// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/paperrow.h"

#include "app/formats/filetext.h"
#include "app/formats/markdowntext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

struct ColumnName
{
    QStringView name; ///< lower case
    Column column;
};
constexpr ColumnName columnNames[] = {
    {u"标题", Column::ShownTitle},
    {u"中文标题", Column::ShownTitle},
    {u"作者", Column::Author},
    {u"第一作者", Column::Author},
    {u"发布日期", Column::Date},
    {u"日期", Column::Date},
    {u"pdf链接", Column::Link},
    {u"链接", Column::Link},
    {u"代码仓库", Column::Code},
    {u"代码", Column::Code},
    {u"英文标题", Column::Title},
    {u"原标题", Column::Title},
    {u"摘要", Column::ShownAbstract},
    {u"中文摘要", Column::ShownAbstract},
    {u"英文摘要", Column::Abstract},
    {u"title", Column::Title},
    {u"author", Column::Author},
    {u"authors", Column::Author},
    {u"first author", Column::Author},
    {u"date", Column::Date},
    {u"published", Column::Date},
    {u"submitted", Column::Date},
    {u"pdf", Column::Link},
    {u"link", Column::Link},
    {u"url", Column::Link},
    {u"code", Column::Code},
    {u"repository", Column::Code},
    {u"abstract", Column::Abstract},
    {u"summary", Column::Abstract},
};

Column columnNamed(QStringView name)
{
    const QString folded = name.toString().toLower();
    const auto it = std::find_if(std::begin(columnNames), std::end(columnNames),
                                 [&](const ColumnName &known) { return known.name == folded; });
    return it == std::end(columnNames) ? Column::Other : it->column;
}

/** Titles and abstracts, in which bare pipes may stand. */
bool isText(Column column)
{
    return column == Column::ShownTitle || column == Column::Title || column == Column::ShownAbstract ||
           column == Column::Abstract;
}

bool isUnknown(QStringView cell)
{
    return cell.isEmpty() || cell == "N/A"_L1;
}

bool isCode(QStringView cell)
{
    return isUnknown(cell) || !readMarkdownLink(cell).address.isNull();
}

bool isDate(QStringView cell)
{
    return isUnknown(cell) || (cell.size() == 10 && dateIn(cell).isValid());
}

/** A run of cells that belongs to one column. */
struct Share
{
    Column column;
    qsizetype first;
    qsizetype count;
};

/** Gives the cells `first` to `first + count` to `columns`; all of a surplus goes to one text among them. */
QList<Share> shares(const QList<Column> &columns, qsizetype first, qsizetype count, qsizetype surplusColumn)
{
    const qsizetype surplus = std::max<qsizetype>(0, count - columns.size());
    QList<Share> shared;
    for (qsizetype i = 0; i < columns.size() && count > 0; ++i) {
        const qsizetype taken = std::min(count, i == surplusColumn ? 1 + surplus : 1);
        shared.append({columns[i], first, taken});
        first += taken;
        count -= taken;
    }
    return shared;
}

/** Leaves out the columns whose kind of cell the row plainly lacks, until cells and columns are as many. */
QList<Column> columnsPresent(QStringView text, const QList<MarkdownCell> &cells, qsizetype first,
                             qsizetype count, QList<Column> columns)
{
    const auto noneLike = [&](bool (*isLike)(QStringView)) {
        return std::none_of(cells.begin() + first, cells.begin() + first + count,
                            [&](const MarkdownCell &cell) { return isLike(cell.in(text)); });
    };
    for (const auto &[column, isLike] :
         {std::pair(Column::Code, &isCode), std::pair(Column::Date, &isDate)}) {
        const qsizetype at = columns.indexOf(column);
        if (columns.size() > count && at >= 0 && noneLike(isLike)) {
            columns.removeAt(at);
        }
    }
    return columns;
}

/** Of the columns left of the link the first text takes a surplus, of those right of it the last. */
qsizetype surplusColumn(const QList<Column> &columns, bool isLeft)
{
    const auto first = std::find_if(columns.begin(), columns.end(), isText);
    const auto last = std::find_if(columns.rbegin(), columns.rend(), isText);
    if (first == columns.end()) {
        return columns.size() - 1;
    }
    return isLeft ? first - columns.begin() : columns.rend() - last - 1;
}

QString unescapedPipes(QStringView cell)
{
    return cell.toString().replace("\\|"_L1, "|"_L1);
}

class RowReader final
{
public:
    RowReader(QStringView text, const QList<MarkdownCell> &cells, CellEscapes escapes)
        : m_text(text)
        , m_cells(cells)
        , m_escapes(escapes)
    {
    }

    RowTexts read(const QList<Column> &columns)
    {
        const qsizetype link = linkCell(columns);
        if (link < 0) {
            return {};
        }
        const QList<Column> left = columns.first(std::max<qsizetype>(0, columns.indexOf(Column::Link)));
        const QList<Column> right = columns.sliced(columns.indexOf(Column::Link) + 1);
        readSide(left, 0, columns.contains(Column::Link) ? link : 0, true);
        readSide(right, columns.contains(Column::Link) ? link + 1 : 0,
                 m_cells.size() - (columns.contains(Column::Link) ? link + 1 : 0), false);
        m_row.link = addressOf(link);
        return m_row;
    }

private:
    /** The link where the header promises it, else the first there is. */
    [[nodiscard]] qsizetype linkCell(const QList<Column> &columns) const
    {
        const qsizetype expected = columns.indexOf(Column::Link);
        if (expected >= 0 && expected < m_cells.size() && isPaperLink(m_cells[expected].in(m_text))) {
            return expected;
        }
        const auto it = std::find_if(m_cells.begin(), m_cells.end(), [this](const MarkdownCell &cell) {
            return isPaperLink(cell.in(m_text));
        });
        return it == m_cells.end() ? -1 : it - m_cells.begin();
    }

    void readSide(const QList<Column> &all, qsizetype first, qsizetype count, bool isLeft)
    {
        const QList<Column> columns = columnsPresent(m_text, m_cells, first, count, all);
        m_row.missing = m_row.missing || count < all.size();
        m_row.surplus = m_row.surplus || count > all.size();
        for (const Share &share : shares(columns, first, count, surplusColumn(columns, isLeft))) {
            take(share.column, {m_cells[share.first].begin, m_cells[share.first + share.count - 1].end});
        }
    }

    void take(Column column, const MarkdownCell &cell)
    {
        const QString text = textOf(cell);
        switch (column) {
        case Column::ShownTitle:
            m_row.texts.shownTitle = text;
            break;
        case Column::ShownAbstract:
            m_row.texts.shownAbstract = text;
            break;
        case Column::Title:
            m_row.texts.title = text;
            break;
        case Column::Abstract:
            m_row.texts.abstract = text;
            break;
        case Column::Author:
            m_row.texts.author = text;
            break;
        case Column::Date:
            m_row.texts.submitted = dateIn(text);
            break;
        case Column::Code:
            takeCode(cell.in(m_text));
            break;
        case Column::Link:
        case Column::Other:
            break;
        }
    }

    void takeCode(QStringView cell)
    {
        const QString address = unescaped(readMarkdownLink(cell).address);
        if (!address.isEmpty()) {
            m_row.texts.codeUrls = {address};
        }
    }

    [[nodiscard]] QString unescaped(QStringView written) const
    {
        return m_escapes == CellEscapes::Full ? unescapedMarkdown(written) : unescapedPipes(written);
    }

    [[nodiscard]] QString addressOf(qsizetype cell) const
    {
        return unescaped(readMarkdownLink(m_cells[cell].in(m_text)).address);
    }

    [[nodiscard]] QString textOf(const MarkdownCell &cell) const
    {
        const QStringView written = cell.in(m_text);
        if (isUnknown(written)) {
            return {};
        }
        const MarkdownLink link = readMarkdownLink(written);
        // a title may itself be the link to the paper
        return unescaped(link.label.isEmpty() || !isPaperLink(written) ? written : link.label);
    }

    const QStringView m_text;
    const QList<MarkdownCell> &m_cells;
    const CellEscapes m_escapes;
    RowTexts m_row;
};

} // namespace

std::optional<QList<Column>> readColumns(QStringView headerLine)
{
    QList<Column> columns;
    for (const MarkdownCell &cell : markdownCells(headerLine, 0, headerLine.size())) {
        columns.append(columnNamed(cell.in(headerLine)));
    }
    const auto named =
        std::count_if(columns.begin(), columns.end(), [](Column c) { return c != Column::Other; });
    const bool hasTitle = std::any_of(columns.begin(), columns.end(), isText);
    const bool isList = columns.contains(Column::Link) ? columns.size() > 1 : hasTitle && named >= 2;
    // most of the names must be ours: a table about something else may have a column "Date" or "Link"
    return isList && named * 2 > columns.size() ? std::optional(columns) : std::nullopt;
}

bool isPaperLink(QStringView cell)
{
    const MarkdownLink link = readMarkdownLink(cell);
    if (link.address.isNull()) {
        return false;
    }
    return trimmedBlanks(link.label).compare("PDF"_L1, Qt::CaseInsensitive) == 0 ||
           VersionedId::parse(link.address).has_value();
}

RowTexts readRow(QStringView text, const QList<MarkdownCell> &cells, const QList<Column> &columns,
                 CellEscapes escapes)
{
    return RowReader(text, cells, escapes).read(columns);
}

} // namespace paperdawn
