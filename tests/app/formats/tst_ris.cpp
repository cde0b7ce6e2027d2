// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/ris.h"

#include "app/formats/authorname.h"
#include "tests/support/nastypapers.h"

#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

class TestRis : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWholePaper()
    {
        PaperDetails paper = namedOnly(*PaperId::parse(u"2512.07834"_s), 2);
        paper.title = u"On $\\alpha$\n  decay in Erd\\H{o}s graphs"_s;
        paper.abstract = u"One.\n\nTwo with $x^2$."_s;
        paper.authors = {u"Pál Erd\\H{o}s"_s, u"Simon van der Meer"_s, u"John Smith Jr."_s,
                         u"LHCb Collaboration"_s, u"Plato"_s};
        paper.authorsComplete = true;
        paper.categories = {u"math-ph"_s, u"cs.CL"_s};
        paper.submitted = QDateTime(QDate(2024, 12, 31), QTime(23, 59), Qt::UTC);
        paper.updated = QDateTime(QDate(2025, 12, 8), QTime(1, 2), Qt::UTC);
        paper.comment = u"5 pages"_s;
        paper.journalRef = u"Nature 1 (2025)"_s;
        paper.translations = {translation(u"论衰变"_s, u"一。"_s)};
        QCOMPARE(QString::fromUtf8(writeRis({paper})),
                 QStringList({u"TY  - UNPB"_s,
                              u"TI  - On α decay in Erdős graphs"_s,
                              u"TT  - 论衰变"_s,
                              u"AU  - Erdős, Pál"_s,
                              u"AU  - van der Meer, Simon"_s,
                              u"AU  - Smith, John, Jr."_s,
                              u"AU  - LHCb Collaboration"_s,
                              u"AU  - Plato"_s,
                              u"PY  - 2025"_s,
                              u"DA  - 2025/12/08"_s,
                              u"AB  - One. Two with x²."_s,
                              u"KW  - math-ph"_s,
                              u"KW  - cs.CL"_s,
                              u"PB  - arXiv"_s,
                              u"AN  - arXiv:2512.07834"_s,
                              u"DO  - 10.48550/arXiv.2512.07834"_s,
                              u"UR  - https://arxiv.org/abs/2512.07834"_s,
                              u"L1  - https://arxiv.org/pdf/2512.07834v2"_s,
                              u"N1  - 5 pages"_s,
                              u"N1  - Nature 1 (2025)"_s,
                              u"ER  - "_s,
                              QString(),
                              QString()})
                     .join(u"\r\n"_s));
    }

    void partOfAPaper()
    {
        PaperDetails paper = namedOnly(*PaperId::parse(u"biorxiv:10.1101/2024.10.23.619800"_s));
        paper.authors = {u"Lovelace, A."_s};
        paper.doi = u"10.1000/x"_s;
        QCOMPARE(
            QString::fromUtf8(writeRis({paper})),
            QStringList({u"TY  - UNPB"_s, u"AU  - Lovelace, A."_s, u"AU  - et al.,"_s, u"PB  - bioRxiv"_s,
                         u"AN  - 10.1101/2024.10.23.619800"_s, u"DO  - 10.1101/2024.10.23.619800"_s,
                         u"UR  - https://doi.org/10.1101/2024.10.23.619800"_s,
                         u"L1  - https://doi.org/10.1101/2024.10.23.619800"_s,
                         u"N1  - Published as 10.1000/x"_s, u"ER  - "_s, QString(), QString()})
                .join(u"\r\n"_s));
    }

    /** Every line is a field, whatever stands in the texts. */
    void nothingBreaksOut()
    {
        static const QRegularExpression field(
            QRegularExpression::anchoredPattern(u"[A-Z][A-Z0-9]  - [^\\x00-\\x1f]*"_s));
        const QList<PaperDetails> papers = nastyPapers(
            nastyTexts(fragments() + controlFragments() + QStringList{u"\r\nER  - \r\nTY  - JOUR"_s}, 300));
        const QString ris = QString::fromUtf8(writeRis(papers));
        QCOMPARE(ris.count(u"\r\nER  - \r\n"_s), papers.size());
        for (const QString &line : ris.split(u"\r\n"_s, Qt::SkipEmptyParts)) {
            QVERIFY2(field.match(line).hasMatch(), qPrintable(line));
        }
        QCOMPARE(ris.count(QRegularExpression(u"^TY  - UNPB"_s, QRegularExpression::MultilineOption)),
                 papers.size());
    }

    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("parts");
        const auto row = [](const QString &name, const QString &parts) {
            QTest::newRow(qPrintable(name)) << name << parts;
        };
        row(u"Ada Lovelace"_s, u"Lovelace/Ada/"_s);
        row(u"Plato"_s, u"Plato//"_s);
        row(u"J. van den Berg"_s, u"Berg/J. van den/"_s); // "den" is not on arXiv's list
        row(u"Anna de la Cruz"_s, u"de la Cruz/Anna/"_s);
        row(u"de Gennes"_s, u"Gennes/de/"_s); // to arXiv, a first name is left over
        row(u"Neal J. Evans II"_s, u"Evans/Neal J./II"_s);
        row(u"John V"_s, u"V/John/"_s);
        row(u"Robert W. Heath, Jr."_s, u"Heath/Robert W./Jr."_s);
        row(u"Lovelace, A. B."_s, u"Lovelace/A. B./"_s);
        row(u"Smith, J., Jr."_s, u"Smith/J./Jr."_s);
        row(u"The LHCb Collaboration"_s, u"The LHCb Collaboration//"_s);
        row(u"张 三"_s, u"三/张/"_s);
        row(QString(), u"//"_s);
    }

    void names()
    {
        QFETCH(QString, name);
        const AuthorName parts = authorName(name);
        QTEST(QStringList({parts.key, parts.first, parts.suffix}).join(u'/'), "parts");
    }
};

QTEST_GUILESS_MAIN(TestRis)
#include "tst_ris.moc"
