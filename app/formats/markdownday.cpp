// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/markdownday.h"

#include "app/formats/dayfilebuilder.h"
#include "app/formats/dayheading.h"
#include "app/formats/filetext.h"
#include "app/formats/paperrow.h"
#include "app/formats/readingpage.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace paperdawn {

namespace {

constexpr QStringView failureNote = u"抓取失败";
constexpr QStringView emptinessNote = u"当天没有抓取到有效论文";

/** Reads the tables of a file, one after the other, under the headings above them. */
class DayReader final
{
public:
    DayReader(const FileText &file, const QString &name, bool isOurs)
        : m_text(file.text)
        , m_lines(markdownLines(m_text))
        , m_isOurs(isOurs)
        , m_endsTorn(file.torn || !file.text.endsWith(u'\n'))
        , m_fileDay(dateIn(name))
    {
    }

    DayFile read()
    {
        for (qsizetype i = 0; i < m_lines.size();) {
            i = readAt(i);
        }
        noteTornHeader();
        return m_builder.finish();
    }

private:
    [[nodiscard]] QStringView line(qsizetype i) const { return m_lines[i].in(m_text); }

    /** Reads what begins at line `i` and returns the line behind it. */
    qsizetype readAt(qsizetype i)
    {
        if (const auto heading = readDayHeading(line(i))) {
            enter(*heading, stands(i));
        } else if (const auto columns = columnsAt(i)) {
            return readTable(i, *columns);
        } else {
            readNote(i);
        }
        return i + 1;
    }

    /** Whether a table, a note, another heading or the end follows the heading at `i`. */
    [[nodiscard]] bool stands(qsizetype i) const
    {
        qsizetype next = i + 1;
        while (next < m_lines.size() && trimmedBlanks(line(next)).isEmpty()) {
            ++next;
        }
        return next == m_lines.size() || line(next).startsWith(u'>') || line(next).startsWith(u'|') ||
               columnsAt(next) || readDayHeading(line(next));
    }

    /** Whether the file itself has a heading at `i`, and not the cell that goes on there. */
    [[nodiscard]] bool isHeading(qsizetype i) const
    {
        return line(i).startsWith(u'#') && readDayHeading(line(i)) && stands(i);
    }

    [[nodiscard]] std::optional<QList<Column>> columnsAt(qsizetype i) const
    {
        const bool isHeader = i + 1 < m_lines.size() && isDelimiterRow(line(i + 1)) && line(i).contains(u'|');
        return isHeader ? readColumns(line(i)) : std::nullopt;
    }

    /** `stands`: a section begins, though it may stay empty; else only what follows will tell. */
    void enter(const DayHeading &heading, bool stands)
    {
        m_isReadingList = m_isReadingList || heading.readingList;
        if (heading.source) {
            m_source = heading.source;
            m_day = heading.day;
        } else if (heading.day.isValid()) {
            m_fileDay = heading.day;
        }
        if (stands && heading.source && (day().isValid() || m_isReadingList)) {
            m_builder.begin(day(), *m_source);
        }
    }

    /** No day where the file is a reading list: its sections say only where the papers once stood. */
    [[nodiscard]] QDate day() const
    {
        return m_isReadingList ? QDate() : m_day.isValid() ? m_day : m_fileDay;
    }

    void readNote(qsizetype i)
    {
        QStringView note = line(i);
        if (!note.startsWith(u'>') || !m_source) {
            return;
        }
        note = trimmedBlanks(note.sliced(1));
        if (note.startsWith(failureNote)) {
            note = note.sliced(failureNote.size());
            const bool hasColon = note.startsWith(u'：') || note.startsWith(u':');
            m_builder.noteFailed(day(), *m_source, trimmedBlanks(note.sliced(hasColon ? 1 : 0)).toString());
        } else if (note.startsWith(emptinessNote)) {
            m_builder.noteEmpty(day(), *m_source);
        }
    }

    qsizetype readTable(qsizetype header, const QList<Column> &columns)
    {
        const qsizetype begin = header + 2;
        qsizetype end = begin;
        while (end < m_lines.size() && !isHeading(end) && !columnsAt(end)) {
            ++end;
        }
        if (m_source) {
            m_builder.begin(day(), *m_source);
        }
        const QList<MarkdownRow> rows =
            tableRows(m_text, m_lines, begin, end, shapeOf(header, columns), isPaperLink);
        for (const MarkdownRow &row : rows) {
            readTableRow(row, columns, end == m_lines.size() && &row == &rows.last());
        }
        for (qsizetype i = rows.isEmpty() ? begin : rows.last().last + 1; i < end; ++i) {
            readNote(i);
        }
        return end;
    }

