// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/bibtex.h"

#include "tests/support/nastypapers.h"
#include "tests/support/shareddata.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

/** A line of the golden set as arXiv's sources tell it: names in UTF-8, in the order "First Last Suffix". */
PaperDetails goldenPaper(const QJsonObject &golden)
{
    PaperDetails paper = namedOnly(*PaperId::parse(golden.value("arxiv_id"_L1).toString()));
    paper.title = golden.value("title"_L1).toString();
    const QJsonArray authors = golden.value("authors_parsed_utf8"_L1).toArray();
    for (const auto &author : authors) {
        QStringList parts;
        for (const int part : {1, 0, 2}) {
            parts += author.toArray().at(part).toString();
        }
        parts.removeAll(QString());
        paper.authors += parts.join(u' ');
    }
    paper.authorsComplete = true;
    paper.categories = golden.value("categories"_L1).toString().split(u' ');
    const QString doi = golden.value("doi"_L1).toString();
    paper.doi = doi.isEmpty() ? QString() : doi;
    paper.submitted = QDateTime::fromString(golden.value("v1"_L1).toString(), Qt::ISODate);
    paper.updated = QDateTime::fromString(golden.value("current"_L1).toString(), Qt::ISODate);
    return paper;
}

PaperDetails simplePaper(const QString &id, const QString &title)
{
    PaperDetails paper = namedOnly(*PaperId::parse(id), 1);
    paper.title = title;
    paper.authors = {u"Ada Lovelace"_s, u"Charles Babbage"_s};
    paper.authorsComplete = true;
    paper.categories = {u"cs.CL"_s};
    paper.submitted = QDateTime(QDate(2025, 12, 8), QTime(1, 2), Qt::UTC);
    return paper;
}

QStringList keysIn(const QByteArray &bibtex)
{
    static const QRegularExpression key(u"^@misc\\{(.*),$"_s, QRegularExpression::MultilineOption);
    QStringList keys;
    const QString text = QString::fromUtf8(bibtex);
    for (auto it = key.globalMatch(text); it.hasNext();) {
        keys += it.next().captured(1);
    }
    return keys;
}

/** Whether every field ends where it should: braces in balance, the entry's own closed last. */
bool isEnclosed(const QString &entry)
{
    int depth = 0;
    for (qsizetype i = 0; i < entry.size(); ++i) {
        depth += entry[i] == u'{' ? 1 : entry[i] == u'}' ? -1 : 0;
        const bool isInside = i >= 5 && i + 1 < entry.size();
        if (isInside && depth < 1) {
            return false;
        }
    }
    static const QRegularExpression form(
        QRegularExpression::anchoredPattern(u"@misc\\{[\\w]+,\n(      \\w+=\\{[^\n]*\\}, ?\n)+\\}"_s),
        QRegularExpression::UseUnicodePropertiesOption);
    return depth == 0 && form.match(entry).hasMatch();
}

/** Papers with hostile texts everywhere, of both kinds of source. */
QList<PaperDetails> hostilePapers()
{
    QList<PaperDetails> papers = nastyPapers(nastyTexts(fragments() + controlFragments(), 300));
    for (qsizetype i = 0; i < papers.size(); i += 2) {
        PaperDetails preprint = papers[i];
        preprint.id = *PaperId::parse(u"biorxiv:10.1101/2024.10.23.%1"_s.arg(int(i) + 1, 6, 10, '0'_L1));
        papers[i] = preprint;
    }
    return papers;
}

} // namespace

