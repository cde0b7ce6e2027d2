// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/inventedpapers.h"

#include "app/domain/listingday.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <zlib.h>

namespace paperdawn::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype abstractLength = 1180; ///< characters, as recorded abstracts have
constexpr qsizetype mostSentences = 25000; ///< of variety there is enough, and memory is what we measure

QByteArray unzipped(const QString &path)
{
    gzFile file = gzopen(QFile::encodeName(path).constData(), "rb");
    QByteArray bytes;
    QByteArray block(1 << 18, Qt::Uninitialized);
    int got = 0;
    while (file && (got = gzread(file, block.data(), unsigned(block.size()))) > 0) {
        bytes.append(block.constData(), got);
    }
    if (file) {
        gzclose(file);
    }
    return bytes;
}

QString oneLine(const QJsonValue &text)
{
    return text.toString().simplified();
}

} // namespace

std::optional<InventedPapers> InventedPapers::from(const QString &folder)
{
    InventedPapers papers;
    QStringList files;
    for (QDirIterator all(folder, {u"*.jsonl.gz"_s}, QDir::Files, QDirIterator::Subdirectories);
         all.hasNext();) {
        files += all.next();
    }
    files.sort();
    for (const QString &file : std::as_const(files)) {
        for (const QByteArray &line : unzipped(file).split('\n')) {
            const QJsonObject record = QJsonDocument::fromJson(line).object();
            if (record.isEmpty()) {
                continue;
            }
            papers.m_titles += oneLine(record.value("title"_L1));
            papers.m_authors += record.value("authors"_L1).toVariant().toStringList();
            papers.m_categories += record.value("categories"_L1).toVariant().toStringList();
            if (papers.m_sentences.size() < mostSentences) {
                papers.m_sentences += oneLine(record.value("summary"_L1)).split(u". "_s, Qt::SkipEmptyParts);
            }
        }
    }
    if (papers.m_titles.isEmpty()) {
        return {};
    }
    papers.m_authors.removeDuplicates();
    return papers;
}

QList<QDate> InventedPapers::daysFor(qint64 papers)
{
    QList<QDate> days;
    QDate day = newestDay();
    for (qint64 left = papers; left > 0; left -= papersADay) {
        days += day;
        day = ListingDay::previous(day);
    }
    std::reverse(days.begin(), days.end());
    return days;
}

DayFile InventedPapers::list(QDate day, int papers)
{
    DaySection section{.day = day, .status = DayStatus::Complete, .reason = {}, .papers = {}};
    for (int i = 0; i < papers; ++i) {
        section.papers += DayPaper{.details = paper(day), .kind = Kind::New};
        m_last += section.papers.constLast().details.id;
    }
    if (m_last.size() > papersOfTheBigDay) {
        m_last.remove(0, m_last.size() - papersOfTheBigDay);
    }
    return {{section}, {}};
}

DayFile InventedPapers::bigList() const
{
    DaySection section{.day = bigDay(), .status = DayStatus::Complete, .reason = {}, .papers = {}};
    for (const PaperId &id : m_last) {
        section.papers += DayPaper{.details = namedOnly(id, 1), .kind = Kind::New};
    }
    return {{section}, {}};
}

PaperDetails InventedPapers::paper(QDate day)
{
    const QDate month(day.year(), day.month(), 1);
    m_serial = month == m_month ? m_serial + 1 : 1;
    m_month = month;
    const int digits = day.year() < 2015 ? 4 : 5;
    const QString id =
        day.toString(u"yyMM"_s) + u'.' + QString::number(m_serial).rightJustified(digits, u'0');

    PaperDetails paper = namedOnly(*PaperId::parse(id), 1);
    paper.title = anyOf(m_titles);
    while (paper.abstract.size() < abstractLength) {
        paper.abstract += anyOf(m_sentences) + u". "_s;
    }
    paper.abstract.chop(1);
    for (int left = m_random.bounded(2, 11); left > 0; --left) {
        paper.authors += anyOf(m_authors);
    }
    paper.authorsComplete = true;
    for (int left = m_random.bounded(1, 4); left > 0; --left) {
        if (const QString category = anyOf(m_categories); !paper.categories.contains(category)) {
            paper.categories += category;
        }
    }
    paper.submitted = QDateTime(day.addDays(-2), QTime(12, 0), Qt::UTC).addSecs(m_serial);
    paper.updated = paper.submitted;
    return paper;
}

QString InventedPapers::anyOf(const QStringList &texts)
{
    return texts.at(m_random.bounded(int(texts.size())));
}

} // namespace paperdawn::bench