    [[nodiscard]] TableShape shapeOf(qsizetype header, const QList<Column> &columns) const
    {
        const QStringView names = trimmedBlanks(line(header));
        const qsizetype link = columns.indexOf(Column::Link);
        return {columns.size(), std::max<qsizetype>(0, link), names.startsWith(u'|') && names.endsWith(u'|'),
                m_isOurs};
    }

    void readTableRow(const MarkdownRow &row, const QList<Column> &columns, bool isLastOfFile)
    {
        const qsizetype begin = m_lines[row.first].begin;
        const qsizetype end = m_lines[row.last].end;
        const QStringView whole = QStringView(m_text).sliced(begin, end - begin);
        const QList<MarkdownCell> cells = markdownCells(m_text, begin, end);
        const bool atTornEnd = m_endsTorn && row.last + 1 == m_lines.size();
        m_lastRowLine = row.last;
        if (isLastOfFile && (!row.whole || (atTornEnd && cells.size() < columns.size()))) {
            cutOff(row.first, whole);
            return;
        }
        takeRow(readRow(m_text, cells, columns, m_isOurs ? CellEscapes::Full : CellEscapes::Pipes), columns,
                m_lines[row.first].number, whole);
    }

    void takeRow(const RowTexts &row, const QList<Column> &columns, int number, QStringView whole)
    {
        if (row.link.isNull()) {
            m_builder.remark(RowRemark::Why::NoLink, number, whole);
            return;
        }
        const auto id = VersionedId::parse(row.link, m_source);
        if (!id) {
            m_builder.remark(RowRemark::Why::UnknownLink, number, whole);
            return;
        }
        if (row.missing || row.surplus) {
            m_builder.remark(row.missing ? RowRemark::Why::MissingCells : RowRemark::Why::SurplusCells,
                             number, whole);
        }
        m_builder.take(day(), {detailsOf(*id, row.texts, day(), shownText(columns)), Kind::Unknown}, number,
                       whole);
    }

    [[nodiscard]] ShownText shownText(const QList<Column> &columns) const
    {
        if (!m_isOurs) {
            return ShownText::Promised;
        }
        return columns.contains(Column::Title) ? ShownText::Exact : ShownText::Chosen;
    }

    void cutOff(qsizetype firstLine, QStringView whole)
    {
        m_builder.remark(RowRemark::Why::CutOff, m_lines[firstLine].number, whole);
        if (m_source) {
            m_builder.noteCutOff(day(), *m_source);
        } else {
            m_builder.noteCutOffLast();
        }
    }

    /** A file may also end in the middle of a table's header. */
    void noteTornHeader()
    {
        const qsizetype last = m_lines.size() - 1;
        if (m_endsTorn && last > m_lastRowLine && line(last).startsWith(u'|')) {
            cutOff(last, line(last));
        }
    }

    const QString m_text;
    const QList<MarkdownLine> m_lines;
    const bool m_isOurs;
    const bool m_endsTorn;
    QDate m_fileDay;
    QDate m_day; ///< of the section
    std::optional<Source> m_source;
    bool m_isReadingList = false;
    qsizetype m_lastRowLine = -1;
    DayFileBuilder m_builder;
};

/** Where a line of the text is the mark of our exports in this style (notes may stand behind it); -1:
 * nowhere. */
qsizetype markIn(QStringView text, QLatin1StringView style)
{
    const QString mark = exportMarker(style);
    for (qsizetype at = text.lastIndexOf(mark); at >= 0; at = at > 0 ? text.lastIndexOf(mark, at - 1) : -1) {
        const qsizetype end = at + mark.size();
        if ((at == 0 || text[at - 1] == u'\n') && (end == text.size() || text[end] == u'\n')) {
            return at;
        }
    }
    return -1;
}

} // namespace

Result<DayFile> parseMarkdownDay(const QByteArray &bytes, const QString &name)
{
    const auto file = fileText(bytes, name);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const qsizetype pageEnd = markIn(file->text, "reading"_L1);
    DayFile day;
    if (pageEnd < 0) {
        day = DayReader(*file, name, markIn(file->text, "table"_L1) >= 0).read();
    }
    if (day.sections.isEmpty()) {
        day = readReadingPage(pageEnd < 0 ? file->text : file->text.first(pageEnd), name, pageEnd >= 0);
    }
    if (day.sections.isEmpty()) {
        return failure(ErrorKind::NotADayFile, {}, name);
    }
    return day;
}

} // namespace paperdawn
