// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/paper.h"
#include "app/domain/paperquery.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

PaperDetails paper(int version = 0)
{
    return {
        *PaperId::parse(u"2512.07834"), version, {}, {}, {}, false, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
}

Translation chinese(const QString &origin, const QString &title, const QString &abstract,
                    PaperFlags flags = {})
{
    return {u"zh-Hans"_s, origin, title, abstract, flags};
}

QString shown(const QList<Translation> &translations)
{
    QStringList lines;
    for (const Translation &t : translations) {
        lines << u"%1 %2: %3 | %4 [%5]"_s.arg(t.language, t.origin, t.title, t.abstract,
                                              flagKeys(t.flags).join(u' '));
    }
    return lines.join(u'\n');
}

QString shown(const PaperDetails &p)
{
    return u"v%1 T:%2 A:%3 by:%4%5 in:%6 s:%7 u:%8 c:%9"_s.arg(p.version).arg(
               p.title, p.abstract, p.authors.join(u';'), p.authorsComplete ? u" (all)"_s : QString(),
               p.categories.join(u' '), p.submitted.toString(Qt::ISODate), p.updated.toString(Qt::ISODate),
               p.comment) +
           u" j:%1 d:%2 p:%3 code:%4 flags:%5\n"_s.arg(p.journalRef, p.doi, p.pdfUrl, p.codeUrls.join(u' '),
                                                       flagKeys(p.flags).join(u' ')) +
           shown(p.translations);
}

/** Which facts are known, whatever they say. */
QStringList knownFacts(const PaperDetails &p)
{
    QStringList facts;
    const auto note = [&facts](const QString &name, bool known) {
        if (known) {
            facts << name;
        }
    };
    note(u"version"_s, p.version > 0);
    note(u"title"_s, !p.title.isEmpty());
    note(u"abstract"_s, !p.abstract.isEmpty());
    note(u"authors"_s, !p.authors.isEmpty());
    note(u"all authors"_s, p.authorsComplete);
    note(u"submitted"_s, p.submitted.isValid());
    note(u"updated"_s, p.updated.isValid());
    note(u"comment"_s, !p.comment.isEmpty());
    note(u"journal"_s, !p.journalRef.isEmpty());
    note(u"doi"_s, !p.doi.isEmpty());
    note(u"pdf"_s, !p.pdfUrl.isEmpty());
    facts << p.categories << p.codeUrls << flagKeys(p.flags);
    for (const Translation &t : p.translations) {
        note(u"title "_s + t.language, !t.title.isEmpty());
        note(u"abstract "_s + t.language, !t.abstract.isEmpty());
    }
    facts.sort();
    facts.removeDuplicates();
    return facts;
}

class Generator
{
public:
    explicit Generator(quint32 seed)
        : m_random(seed)
    {
    }

    PaperDetails details()
    {
        PaperDetails p = paper(int(m_random.bounded(4)));
        p.title = text();
        p.abstract = text();
        p.comment = text();
        p.journalRef = text();
        p.doi = text();
        p.pdfUrl = text();
        p.authors = list();
        p.authorsComplete = !p.authors.isEmpty() && m_random.bounded(2);
        p.categories = list();
        p.codeUrls = list();
        p.submitted = time();
        p.updated = time();
        p.flags = PaperFlags::fromInt(int(m_random.bounded(4)) * int(PaperFlag::ProbableTwin));
        for (int i = m_random.bounded(4); i > 0; --i) {
            p.translations << Translation{m_random.bounded(2) ? u"zh-Hans"_s : u"de"_s,
                                          m_random.bounded(2) ? u"a"_s : u"b"_s, text(), text(),
                                          PaperFlags::fromInt(int(m_random.bounded(8)))};
        }
        return p;
    }

private:
    QString text()
    {
        static const QStringList texts{QString(), QString(), u"x"_s, u"in $x$"_s, u"in $x$ and \\(y\\)"_s,
                                       u"a  b"_s};
        return texts[m_random.bounded(texts.size())];
    }

    QStringList list()
    {
        QStringList items;
        for (int i = m_random.bounded(4); i > 0; --i) {
            const QString item = QString(QChar(u'a' + int(m_random.bounded(6))));
            if (!items.contains(item)) {
                items << item;
            }
        }
        return items;
    }

    QDateTime time()
    {
        const quint32 hours = m_random.bounded(4);
        return hours ? QDateTime::fromSecsSinceEpoch(hours * 3600, Qt::UTC) : QDateTime();
    }

    QRandomGenerator m_random;
};

} // namespace

