// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/authorname.h"

#include "tests/support/shareddata.h"

#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

/** A name as arXiv took it apart, put together again. */
QString goldenName(const QJsonArray &parts)
{
    QStringList name{parts.at(1).toString(), parts.at(0).toString(), parts.at(2).toString()};
    name.removeAll(QString());
    return name.join(u' ').remove(u'{').remove(u'}');
}

} // namespace

class TestAuthorName : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /** All lines of the golden set, but for what arXiv's code does not mean to do. */
    void linesAsArxivTakesThemApart()
    {
        REQUIRE_SHARED_DATA(u"bibtex/expected-bibtex-and-authors.jsonl"_s);
        int lines = 0;
        int names = 0;
        QStringList different;
        for (const QByteArray &json :
             sharedBytes(u"bibtex/expected-bibtex-and-authors.jsonl"_s).trimmed().split('\n')) {
            const QJsonObject paper = QJsonDocument::fromJson(json).object();
            QStringList golden;
            for (const QJsonValue &name : paper.value("authors_parsed_utf8"_L1).toArray()) {
                golden += goldenName(name.toArray());
            }
            golden.removeAll(u":"_s); // "The CMS and LHCb Collaborations: …"
            golden.replaceInStrings(u" et al."_s, QString());
            const AuthorLine line = authorLine(paper.value("authors"_L1).toString());
            ++lines;
            names += int(line.names.size());
            if (line.names != golden) {
                different += paper.value("arxiv_id"_L1).toString() + u": "_s + line.names.join(u"; "_s) +
                             u" / "_s + golden.join(u"; "_s);
            }
        }
        QCOMPARE(different.join(u'\n'), QString());
        QCOMPARE(lines, 890);
        QVERIFY2(names > 3000, qPrintable(QString::number(names)));
    }

    void lines_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *line, const char *expected) {
            QTest::newRow(QByteArray(line).simplified().constData())
                << QString::fromUtf8(line) << QString::fromUtf8(expected);
        };
        row("", "?");
        row(" , , ", "?");
        row("Ada Author", "Ada Author");
        row("Ada Author and Bob\n  Brown", "Ada Author|Bob Brown");
        row("A.B. Author, C.-P. Brown & D. Clark", "A. B. Author|C. -P. Brown|D. Clark");
        row("Ada Author (Here, (1) There and (2) Elsewhere), Bob Brown (2)", "Ada Author|Bob Brown");
        row("Ada Author (1)and Bob Brown ((1) Here, (2) There)", "Ada Author|Bob Brown");
        row("Ada Author et al.", "Ada Author ?");
        row("Etta Alvarez, Met Alison, V, I", "Etta Alvarez|Met Alison|V|I");
        row("The X Team: Ada Author, et al", "The X Team|Ada Author ?");
        row("Ada Author, et. al., for the X Collaboration", "Ada Author|for the X Collaboration ?");
        row("Ada Author, Jr., Bob Brown, III and C. Clark", "Ada Author, Jr.|Bob Brown, III|C. Clark");
        row("Jr.", "Jr.");
        row("J\\.{z}\\'ef \\.Author, Ren{\\'e} Brown, {\\L}ukasz", "Jżéf Ȧuthor|René Brown|Łukasz");
        row("Ada Author, Bob Brown (750 additional authors not shown)", "Ada Author|Bob Brown ?");
        row("Ada Author, Bob Brown (Here, C. Clark", "Ada Author|Bob Brown ?");
        row("Ada Author), Bob Brown", "Ada Author|Bob Brown ?");
        row("Anders Ander, Andrea and Sandand", "Anders Ander|Andrea|Sandand");
    }

    /** " ?" stands behind those that do not count as all. */
    void lines()
    {
        QFETCH(QString, line);
        QFETCH(QString, expected);
        const AuthorLine told = authorLine(line);
        const QString all = told.names.join(u'|');
        QCOMPARE(told.isWhole ? all : (all.isEmpty() ? u"?"_s : all + u" ?"_s), expected);
    }

    void readingOrder_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *expected) {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(expected);
        };
        row("", "");
        row("Author, Ada B.", "Ada B. Author");
        row("de Abreu, G. H. D.", "G. H. D. de Abreu");
        row("Author, A., Jr.", "A. Author, Jr.");
        row("Author, Jr., A.", "A. Author, Jr.");
        row("Petrov, V", "V Petrov");
        row("Author Jr., Ada", "Ada Author Jr.");
        row("Author, Jr.", "Author, Jr.");
        row("Ada Author", "Ada Author");
        row("The X Consortium", "The X Consortium");
        row("Institutes of A, B, C, and D", "Institutes of A, B, C, and D");
    }

    void readingOrder()
    {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        QCOMPARE(inReadingOrder(name), expected);
        QCOMPARE(inReadingOrder(name).isNull(), expected.isEmpty());
    }

    /** What is quadratic would take minutes here. */
    void aLineOfAllTheWorldIsReadAtOnce()
    {
        QCOMPARE(authorLine(u"A.B. Author, "_s.repeated(100'000)).names.size(), 100'000);
        QCOMPARE(authorLine(u"("_s.repeated(1'000'000)).names.size(), 0);
        QCOMPARE(authorLine(u"A (1) and "_s.repeated(100'000)).names.size(), 100'000);
    }
};

QTEST_GUILESS_MAIN(TestAuthorName)
#include "tst_authorname.moc"