class TestBibtex : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asArxivServesIt()
    {
        REQUIRE_SHARED_DATA(u"bibtex/expected-bibtex-and-authors.jsonl"_s);
        int same = 0;
        QStringList different;
        const QByteArray lines = sharedBytes(u"bibtex/expected-bibtex-and-authors.jsonl"_s).trimmed();
        for (const QByteArray &line : lines.split('\n')) {
            const QJsonObject golden = QJsonDocument::fromJson(line).object();
            const QString expected = golden.value("bibtex"_L1).toString();
            const QString entry = bibtexEntry(goldenPaper(golden));
            if (entry == expected) {
                ++same;
            } else {
                different += golden.value("arxiv_id"_L1).toString();
            }
        }
        // its title has a closing brace too many, and arXiv's own entry ends in the middle of it
        QCOMPARE(different, QStringList{u"0704.0573"_s});
        QCOMPARE(same, 889);
    }

    void aBraceTooManyIsWrittenAsACommand()
    {
        PaperDetails paper = simplePaper(u"0704.0573"_s, u"Elativistic treatment in}$D$ - Dimensions"_s);
        QVERIFY(bibtexEntry(paper).contains(
            u"title={Elativistic treatment in\\textbraceright $D$ - Dimensions}, \n"_s));
        paper.title = u"}, note={x \\{ and {\\bf bold} \\"_s;
        QVERIFY(bibtexEntry(paper).contains(
            u"title={\\textbraceright , note=\\textbraceleft x \\textbraceleft  and {\\bf bold} "
            "\\textbackslash }, \n"_s));
    }

    void onlyWhatIsKnown()
    {
        const PaperDetails bare = namedOnly(*PaperId::parse(u"2512.07834"_s));
        QCOMPARE(bibtexEntry(bare), u"@misc{251207834,\n"
                                    "      eprint={2512.07834},\n"
                                    "      archivePrefix={arXiv},\n"
                                    "      url={https://arxiv.org/abs/2512.07834}, \n"
                                    "}"_s);
        PaperDetails row = bare;
        row.title = u"On the\n  Engine"_s;
        row.authors = {u"Ada Lovelace"_s};
        QCOMPARE(bibtexEntry(row), u"@misc{lovelaceengine,\n"
                                   "      title={On the Engine}, \n"
                                   "      author={Ada Lovelace and others},\n"
                                   "      eprint={2512.07834},\n"
                                   "      archivePrefix={arXiv},\n"
                                   "      url={https://arxiv.org/abs/2512.07834}, \n"
                                   "}"_s);
    }

    void ofBiorxiv()
    {
        PaperDetails paper = simplePaper(u"biorxiv:10.1101/2024.10.23.619800"_s, u"100% of 5_S & {x} \\ ~"_s);
        paper.authors = {u"Lovelace, A."_s, u"Babbage, C."_s};
        paper.doi = u"10.1000/a_b"_s;
        QCOMPARE(bibtexEntry(paper),
                 u"@misc{lovelace20251005sx,\n"
                 "      title={100\\% of 5\\_S \\& \\textbraceleft x\\textbraceright  \\textbackslash  "
                 "\\textasciitilde }, \n"
                 "      author={Lovelace, A. and Babbage, C.},\n"
                 "      year={2025},\n"
                 "      howpublished={bioRxiv},\n"
                 "      doi={10.1101/2024.10.23.619800},\n"
                 "      url={https://doi.org/10.1101/2024.10.23.619800},\n"
                 "      note={Published as 10.1000/a\\_b},\n"
                 "}"_s);
    }

    void nothingBreaksOut()
    {
        for (const PaperDetails &paper : hostilePapers()) {
            const QString entry = QString::fromUtf8(bibtexEntry(paper).toUtf8()); // as a file holds it
            QVERIFY2(isEnclosed(entry), qPrintable(entry));
        }
    }

    void keysAreUnique()
    {
        const PaperDetails one = simplePaper(u"2512.00001"_s, u"Engines"_s);
        const PaperDetails same = simplePaper(u"2512.00002"_s, u"The Engines"_s);
        const PaperDetails other = simplePaper(u"2512.00003"_s, u"Enginesa"_s);
        const QByteArray bibtex = writeBibtex({one, same, other, same});
        QCOMPARE(keysIn(bibtex), (QStringList{u"lovelace2025engines"_s, u"lovelace2025enginesb"_s,
                                              u"lovelace2025enginesa"_s, u"lovelace2025enginesc"_s}));
        QCOMPARE(bibtex.count("}\n\n@misc{"), 3);
        QVERIFY(bibtex.endsWith("\n}\n"));

        const QStringList many = keysIn(writeBibtex(QList<PaperDetails>(30, one)));
        QCOMPARE(QSet<QString>(many.begin(), many.end()).size(), 30);
        QCOMPARE(many.at(1), u"lovelace2025enginesa"_s);
        QCOMPARE(many.at(27), u"lovelace2025enginesaa"_s);
    }

    void biberReadsIt()
    {
        if (QStandardPaths::findExecutable(u"biber"_s).isEmpty()) {
            QSKIP("biber is not installed (packaging/dev test installs it)");
        }
        const QList<PaperDetails> papers =
            hostilePapers() + QList<PaperDetails>{simplePaper(u"2512.00001"_s, u"One & two: 50% of {X}_3"_s)};
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"papers.bib"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(writeBibtex(papers));
        file.close();
        QProcess biber;
        biber.setWorkingDirectory(folder.path());
        biber.start(u"biber"_s, {u"--tool"_s, u"--validate-datamodel"_s, u"papers.bib"_s});
        QVERIFY(biber.waitForFinished(120'000));
        const QByteArray said = biber.readAllStandardOutput();
        QVERIFY2(biber.exitCode() == 0 && !said.contains("ERROR"), said.constData());
        QFile read(folder.filePath(u"papers_bibertool.bib"_s));
        QVERIFY(read.open(QIODevice::ReadOnly));
        QCOMPARE(read.readAll().count("@MISC{"), papers.size());
    }
};

QTEST_GUILESS_MAIN(TestBibtex)
#include "tst_bibtex.moc"
