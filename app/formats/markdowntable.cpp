// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/markdowntable.h"

#include "app/formats/filetext.h"

#include <algorithm>

namespace paperdawn {

QList<MarkdownLine> markdownLines(QStringView text)
{
    QList<MarkdownLine> lines;
    int number = 1;
    for (qsizetype begin = 0; begin < text.size(); ++number) {
        qsizetype end = text.indexOf(u'\n', begin);
        end = end < 0 ? text.size() : end;
        lines.append({begin, end, number});
        begin = end + 1;
    }
    return lines;
}

namespace {

/** The piece of `text` between `begin` and `end` without blanks at its ends. */
MarkdownCell trimmedCell(QStringView text, qsizetype begin, qsizetype end)
{
    const QStringView whole = text.sliced(begin, end - begin);
    const QStringView trimmed = trimmedBlanks(whole);
    const qsizetype skipped = trimmed.isEmpty() ? 0 : trimmed.data() - whole.data();
    return {begin + skipped, begin + skipped + trimmed.size()};
}

/** A line of pipes could have millions; behind that many the rest is one. */
constexpr qsizetype mostCells = 1'000;

bool isBarePipe(QStringView text, qsizetype at, qsizetype begin)
{
    return text[at] == u'|' && (at == begin || text[at - 1] != u'\\');
}

} // namespace

QList<MarkdownCell> markdownCells(QStringView text, qsizetype begin, qsizetype end)
{
    const MarkdownCell row = trimmedCell(text, begin, end);
    QList<MarkdownCell> cells;
    qsizetype cellBegin = row.begin;
    for (qsizetype i = row.begin; i < row.end && cells.size() < mostCells; ++i) {
        if (!isBarePipe(text, i, row.begin)) {
            continue;
        }
        if (i > row.begin) {
            cells.append(trimmedCell(text, cellBegin, i));
        }
        cellBegin = i + 1;
    }
    if (cellBegin < row.end) {
        cells.append(trimmedCell(text, cellBegin, row.end));
    }
    return cells;
}

bool isDelimiterRow(QStringView line)
{
    line = trimmedBlanks(line);
    const auto belongs = [](QChar c) {
        return c == u'|' || c == u'-' || c == u':' || c == u' ' || c == u'\t';
    };
    return line.contains(u'|') && line.contains(u'-') && std::all_of(line.begin(), line.end(), belongs);
}

namespace {

/** What a line looks like, whichever row it belongs to. */
struct LineLook
{
    bool blank = false;
    bool opens = false;  ///< begins with a pipe
    bool closes = false; ///< ends with a pipe
    bool nested = false; ///< of a table inside a cell
    qsizetype pipes = 0;
    qsizetype link = -1; ///< number of the cell that links to a paper, if there is one
};

LineLook lookOf(QStringView text, const MarkdownLine &line, bool (*isPaperLink)(QStringView))
{
    const QStringView content = trimmedBlanks(line.in(text));
    LineLook look;
    look.blank = content.isEmpty();
    if (look.blank) {
        return look;
    }
    look.opens = content.front() == u'|';
    look.closes = isBarePipe(content, content.size() - 1, 0);
    const QList<MarkdownCell> cells = markdownCells(text, line.begin, line.end);
    look.pipes = cells.size() + (look.opens && look.closes ? 1 : look.opens || look.closes ? 0 : -1);
    const auto link = std::find_if(cells.begin(), cells.end(),
                                   [&](const MarkdownCell &cell) { return isPaperLink(cell.in(text)); });
    look.link = link == cells.end() ? -1 : link - cells.begin();
    return look;
}

/** Marks the tables that stand inside cells: a header, a row of dashes, rows of as many cells. */
void markNested(QStringView text, const QList<MarkdownLine> &lines, qsizetype begin, QList<LineLook> &looks)
{
    for (qsizetype i = 1; i < looks.size(); ++i) {
        const bool isTable =
            isDelimiterRow(lines[begin + i].in(text)) && looks[i - 1].opens && looks[i - 1].link < 0;
        if (!isTable) {
            continue;
        }
        const qsizetype pipes = looks[i].pipes;
        looks[i - 1].nested = true;
        for (; i < looks.size() && looks[i].opens && looks[i].link < 0 && looks[i].pipes == pipes; ++i) {
            looks[i].nested = true;
        }
    }
}

/** Walks over the lines of a table and puts them together to rows. */
class RowScanner final
{
public:
    RowScanner(const TableShape &shape, const QList<LineLook> &looks, qsizetype begin)
        : m_shape(shape)
        , m_looks(looks)
        , m_begin(begin)
    {
    }