class TestPaper : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keys()
    {
        for (int kind = 0; kind <= int(Kind::ReplacedCross); ++kind) {
            QCOMPARE(parseKind(kindKey(Kind(kind))), Kind(kind));
        }
        QVERIFY(kindKey(Kind::Unknown).isNull());
        QCOMPARE(kindKey(Kind::ReplacedCross), u"replaced-cross"_s);
        QCOMPARE(parseKind(u"surprise"), Kind::Unknown);
        for (int status = 0; status <= int(DayStatus::Future); ++status) {
            QCOMPARE(parseDayStatus(dayStatusKey(DayStatus(status))), DayStatus(status));
        }
        QCOMPARE(dayStatusKey(DayStatus::Future), u"future"_s);
        QCOMPARE(parseDayStatus(u"surprise"), DayStatus::Unknown);
        for (int bits = 0; bits < 32; ++bits) {
            QCOMPARE(parseFlags(flagKeys(PaperFlags::fromInt(bits))).toInt(), bits);
        }
        QCOMPARE(flagKeys(PaperFlag::Sample | PaperFlag::Chatter | PaperFlag::FormulaLost),
                 (QStringList{u"chatter"_s, u"formula-lost"_s, u"sample"_s}));
        QCOMPARE(parseFlags({u"surprise"_s, u"untranslated"_s}), PaperFlags(PaperFlag::Untranslated));
    }

    void mergeOfTexts_data()
    {
        QTest::addColumn<int>("knownVersion");
        QTest::addColumn<QString>("knownText");
        QTest::addColumn<int>("toldVersion");
        QTest::addColumn<QString>("toldText");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("first") << 0 << QString() << 0 << u"a"_s << u"a"_s;
        QTest::newRow("nothing told") << 1 << u"a"_s << 2 << QString() << u"a"_s;
        QTest::newRow("newer, shorter") << 1 << u"a long one"_s << 2 << u"b"_s << u"b"_s;
        QTest::newRow("older, longer") << 2 << u"a"_s << 1 << u"a long one"_s << u"a"_s;
        QTest::newRow("older fills a gap") << 2 << QString() << 1 << u"a"_s << u"a"_s;
        QTest::newRow("same version, longer") << 2 << u"a"_s << 2 << u"ab"_s << u"ab"_s;
        QTest::newRow("same version, shorter") << 2 << u"ab"_s << 2 << u"a"_s << u"ab"_s;
        QTest::newRow("unknown version, longer") << 2 << u"a"_s << 0 << u"ab"_s << u"a"_s;
        QTest::newRow("unknown version fills a gap") << 2 << QString() << 0 << u"ab"_s << u"ab"_s;
        QTest::newRow("two unknown versions, longer") << 0 << u"a"_s << 0 << u"ab"_s << u"ab"_s;
        QTest::newRow("blanks are not rich") << 1 << u"a b"_s << 1 << u"a \n  b"_s << u"a b"_s;
        QTest::newRow("a tie stays") << 1 << u"ab"_s << 1 << u"cd"_s << u"ab"_s;
    }

    void mergeOfTexts()
    {
        QFETCH(int, knownVersion);
        QFETCH(QString, knownText);
        QFETCH(int, toldVersion);
        QFETCH(QString, toldText);
        QFETCH(QString, wanted);
        for (const auto field : {&PaperDetails::title, &PaperDetails::abstract, &PaperDetails::comment}) {
            PaperDetails known = paper(knownVersion);
            PaperDetails told = paper(toldVersion);
            known.*field = knownText;
            told.*field = toldText;
            merge(known, told);
            QCOMPARE(known.*field, wanted);
            QCOMPARE(known.version, std::max(knownVersion, toldVersion));
        }
    }

    void mergeOfAuthors_data()
    {
        QTest::addColumn<QString>("knownAuthors"); // "…" at the end: there are more
        QTest::addColumn<QString>("toldAuthors");
        QTest::addColumn<int>("toldVersion");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("complete beats incomplete") << u"a b c…"_s << u"a b"_s << 1 << u"a b"_s;
        QTest::newRow("incomplete never beats complete") << u"a"_s << u"a b c…"_s << 2 << u"a"_s;
        QTest::newRow("longer incomplete") << u"a…"_s << u"a b…"_s << 1 << u"a b…"_s;
        QTest::newRow("shorter incomplete") << u"a b…"_s << u"a…"_s << 2 << u"a b…"_s;
        QTest::newRow("two complete") << u"a"_s << u"b"_s << 1 << u"a"_s;
        QTest::newRow("two complete, newer") << u"a b"_s << u"b"_s << 2 << u"b"_s;
        QTest::newRow("nobody told") << u"a"_s << QString() << 2 << u"a"_s;
        QTest::newRow("first") << QString() << u"a…"_s << 1 << u"a…"_s;
    }

    void mergeOfAuthors()
    {
        QFETCH(QString, knownAuthors);
        QFETCH(QString, toldAuthors);
        QFETCH(int, toldVersion);
        QFETCH(QString, wanted);
        const auto by = [](int version, QString names) {
            PaperDetails p = paper(version);
            p.authorsComplete = !names.isEmpty() && !names.endsWith(u'…');
            p.authors = names.remove(u'…').split(u' ', Qt::SkipEmptyParts);
            return p;
        };
        PaperDetails known = by(1, knownAuthors);
        merge(known, by(toldVersion, toldAuthors));
        QCOMPARE(known.authors.join(u' ') + (known.authorsComplete ? u""_s : u"…"_s), wanted);
    }

    void mergeOfLists()
    {
        PaperDetails known = paper();
        known.categories = {u"cs.CL"_s, u"cs.AI"_s};
        known.codeUrls = {u"https://a"_s};
        known.flags = PaperFlag::Sample;
        PaperDetails told = paper(2);
        told.categories = {u"cs.AI"_s, u"cs.LG"_s, u"cs.CL"_s};
        told.codeUrls = {u"https://b"_s, u"https://a"_s};
        told.flags = PaperFlag::ProbableTwin;
        QVERIFY(merge(known, told));
        QCOMPARE(known.categories, (QStringList{u"cs.CL"_s, u"cs.AI"_s, u"cs.LG"_s}));
        QCOMPARE(known.codeUrls, (QStringList{u"https://a"_s, u"https://b"_s}));
        QCOMPARE(known.flags, PaperFlag::Sample | PaperFlag::ProbableTwin);
        PaperDetails fresh = paper();
        merge(fresh, told);
        QCOMPARE(fresh.categories.first(), u"cs.AI"_s);
    }

    void mergeOfTimes()
    {
        const auto at = [](int hour) { return QDateTime(QDate(2025, 12, 8), QTime(hour, 0), Qt::UTC); };
        PaperDetails known = paper(1);
        known.submitted = at(5);
        known.updated = at(5);
        PaperDetails told = paper(2);
        told.submitted = at(4);
        told.updated = at(9);
        merge(known, told);
        QCOMPARE(known.submitted, at(4));
        QCOMPARE(known.updated, at(9));
        told = paper(1);
        told.submitted = at(6);
        told.updated = at(10);
        QVERIFY(!merge(known, told));
        told.submitted = at(0);
        QVERIFY2(!merge(known, told), "a bare date says less than a time of that day");
        told.submitted = QDateTime(QDate(2025, 12, 7), QTime(0, 0), Qt::UTC);
        QVERIFY(merge(known, told));
        QCOMPARE(known.submitted, told.submitted);
    }

    void queriesAreComparedByWhatTheyAsk()
    {
        const PaperQuery today = OnDay{QDate(2025, 12, 9), {}};
        QCOMPARE(today == PaperQuery(OnDay{QDate(2025, 12, 9), {}}), true);
        QCOMPARE(today == PaperQuery(OnDay{QDate(2025, 12, 9), Source::Arxiv}), false);
        QCOMPARE(today == PaperQuery(InReadingList{}), false);
    }

    void papersAreNotMixed()
    {
        PaperDetails known = paper();
        PaperDetails other = paper();
        other.id = *PaperId::parse(u"2512.07835");
        other.title = u"another"_s;
        QVERIFY(!merge(known, other));
        QVERIFY(known.title.isNull());
    }

    void mergeOfTranslations_data()
    {
        QTest::addColumn<QList<Translation>>("known");
        QTest::addColumn<Translation>("told");
        QTest::addColumn<QString>("wanted");
        using List = QList<Translation>;
        const auto chatter = PaperFlag::Chatter;
        QTest::newRow("origins stand side by side")
            << List{chinese(u"a"_s, u"甲"_s, {})} << chinese(u"b"_s, u"乙"_s, {})
            << u"zh-Hans a: 甲 |  []\nzh-Hans b: 乙 |  []"_s;
        QTest::newRow("a repetition adds nothing")
            << List{chinese(u"a"_s, u"甲"_s, u"文"_s)} << chinese(u"b"_s, u"甲"_s, {}, chatter)
            << u"zh-Hans a: 甲 | 文 []"_s;
        QTest::newRow("each day keeps its own words, repeated or not")
            << List{chinese(u"file 2025-12-09"_s, u"甲"_s, u"文"_s),
                    chinese(u"file 2025-12-11"_s, u"丙"_s, {})}
            << chinese(u"file 2025-12-10"_s, u"甲"_s, u"文"_s)
            << u"zh-Hans file 2025-12-09: 甲 | 文 []\nzh-Hans file 2025-12-11: 丙 |  []\n"
               "zh-Hans file 2025-12-10: 甲 | 文 []"_s;
        QTest::newRow("a list without a day adds no repetition")
            << List{chinese(u"file 2025-12-09"_s, u"甲"_s, u"文"_s)} << chinese(u"file"_s, u"甲"_s, u"文"_s)
            << u"zh-Hans file 2025-12-09: 甲 | 文 []"_s;
        QTest::newRow("the same text in another language is another")
            << List{chinese(u"a"_s, u"甲"_s, {})} << Translation{u"ja"_s, u"a"_s, u"甲"_s, {}, {}}
            << u"zh-Hans a: 甲 |  []\nja a: 甲 |  []"_s;
        QTest::newRow("one origin is merged") << List{chinese(u"a"_s, u"甲"_s, {})}
                                              << chinese(u"a"_s, {}, u"文"_s) << u"zh-Hans a: 甲 | 文 []"_s;
        QTest::newRow("longer wins") << List{chinese(u"a"_s, u"甲"_s, {})} << chinese(u"a"_s, u"甲乙"_s, {})
                                     << u"zh-Hans a: 甲乙 |  []"_s;
        QTest::newRow("clean beats chatter") << List{chinese(u"a"_s, u"好的，译文如下"_s, {}, chatter)}
                                             << chinese(u"a"_s, u"译文"_s, {}) << u"zh-Hans a: 译文 |  []"_s;
        QTest::newRow("chatter never beats clean")
            << List{chinese(u"a"_s, u"译文"_s, {})} << chinese(u"a"_s, u"好的，译文如下"_s, {}, chatter)
            << u"zh-Hans a: 译文 |  []"_s;
        QTest::newRow("flags come with the text")
            << List{chinese(u"a"_s, u"译文"_s, {})}
            << chinese(u"a"_s, u"译文"_s, u"Abstract"_s, PaperFlag::Untranslated)
            << u"zh-Hans a: 译文 | Abstract [untranslated]"_s;
        QTest::newRow("flags stay away with the text")
            << List{chinese(u"a"_s, u"甲"_s, u"译文"_s)} << chinese(u"a"_s, u"甲"_s, u"好的，译文"_s, chatter)
            << u"zh-Hans a: 甲 | 译文 []"_s;
        QTest::newRow("nothing told") << List{} << chinese(u"a"_s, {}, {}, chatter) << QString();
    }

    void mergeOfTranslations()
    {
        QFETCH(QList<Translation>, known);
        QFETCH(Translation, told);
        QFETCH(QString, wanted);
        PaperDetails p = paper();
        p.translations = known;
        PaperDetails more = paper();
        more.translations = {told};
        merge(p, more);
        QCOMPARE(shown(p.translations), wanted);
    }

    void lostFormulas_data()
    {
        QTest::addColumn<QString>("original");
        QTest::addColumn<QString>("translated");
        QTest::addColumn<bool>("lost");
        QTest::newRow("kept") << u"the $x$ of \\(y\\)"_s << u"$x$ 与 \\(y\\)"_s << false;
        QTest::newRow("other delimiters") << u"the $x$"_s << u"\\(x\\)"_s << false;
        QTest::newRow("one of two") << u"$x$ and $y$"_s << u"$x$ 与 y"_s << true;
        QTest::newRow("all") << u"$x$"_s << u"x"_s << true;
        QTest::newRow("display") << u"so $$x$$ holds"_s << u"所以 x"_s << true;
        QTest::newRow("display is one") << u"so $$x$$ holds"_s << u"所以 $x$"_s << false;
        QTest::newRow("blanks inside") << u"in $ x $"_s << u"在 x"_s << true;
        QTest::newRow("escaped price") << u"costs \\$5 or \\$6"_s << u"五美元"_s << false;
        QTest::newRow("lone dollar") << u"costs $5"_s << u"五美元"_s << false;
        QTest::newRow("two prices") << u"from $5 to $10 each"_s << u"五至十美元"_s << false;
        QTest::newRow("range of prices") << u"US$5-$10"_s << u"五至十美元"_s << false;
        QTest::newRow("price, then formula") << u"for $5 a $x$"_s << u"五美元"_s << true;
        QTest::newRow("escaped inside") << u"$a\\$b$"_s << u"无"_s << true;
        QTest::newRow("unclosed") << u"\\(x and $y"_s << u"无"_s << false;
        QTest::newRow("only dollars") << u"$$$$$"_s << u"$$$$$"_s << false;
        QTest::newRow("backslash at the end") << u"$x\\"_s << u"\\"_s << false;
        QTest::newRow("nothing translated") << u"$x$"_s << QString() << false;
        QTest::newRow("nothing to compare with") << QString() << u"甲"_s << false;
    }

    void lostFormulas()
    {
        QFETCH(QString, original);
        QFETCH(QString, translated);
        QFETCH(bool, lost);
        PaperDetails known = paper();
        PaperDetails told = paper();
        told.title = original;
        known.translations = {
            chinese(u"a"_s, translated, u"文"_s, lost ? PaperFlags() : PaperFlag::FormulaLost)};
        QVERIFY(merge(known, told));
        QCOMPARE(known.translations.first().flags.testFlag(PaperFlag::FormulaLost), lost);
        std::swap(told.title, told.abstract);
        known.title.clear();
        known.translations = {chinese(u"a"_s, u"题"_s, translated)};
        merge(known, told);
        QCOMPARE(known.translations.first().flags.testFlag(PaperFlag::FormulaLost), lost);
    }

    void strangeTextsTakeLinearTime_data()
    {
        QTest::addColumn<QString>("piece");
        for (const QString &piece :
             {u"\\("_s, u"$$ "_s, u"$"_s, u"$5 "_s, u"$$x"_s, u"$\\"_s, u"\\) \\("_s}) {
            QTest::newRow(qPrintable(piece)) << piece;
        }
    }

    void strangeTextsTakeLinearTime()
    {
        // A million characters: a quadratic scan would take minutes here.
        QFETCH(QString, piece);
        PaperDetails known = paper();
        known.abstract = piece.repeated(1000000 / piece.size());
        known.translations = {chinese(u"a"_s, {}, u"\\("_s + known.abstract)};
        QElapsedTimer timer;
        timer.start();
        merge(known, paper());
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }

    void mergeIsIdempotentAndLosesNothing()
    {
        Generator generator(1);
        for (int i = 0; i < 8000; ++i) {
            const PaperDetails a = generator.details();
            const PaperDetails b = generator.details();
            PaperDetails ab = a;
            const bool changed = merge(ab, b);
            const QString context = shown(a) + u"\n+ "_s + shown(b) + u"\n= "_s + shown(ab);
            QVERIFY2(changed == (ab != a), qPrintable(context));

            PaperDetails again = ab;
            QVERIFY2(!merge(again, b), qPrintable(context + u"\n≠ "_s + shown(again)));
            QCOMPARE(shown(again), shown(ab));

            QStringList facts = knownFacts(a) + knownFacts(b);
            facts.sort();
            facts.removeDuplicates();
            QCOMPARE(knownFacts(ab).join(u','), facts.join(u','));

            PaperDetails ba = b;
            merge(ba, a);
            QCOMPARE(knownFacts(ba).join(u','), facts.join(u','));
            QCOMPARE(ba.version, ab.version);
            QCOMPARE(ba.submitted, ab.submitted);
        }
    }

    void bestTranslation_data()
    {
        QTest::addColumn<QList<Translation>>("translations");
        QTest::addColumn<QString>("origin");
        QTest::addColumn<QString>("wanted"); // origin of the best, "none" if there is none
        using List = QList<Translation>;
        const Translation japanese{u"ja"_s, u"j"_s, u"a long title"_s, {}, {}};
        const auto spoilt = chinese(u"spoilt"_s, u"甲甲甲甲"_s, {}, PaperFlag::FormulaLost);
        const auto brief = chinese(u"brief"_s, u"甲"_s, {});
        const auto rich = chinese(u"rich"_s, u"甲"_s, u"文"_s);
        const auto alike = chinese(u"alike"_s, u"乙"_s, u"字"_s);
        QTest::newRow("none") << List{japanese} << QString() << u"none"_s;
        QTest::newRow("asked for") << List{rich, spoilt, brief} << u"spoilt"_s << u"spoilt"_s;
        QTest::newRow("asked for in vain") << List{spoilt, brief} << u"gone"_s << u"brief"_s;
        QTest::newRow("asked for in another language") << List{japanese, brief} << u"j"_s << u"brief"_s;
        QTest::newRow("clean before flagged") << List{spoilt, brief} << QString() << u"brief"_s;
        QTest::newRow("the later origin") << List{brief, rich} << QString() << u"rich"_s;
        QTest::newRow("the later origin, whatever the order") << List{rich, alike} << QString() << u"rich"_s;
        QTest::newRow("flagged before nothing") << List{japanese, spoilt} << QString() << u"spoilt"_s;
    }

    void bestTranslation()
    {
        QFETCH(QList<Translation>, translations);
        QFETCH(QString, origin);
        QFETCH(QString, wanted);
        for (int turn = 0; turn < 2; ++turn) {
            const Translation *best = paperdawn::bestTranslation(translations, u"zh-hans", origin);
            QCOMPARE(best ? best->origin : u"none"_s, wanted);
            std::reverse(translations.begin(), translations.end());
        }
    }
};

QTEST_GUILESS_MAIN(TestPaper)
#include "tst_paper.moc"
