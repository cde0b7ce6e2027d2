// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/rows.h"

namespace paperdawn {

namespace {

/** Half a surrogate pair would come back as another character. */
void makeValid(QString &text)
{
    if (!text.isValidUtf16()) {
        const QList<uint> characters = text.toUcs4(); // with U+FFFD in its place
        text =
            QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()), characters.size());
    }
}

void makeLines(QStringList &list)
{
    for (QString &item : list) {
        makeValid(item);
        if (item.contains(u'\n')) {
            item = item.simplified();
        }
    }
    list.removeAll(QString());
}

} // namespace

PaperDetails storable(PaperDetails told)
{
    for (QString *text :
         {&told.title, &told.abstract, &told.comment, &told.journalRef, &told.doi, &told.pdfUrl}) {
        makeValid(*text);
    }
    for (QStringList *list : {&told.authors, &told.categories, &told.codeUrls}) {
        makeLines(*list);
    }
    for (Translation &translation : told.translations) {
        makeValid(translation.title);
        makeValid(translation.abstract);
    }
    return told;
}

PaperRows::PaperRows(Connection &cache)
    : m_paper(cache,
              "SELECT version, title, authors, authors_complete, categories, submitted, updated, comment,"
              " journal_ref, doi, pdf_url, code_urls, flags FROM paper WHERE row = ?")
    , m_abstract(cache, "SELECT text FROM abstract WHERE row = ?")
    , m_translations(cache, "SELECT language, origin, title, abstract, flags FROM translation WHERE row = ?")
{
}

std::optional<PaperDetails> PaperRows::find(const PaperId &id)
{
    const qint64 row = id.row();
    if (!m_paper.with(row).step()) {
        return {};
    }
    PaperDetails paper{.id = id};
    paper.version = int(m_paper.number(0));
    paper.title = m_paper.text(1);
    paper.authors = m_paper.lines(2);
    paper.authorsComplete = m_paper.number(3) != 0;
    paper.categories = m_paper.lines(4);
    paper.submitted = m_paper.time(5);
    paper.updated = m_paper.time(6);
    paper.comment = m_paper.text(7);
    paper.journalRef = m_paper.text(8);
    paper.doi = m_paper.text(9);
    paper.pdfUrl = m_paper.text(10);
    paper.codeUrls = m_paper.lines(11);
    paper.flags = PaperFlags::fromInt(int(m_paper.number(12)));
    paper.abstract = abstract(row);
    paper.translations = translations(row);
    return paper;
}

QString PaperRows::abstract(qint64 row)
{
    return m_abstract.with(row).step() ? m_abstract.text(0) : QString();
}

QList<Translation> PaperRows::translations(qint64 row)
{
    QList<Translation> translations;
    m_translations.with(row);
    while (m_translations.step()) {
        translations += {m_translations.text(0), m_translations.text(1), m_translations.text(2),
                         m_translations.text(3), PaperFlags::fromInt(int(m_translations.number(4)))};
    }
    return translations;
}

PaperWriting::PaperWriting(Connection &cache)
    : m_paper(
          cache,
          "INSERT INTO paper(row, version, title, authors, authors_complete, categories, submitted, updated,"
          " comment, journal_ref, doi, pdf_url, code_urls, flags) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
          " ON CONFLICT(row) DO UPDATE SET version=excluded.version, title=excluded.title,"
          " authors=excluded.authors, authors_complete=excluded.authors_complete,"
          " categories=excluded.categories, submitted=excluded.submitted, updated=excluded.updated,"
          " comment=excluded.comment, journal_ref=excluded.journal_ref, doi=excluded.doi,"
          " pdf_url=excluded.pdf_url, code_urls=excluded.code_urls, flags=excluded.flags")
    , m_abstract(
          cache,
          "INSERT INTO abstract(row, text) VALUES(?,?) ON CONFLICT(row) DO UPDATE SET text=excluded.text")
    , m_translation(
          cache, "INSERT INTO translation(row, language, origin, title, flags, abstract) VALUES(?,?,?,?,?,?)"
                 " ON CONFLICT(row, language, origin) DO UPDATE SET title=excluded.title,"
                 " flags=excluded.flags, abstract=excluded.abstract")
    , m_forgetPaper(cache, "DELETE FROM paper WHERE row = ?")
    , m_forgetAbstract(cache, "DELETE FROM abstract WHERE row = ?")
    , m_forgetTranslations(cache, "DELETE FROM translation WHERE row = ?")
{
}

void PaperWriting::forget(qint64 row)
{
    m_forgetPaper.with(row).run();
    m_forgetAbstract.with(row).run();
    m_forgetTranslations.with(row).run();
}

void PaperWriting::write(const PaperDetails &paper, const std::optional<PaperDetails> &held)
{
    const qint64 row = paper.id.row();
    m_paper
        .with(row, paper.version, paper.title, paper.authors, paper.authorsComplete, paper.categories,
              paper.submitted, paper.updated, paper.comment, paper.journalRef, paper.doi, paper.pdfUrl,
              paper.codeUrls, paper.flags.toInt())
        .run();
    if (!paper.abstract.isNull() && (!held || held->abstract != paper.abstract)) {
        m_abstract.with(row, paper.abstract).run();
    }
    for (const Translation &translation : paper.translations) {
        if (!held || !held->translations.contains(translation)) {
            m_translation
                .with(row, translation.language, translation.origin, translation.title,
                      translation.flags.toInt(), translation.abstract)
                .run();
        }
    }
}

} // namespace paperdawn