    QList<MarkdownRow> rows()
    {
        for (qsizetype i = 0; i < m_looks.size(); ++i) {
            if (!m_looks[i].blank) {
                m_shape.outerPipes && !m_shape.oneLineRows ? scan(i) : scanOneLine(i);
            }
        }
        return std::move(m_rows);
    }

private:
    enum class State { Outside, InHead, InTail }; ///< before and after the link

    void scanOneLine(qsizetype i)
    {
        if (m_looks[i].pipes > 0 || m_looks[i].link >= 0) {
            m_rows.append({m_begin + i, m_begin + i, m_looks[i].closes || !m_shape.outerPipes});
        }
    }

    void scan(qsizetype i)
    {
        if (m_state == State::Outside ? startsRow(i) : restartsRow(i)) {
            start(i);
        } else if (m_state == State::Outside) {
            stray(i);
        } else {
            proceed(i);
        }
    }

    [[nodiscard]] bool hasWholeHead(const LineLook &look) const { return look.link >= m_shape.linkColumn; }

    [[nodiscard]] bool startsRow(qsizetype i) const
    {
        const LineLook &look = m_looks[i];
        return (look.opens && !look.nested) || hasWholeHead(look);
    }

    /** A row that begins while one is open: that one lacks its end. */
    [[nodiscard]] bool restartsRow(qsizetype i) const { return m_looks[i].opens && hasWholeHead(m_looks[i]); }

    void start(qsizetype i)
    {
        m_rows.append({m_begin + i, m_begin + i, false});
        m_pipes = 0;
        m_state = State::InHead;
        proceed(i);
    }

    void proceed(qsizetype i)
    {
        const LineLook &look = m_looks[i];
        m_rows.last().last = m_begin + i;
        if (look.nested) {
            return;
        }
        m_pipes += look.pipes;
        if (look.link >= 0) {
            m_state = State::InTail;
        }
        const bool isFirst = m_rows.last().first == m_begin + i;
        const bool hasCells = isFirst || m_pipes > m_shape.columns;
        if (look.closes && (m_state == State::InTail || hasCells)) {
            m_rows.last().whole = true;
            m_state = State::Outside;
        }
    }

    /** Text after a whole row goes on in its last cell if a pipe closes it again; else it is none of the
     * table's. */
    void stray(qsizetype i)
    {
        if (!m_rows.isEmpty() && m_looks[i].closes && !m_looks[i].nested) {
            m_rows.last().last = m_begin + i;
        }
    }

    const TableShape m_shape;
    const QList<LineLook> &m_looks;
    const qsizetype m_begin;
    QList<MarkdownRow> m_rows;
    State m_state = State::Outside;
    qsizetype m_pipes = 0; ///< of the open row
};

} // namespace

QList<MarkdownRow> tableRows(QStringView text, const QList<MarkdownLine> &lines, qsizetype begin,
                             qsizetype end, const TableShape &shape, bool (*isPaperLink)(QStringView cell))
{
    QList<LineLook> looks;
    looks.reserve(end - begin);
    for (qsizetype i = begin; i < end; ++i) {
        looks.append(lookOf(text, lines[i], isPaperLink));
    }
    if (!shape.oneLineRows) {
        markNested(text, lines, begin, looks);
    }
    return RowScanner(shape, looks, begin).rows();
}

} // namespace paperdawn
