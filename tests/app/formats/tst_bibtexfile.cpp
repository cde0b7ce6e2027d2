// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/bibtexfile.h"

#include "app/formats/bibtex.h"
#include "tests/support/nastypapers.h"
#include "tests/support/shareddata.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

BibtexFile read(const QByteArray &bytes)
{
    return parseBibtex(bytes, u"refs.bib"_s).value_or(BibtexFile{{}, -1, -1});
}

/** "article ada2025: title=… year=…", and what could not be read. */
QString told(const BibtexFile &file)
{
    QStringList lines;
    for (const BibtexEntry &entry : file.entries) {
        QString line = entry.type + u' ' + entry.key + u':';
        for (auto it = entry.fields.begin(); it != entry.fields.end(); ++it) {
            line += u' ' + it.key() + u'=' + it.value();
        }
        lines += line;
    }
    if (file.unread > 0) {
        lines += u"unread: %1, line %2"_s.arg(file.unread).arg(file.firstUnread);
    }
    return lines.join(u" | "_s);
}

BibtexEntry entryOf(const QByteArray &fields)
{
    return read("@misc{k, " + fields + "}").entries.value(0);
}

} // namespace

class TestBibtexFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asArxivServesIt()
    {
        REQUIRE_SHARED_DATA(u"bibtex/expected-bibtex-and-authors.jsonl"_s);
        QByteArray all;
        const QByteArrayList lines =
            sharedBytes(u"bibtex/expected-bibtex-and-authors.jsonl"_s).trimmed().split('\n');
        QStringList unread;
        int same = 0;
        for (const QByteArray &line : lines) {
            const QJsonObject golden = QJsonDocument::fromJson(line).object();
            const QByteArray bytes = golden.value("bibtex"_L1).toString().toUtf8();
            all += bytes + "\n\n";
            const BibtexFile file = read(bytes);
            if (file.unread > 0) {
                unread += golden.value("arxiv_id"_L1).toString();
                continue;
            }
            QCOMPARE(file.entries.size(), 1);
            const BibtexEntry &entry = file.entries.first();
            QCOMPARE(entry.fields.value(u"title"_s), golden.value("title"_L1).toString().simplified());
            QStringList names;
            const QJsonArray authors = golden.value("authors_parsed_utf8"_L1).toArray();
            for (const auto &author : authors) {
                QStringList parts;
                for (const int part : {1, 0, 2}) {
                    parts += author.toArray().at(part).toString();
                }
                parts.removeAll(QString());
                names += parts.join(u' ').remove(u'{').remove(u'}');
            }
            QCOMPARE(entry.authors().names, names);
            QVERIFY(entry.authors().isWhole);
            QCOMPARE(entry.arxivId(), PaperId::parse(golden.value("arxiv_id"_L1).toString()));
            QCOMPARE(entry.category(), golden.value("primary"_L1).toString());
            ++same;
        }
        // its title has a closing brace too many, and BibTeX, too, finds no end of it
        QCOMPARE(unread, QStringList{u"0704.0573"_s});
        QCOMPARE(same, 889);
        const BibtexFile together = read(all);
        QCOMPARE(together.entries.size(), 889);
        QCOMPARE(together.unread, 1);
    }

    void asBibtexReadsIt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &expected) {
            QTest::newRow(name) << bytes << expected;
        };
        row("braces and quotes", "@Article{a, Title = {On {the {Engine}}}, year=\"19{\"}43\"\n}",
            u"article a: title=On {the {Engine}} year=19{\"}43"_s);
        row("parentheses", "@misc(a, title={x) y}, year=2025)", u"misc a: title=x) y year=2025"_s);
        row("a parenthesis in a key", "@misc(a(1), year=2025)", u"misc a(1): year=2025"_s);
        row("macros",
            "@string{ACL = \"Proc. \" # {of} } @string(y={ACL 9}) @misc{a,b=acl # \" \" # Y, month=10 # "
            "\"~\" # jan}",
            u"misc a: b=Proc. of ACL 9 month=10~jan"_s);
        row("a macro told again", "@string{m=\"one\"} @misc{a,b=m} @STRING{m=\"two\"} @misc{c,b=m}",
            u"misc a: b=one | misc c: b=two"_s);
        row("a field told twice", "@misc{a, b={1}, B={2}}", u"misc a: b=1"_s);
        row("an empty field", "@misc{a, b={}, c={ }}", u"misc a: b= c="_s);
        row("blanks", "@misc {\n a ,\n b\t=\n { x\n   y\t z } ,\n}", u"misc a: b=x y z"_s);
        row("text between", "Mail ada@example.org @ 9\n% 100 {\n@misc{a, b=1}\nnotes } @misc{c, b=2}",
            u"misc a: b=1 | misc c: b=2"_s);
        row("a comment", "@comment{jabref-meta: {x} @misc{no, b=1} a@b.c;}\n@misc{a, b=1}", u"misc a: b=1"_s);
        row("a comment without braces", "@Comment Ada said\n@misc{a, b=1}", u"misc a: b=1"_s);
        row("a comment without an end", "@comment{ here {\n@misc{a, b=1}\n@comment{\n@misc{c, b=2}",
            u"misc a: b=1 | misc c: b=2"_s);
        row("a preamble", "@preamble{\"\\newcommand{\\x}{@misc{y}}\" # m} @misc{a, b=1}", u"misc a: b=1"_s);
        row("no comma at the end", "@misc{a, b={1}\n}", u"misc a: b=1"_s);
        row("no commas at all", "@misc{a b={1}\n c=\"2\" d=3}", u"misc a: b=1 c=2 d=3"_s);
        row("commas too many", "@misc{a,, b={1},,}", u"misc a: b=1"_s);
        row("an empty key", "@misc{, b={1}}", u"misc : b=1"_s);
        row("no key", "@misc{\n  author = {Ada},\n b=1}", u"misc : author=Ada b=1"_s);
        row("only a key", "@misc{a}", u"misc a:"_s);
        row("keys of others", "@misc{DBLP:conf/acl/A+25, b=1}@misc{2020A&A...123..456X, b=1}",
            u"misc DBLP:conf/acl/A+25: b=1 | misc 2020A&A...123..456X: b=1"_s);
        row("line ends of Windows", "@misc{a,\r\n b={x\r\ny}\r\n}\r\n", u"misc a: b=x y"_s);
        row("line ends of old Macs", "% x\r@misc{a,\r b={x\ry}\r}\r", u"misc a: b=x y"_s);
        row("a byte order mark", "\xEF\xBB\xBF@misc{a, b={\xC3\xA9\xE7\x8E\x8B}}", u"misc a: b=é王"_s);
        row("Latin-1", "@misc{a, b={Ren\xE9}}", u"misc a: b=René"_s);
    }
    void asBibtexReadsIt()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, expected);
        QCOMPARE(told(read(bytes)), expected);
    }

    void whatIsDamagedIsCountedAndTheRestKept_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &expected) {
            QTest::newRow(name) << bytes << expected;
        };
        const QByteArray good = "@misc{good, b={1}}\n";
        row("cut off in a value", good + "@misc{a, b={x", u"misc good: b=1 | unread: 1, line 2"_s);
        row("cut off in a field", good + good + "@misc{a, b",
            u"misc good: b=1 | misc good: b=1 | unread: 1, line 3"_s);
        row("cut off in its head", good + "@misc{", u"misc good: b=1 | unread: 1, line 2"_s);
        row("a brace too few", "@misc{a, b={{x},\n c=1}\n\n" + good, u"misc good: b=1 | unread: 1, line 1"_s);
        row("a brace too many", "@misc{a, b={x}} y}, c={1}}\n" + good, u"misc a: b=x | misc good: b=1"_s);
        row("a quote too few", "@misc{a, b=\"x,\n c=1}\n" + good, u"misc good: b=1 | unread: 1, line 1"_s);
        row("no end", "@misc{a, b=1\n  " + good, u"misc good: b=1 | unread: 1, line 1"_s);
        row("no value", "@misc{a, b=, c=1}\n" + good, u"misc good: b=1 | unread: 1, line 1"_s);
        row("two", "\n@misc{a, b=}\n@misc{a, {\n" + good, u"misc good: b=1 | unread: 2, line 2"_s);
        row("a macro", "@string{m=}\n@misc{a, b=m}", u"misc a: b=m | unread: 1, line 1"_s);
    }
    void whatIsDamagedIsCountedAndTheRestKept()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, expected);
        QCOMPARE(told(read(bytes)), expected);
    }

    void cutAnywhereTheRestIsKept()
    {
        const QByteArray first =
            "@string{m = {Ren\xC3\xA9} # \"{\\'e}\"}\n@article{ada, title = {On {E}}, author = m}\n";
        const QByteArray second =
            "\n@misc(babbage,\n  title = \"The \xE7\x8E\x8B {\"}x{\"}\",\n  year = 2025,\n)\n";
        const QByteArray whole = first + second;
        QCOMPARE(read(whole).entries.size(), 2);
        const qsizetype firstEnd = first.size() - 1;
        const qsizetype secondHead = first.size() + qsizetype(sizeof("\n@misc(") - 1);
        const qsizetype secondEnd = whole.size() - 1;
        for (qsizetype length = firstEnd; length < whole.size(); ++length) {
            const BibtexFile file = read(whole.first(length));
            const bool isCut = length >= secondHead && length < secondEnd;
            QCOMPARE(file.entries.size(), length >= secondEnd ? 2 : 1);
            QCOMPARE(file.entries.first(), read(whole).entries.first());
            QCOMPARE(file.unread, isCut ? 1 : 0);
            QCOMPARE(file.firstUnread, isCut ? 4 : 0);
        }
        for (qsizetype length = 1; length < firstEnd; ++length) {
            QVERIFY(read(whole.first(length)).entries.isEmpty());
        }
    }

    void authors_data()
    {
        QTest::addColumn<QByteArray>("author");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<bool>("isWhole");
        const auto row = [](const QByteArray &author, const QStringList &names, bool isWhole = true) {
            QTest::newRow(author.constData()) << author << names << isWhole;
        };
        row("Ada Lovelace and Charles Babbage", {u"Ada Lovelace"_s, u"Charles Babbage"_s});
        row("Lovelace, Ada AND van der Berg, Jan\n and\tKing, Jr., Bob",
            {u"Ada Lovelace"_s, u"Jan van der Berg"_s, u"Bob King, Jr."_s});
        row("{Barnes and Noble, Inc.} and {ATLAS Collaboration}",
            {u"Barnes and Noble, Inc."_s, u"ATLAS Collaboration"_s});
        row("G{\\\"o}del, Kurt and \\'Elie Cartan and {\\O}re Andandsen",
            {u"Kurt Gödel"_s, u"Élie Cartan"_s, u"Øre Andandsen"_s});
        row("Ada Lovelace and others", {u"Ada Lovelace"_s}, false);
        row("A and and B", {u"A"_s, u"B"_s});
        row("王小明 and {李, 四}", {u"王小明"_s, u"李, 四"_s});
        row("", {}, false);
    }
    void authors()
    {
        QFETCH(const QByteArray, author);
        QFETCH(const QStringList, names);
        QFETCH(const bool, isWhole);
        const AuthorLine line = entryOf("author = {" + author + "}").authors();
        QCOMPARE(line.names, names);
        QCOMPARE(line.isWhole, isWhole);
    }

    void title_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QString>("title");
        const auto row = [](const QByteArray &written, const QString &title) {
            QTest::newRow(written.constData()) << written << title;
        };
        row("{On the Engine}", u"On the Engine"_s);
        row("{BERT}: {P}re-training of {{D}eep} models", u"BERT: Pre-training of Deep models"_s);
        row("Schr{\\\"o}dinger and {\\O}re, G\\\"{o}del", u"Schr{\\\"o}dinger and {\\O}re, G\\\"{o}del"_s);
        row(R"(\textbf{A} \frac {a}{b} {C})", uR"(\textbf{A} \frac {a}{b} C)"_s);
        row(R"({$\Lambda_{\alpha}$} and $^{3}${He} x_{12}y^{2})",
            uR"($\Lambda_{\alpha}$ and $^{3}$He x_{12}y^{2})"_s);
        row(R"(5\% {of} \$ {X})", uR"(5\% of \$ X)"_s);
        row("", QString());
    }
    void title()
    {
        QFETCH(const QByteArray, written);
        QFETCH(const QString, title);
        QCOMPARE(entryOf("title = {" + written + "}").title(), title);
        QVERIFY(entryOf({}).title().isNull());
    }

    void arxivNumberAndCategory_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("category");
        const auto row = [](const char *name, const QByteArray &fields, const QString &id,
                            const QString &category = {}) {
            QTest::newRow(name) << fields << id << category;
        };
        row("arXiv", "eprint={2512.07834}, archivePrefix={arXiv}, primaryClass={cs.CL}", u"2512.07834"_s,
            u"cs.CL"_s);
        row("biblatex", "eprint={2512.07834v2}, eprinttype={arxiv}, eprintclass={CS.cl}", u"2512.07834"_s,
            u"cs.CL"_s);
        row("with a prefix", "eprint={arXiv:2512.07834 [math.GT]}", u"2512.07834"_s, u"math.GT"_s);
        row("an old number", "eprint={hep-th/9901001}", u"hep-th/9901001"_s, u"hep-th"_s);
        row("an old number with a class", "eprint={math.GT/0309136}, archiveprefix=arXiv", u"math/0309136"_s,
            u"math.GT"_s);
        row("an archive that is none", "eprint={math/0309136}", u"math/0309136"_s);
        row("an archive of before", "eprint={cmp-lg/9404001}", u"cmp-lg/9404001"_s, u"cmp-lg"_s);
        row("another archive", "eprint={2512.07834}, eprinttype={jstor}", {});
        row("no category", "eprint={2512.07834}, primaryClass={cs}", u"2512.07834"_s);
        row("Google Scholar", "journal={arXiv preprint arXiv:2512.07834}", u"2512.07834"_s);
        row("ADS", "journal={arXiv e-prints}, pages={arXiv:2512.07834}, eid={x}", u"2512.07834"_s);
        row("DBLP", "journal={CoRR}, volume={abs/2512.07834}", u"2512.07834"_s);
        row("old DBLP", "journal={CoRR}, volume={cs.CL/0001012}", u"cs/0001012"_s, u"cs.CL"_s);
        row("Semantic Scholar", "journal={ArXiv}, volume={abs/2512.07834}", u"2512.07834"_s);
        row("Zotero", "number={{arXiv}:2512.07834}, publisher={arXiv}", u"2512.07834"_s);
        row("a note", "note={Preprint, arXiv:2512.07834 [cs.LG].}", u"2512.07834"_s, u"cs.LG"_s);
        row("an address", R"(howpublished={\url{https://arxiv.org/abs/2512.07834v1}.})", u"2512.07834"_s);
        row("a PDF", "url={http://arxiv.org/pdf/2512.07834v1.pdf}", u"2512.07834"_s);
        row("a DOI", "doi={10.48550/ARXIV.2512.07834}", u"2512.07834"_s);
        row("a DOI's address", "url={https://doi.org/10.48550/arXiv.2512.07834}", u"2512.07834"_s);
        row("another journal", "journal={Phys. Rev.}, volume={2512.07834}, doi={10.1103/2512}", {});
        row("bioRxiv", "doi={10.1101/2024.10.23.619800}", {});
        row("another paper's", "title={Comment on arXiv:2512.07834}, abstract={See arXiv:2512.07834}", {});
        row("a category alone", "primaryClass={stat.ML}", {}, u"stat.ML"_s);
    }
    void arxivNumberAndCategory()
    {
        QFETCH(const QByteArray, fields);
        QFETCH(const QString, id);
        QFETCH(const QString, category);
        const BibtexEntry entry = entryOf(fields);
        QVERIFY(!entry.fields.isEmpty());
        QCOMPARE(entry.arxivId() ? entry.arxivId()->value() : QString(), id);
        QCOMPARE(entry.category(), category);
    }

    void ourOwnIsReadAgain()
    {
        QList<PaperDetails> papers = nastyPapers(nastyTexts(fragments() + controlFragments(), 300));
        const BibtexFile file = read(writeBibtex(papers));
        QCOMPARE(file.unread, 0);
        QCOMPARE(file.entries.size(), papers.size());
        for (qsizetype i = 0; i < papers.size(); ++i) {
            QCOMPARE(file.entries.at(i).arxivId(), papers.at(i).id);
        }
    }

    void filesThatAreNone()
    {
        QCOMPARE(parseBibtex({}, u"a"_s).error().kind, ErrorKind::Empty);
        QCOMPARE(parseBibtex(" \n", u"a"_s).error().kind, ErrorKind::Empty);
        QCOMPARE(parseBibtex(QByteArray("%PDF\0\1\2", 7), u"a"_s).error().kind, ErrorKind::Binary);
        QCOMPARE(read("# Notes\nto ada@example.org, (x), {y}\n"), BibtexFile());
        QCOMPARE(read("by ada@example.org (Ada), bob@example.org {Bob}\n"), BibtexFile());
    }

    void whatWouldGrowOrTakeForEverIsBounded_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray doubling = "@string{m0=\"0123456789\"}\n";
        for (int i = 1; i < 60; ++i) {
            const QByteArray before = "m" + QByteArray::number(i - 1);
            doubling += "@string{m" + QByteArray::number(i) + '=' + before + '#' + before + "}\n";
        }
        constexpr int many = 400'000;
        QTest::newRow("macros of macros") << doubling + "@misc{a, b=m59}";
        QTest::newRow("heads") << QByteArray("@a{b,c={\n").repeated(many);
        QTest::newRow("heads of nothing")
            << "@a{b,c={" + QByteArray(many, '@') + QByteArray("\n@").repeated(many);
        QTest::newRow("comments") << QByteArray("@comment{\n").repeated(many);
        QTest::newRow("braces") << "@a{b,c=" + QByteArray(many, '{') + QByteArray(many, '}');
        QTest::newRow("fields") << "@a{b," + QByteArray("c=1,").repeated(3 * many) + "}";
        QTest::newRow("entries") << QByteArray("@a{b}").repeated(3 * many);
        QTest::newRow("blanks") << QByteArray("@" + QByteArray(2000, ' ')).repeated(many / 2000);
    }
    void whatWouldGrowOrTakeForEverIsBounded()
    {
        QFETCH(const QByteArray, bytes);
        QElapsedTimer timer;
        timer.start();
        const BibtexFile file = read(bytes);
        QVERIFY(file.unread >= 0);
        qsizetype kept = file.entries.size();
        for (const BibtexEntry &entry : file.entries) {
            kept += entry.fields.size();
            for (const QString &value : entry.fields) {
                QVERIFY(value.size() <= 16 * 1024 * 1024 + bytes.size());
            }
        }
        QVERIFY(kept <= 1'000'000);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_APPLESS_MAIN(TestBibtexFile)
#include "tst_bibtexfile.moc"
