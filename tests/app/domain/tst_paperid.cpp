// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/paperid.h"
#include "tests/support/shareddata.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

QString shown(const std::optional<VersionedId> &found)
{
    return found ? u"%1 v%2"_s.arg(found->id.key()).arg(found->version) : u"refused"_s;
}

QString padded(quint32 number, int width)
{
    return u"%1"_s.arg(number, width, 10, '0'_L1);
}

/** The key of a random paper, of every form that there is. */
QString randomKey(QRandomGenerator &random)
{
    static const QStringList archives{u"hep-th"_s, u"math"_s, u"acc-phys"_s, u"supr-con"_s, u"cs"_s};
    const QString month = padded(random.bounded(1, 13), 2);
    switch (random.bounded(5)) {
    case 0:
        return u"arxiv:%1%2.%3"_s.arg(padded(random.bounded(8, 15), 2), month,
                                      padded(random.bounded(1, 10000), 4));
    case 1:
        return u"arxiv:%1%2.%3"_s.arg(padded(random.bounded(15, 100), 2), month,
                                      padded(random.bounded(1, 100000), 5));
    case 2:
        return u"arxiv:%1/%2%3%4"_s.arg(archives[random.bounded(archives.size())],
                                        padded(random.bounded(91, 107) % 100, 2), month,
                                        padded(random.bounded(1, 1000), 3));
    default:
        break;
    }
    const QString source = random.bounded(2) ? u"biorxiv"_s : u"medrxiv"_s;
    const QString prefix = random.bounded(2) ? u"10.1101"_s : u"10.64898"_s;
    const QString tail =
        random.bounded(2) ? padded(random.bounded(1000000), 6) : padded(random.bounded(100000000), 8);
    const QString date =
        random.bounded(4)
            ? u"%1.%2.%3."_s.arg(random.bounded(2000, 2100)).arg(month, padded(random.bounded(1, 29), 2))
            : QString();
    return source + u':' + prefix + u'/' + date + tail;
}

} // namespace

class TestPaperId : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void golden()
    {
        REQUIRE_SHARED_DATA(u"identifiers/golden.jsonl"_s);
        // arXiv's parser knows ids only; ours takes addresses and DOIs too. Nothing else differs.
        const QHash<QString, QString> exceptions{
            {u"https://arxiv.org/abs/2512.07834"_s, u"arxiv:2512.07834 v0"_s},
            {u"10.48550/arXiv.2512.07834"_s, u"arxiv:2512.07834 v0"_s},
        };
        int rows = 0;
        for (const QByteArray &line : test::sharedBytes(u"identifiers/golden.jsonl"_s).split('\n')) {
            if (line.isEmpty()) {
                continue;
            }
            const QJsonObject row = QJsonDocument::fromJson(line).object();
            const QString input = row["input"_L1].toString();
            const QString wanted =
                row["ok"_L1].toBool()
                    ? u"arxiv:%1 v%2"_s.arg(row["id"_L1].toString()).arg(row["version"_L1].toInt())
                    : exceptions.value(input, u"refused"_s);
            QCOMPARE(input + u" = "_s + shown(VersionedId::parse(input)), input + u" = "_s + wanted);
            ++rows;
        }
        QVERIFY(rows >= 60);
    }

    void texts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const QString &text, const QString &wanted) {
            QTest::newRow(qPrintable(text)) << text << wanted;
        };
        const auto refused = u"refused"_s;
        // ids
        row(u" 2512.07834v2\n"_s, u"arxiv:2512.07834 v2"_s);
        row(u"HEP--TH/9901001"_s, u"arxiv:hep-th/9901001 v0"_s);
        row(u"condmat/0207270"_s, u"arxiv:cond-mat/0207270 v0"_s);
        row(u"physics.acc-ph/0102003"_s, u"arxiv:physics/0102003 v0"_s);
        row(u"nosuch/9901001"_s, refused);
        row(u"test/9901001"_s, refused);
        row(u"2512.07834v1234567"_s, refused);
        row(u"２５１２.07834"_s, refused);
        row(u"2512.07834 v1"_s, refused);
        row(QString(), refused);
        row(u"arxiv:"_s, refused);
        // addresses of arXiv
        row(u"http://arxiv.org/pdf/2512.07834v1"_s, u"arxiv:2512.07834 v1"_s);
        row(u"https://www.arxiv.org/pdf/2512.07834v1.pdf?download=1#page=2"_s, u"arxiv:2512.07834 v1"_s);
        row(u"HTTPS://export.arxiv.org/abs/math.GT/0309136v2"_s, u"arxiv:math/0309136 v2"_s);
        row(u"arxiv.org/html/2512.07834v1"_s, u"arxiv:2512.07834 v1"_s);
        row(u"https://arxiv.org/abs/hep-th%2F9901001"_s, u"arxiv:hep-th/9901001 v0"_s);
        row(u"https://arxiv.org/list/cs.CV/new"_s, refused);
        row(u"https://arxiv.org"_s, refused);
        row(u"https://arxiv.org@example.org/abs/2512.07834"_s, refused);
        row(u"https://user@arxiv.org/abs/2512.07834"_s, refused);
        row(u"https://arxiv.org:8443/abs/2512.07834"_s, refused);
        row(u"https://arxiv.org.example.org/abs/2512.07834"_s, refused);
        row(u"https://notarxiv.org/abs/2512.07834"_s, refused);
        row(u"ftp://arxiv.org/abs/2512.07834"_s, refused);
        row(u"https://example.org/?u=https://arxiv.org/abs/2512.07834"_s, refused);
        // DOIs
        row(u"doi:10.48550/arXiv.hep-th/9901001"_s, u"arxiv:hep-th/9901001 v0"_s);
        row(u"https://doi.org/10.48550/ARXIV.2512.07834"_s, u"arxiv:2512.07834 v0"_s);
        row(u"10.1101/2024.10.23.619800"_s, u"biorxiv:10.1101/2024.10.23.619800 v0"_s);
        row(u"DOI: 10.1101/2024.10.23.24315973"_s, u"medrxiv:10.1101/2024.10.23.24315973 v0"_s);
        row(u"10.64898/2025.12.05.692641v2"_s, u"biorxiv:10.64898/2025.12.05.692641 v2"_s);
        row(u"10.1101/000026"_s, u"biorxiv:10.1101/000026 v0"_s);
        row(u"10.1101/19001297"_s, u"medrxiv:10.1101/19001297 v0"_s);
        row(u"https://doi.org/10.1101%2F2024.10.23.619800?x=y"_s, u"biorxiv:10.1101/2024.10.23.619800 v0"_s);
        row(u"http://dx.doi.org/10.1101/123456"_s, u"biorxiv:10.1101/123456 v0"_s);
        row(u"https://www.biorxiv.org/content/10.64898/2025.12.05.692641v1.full.pdf"_s,
            u"biorxiv:10.64898/2025.12.05.692641 v1"_s);
        row(u"https://www.biorxiv.org/content/10.1101/2024.10.23.24315973v3.full#sec-1"_s,
            u"biorxiv:10.1101/2024.10.23.24315973 v3"_s);
        row(u"https://www.medrxiv.org/content/10.1101/2024.10.23.619800v1.full.pdf+html"_s,
            u"medrxiv:10.1101/2024.10.23.619800 v1"_s);
        row(u"medrxiv:10.1101/2024.10.23.619800"_s, u"medrxiv:10.1101/2024.10.23.619800 v0"_s);
        row(u"bioRxiv:10.1101/2024.10.23.24315973v2"_s, u"biorxiv:10.1101/2024.10.23.24315973 v2"_s);
        row(u"10.17605/OSF.IO/HF9RW"_s, refused);
        row(u"https://doi.org/10.17605/OSF.IO/HF9RW"_s, refused);
        row(u"10.1101/gr.123456.111"_s, refused);
        row(u"10.1101/1234567"_s, refused);
        row(u"10.1101/2024.13.23.619800"_s, refused);
        row(u"10.1101/2023.02.29.619800"_s, refused);
        row(u"10.1101/2024.10.23.619800v0"_s, refused);
        row(u"10.1101/2024.10.23.619800.5"_s, refused);
        row(u"doi:2512.07834"_s, refused);
        row(u"biorxiv:2512.07834"_s, refused);
        row(u"https://www.biorxiv.org/content/early/recent"_s, refused);
        row(u"https://www.biorxiv.org/content/10.48550/arXiv.2512.07834"_s, refused);
    }

    void texts()
    {
        QFETCH(QString, text);
        QFETCH(QString, wanted);
        QCOMPARE(shown(VersionedId::parse(text)), wanted);
    }

    void longTextsAreNoIds()
    {
        const QString address = u"https://arxiv.org/abs/2512.07834?"_s;
        QVERIFY(PaperId::parse(address.leftJustified(200, u'x')));
        QVERIFY(!PaperId::parse(address.leftJustified(201, u'x')));
        QVERIFY(!PaperId::parse(QString(10000000, u'-')));
    }

    void hintDecidesOnlyWhereTheTextDoesNot()
    {
        const auto source = [](const QString &text, Source hint) {
            return sourceKey(PaperId::parse(text, hint)->source());
        };
        QCOMPARE(source(u"10.1101/2024.10.23.619800"_s, Source::Medrxiv), u"medrxiv"_s);
        QCOMPARE(source(u"https://doi.org/10.1101/2024.10.23.24315973"_s, Source::Biorxiv), u"biorxiv"_s);
        QCOMPARE(source(u"10.1101/2024.10.23.24315973"_s, Source::Arxiv), u"medrxiv"_s);
        QCOMPARE(source(u"https://www.biorxiv.org/content/10.1101/123456v1"_s, Source::Medrxiv),
                 u"biorxiv"_s);
        QCOMPARE(source(u"medrxiv:10.1101/123456"_s, Source::Biorxiv), u"medrxiv"_s);
        QCOMPARE(source(u"2512.07834"_s, Source::Biorxiv), u"arxiv"_s);
    }

    void keysAreExact()
    {
        for (const QString &key :
             {u"arxiv:2512.07834"_s, u"arxiv:math/0309136"_s, u"biorxiv:10.1101/2024.10.23.619800"_s,
              u"medrxiv:10.1101/2024.10.23.619800"_s, u"biorxiv:10.1101/2024.10.23.24315973"_s}) {
            const auto id = PaperId::fromKey(key);
            QVERIFY2(id, qPrintable(key));
            QCOMPARE(id->key(), key);
        }
        for (const QString &text :
             {u"2512.07834"_s, u"arXiv:2512.07834"_s, u"arxiv:2512.07834v1"_s, u"arxiv:math.GT/0309136"_s,
              u"arxiv:2512.7834"_s, u" arxiv:2512.07834"_s, u"bioRxiv:10.1101/123456"_s, u"10.1101/123456"_s,
              u"arxiv:10.1101/123456"_s}) {
            QVERIFY2(!PaperId::fromKey(text), qPrintable(text));
        }
    }

    void rowsAreFixed()
    {
        // These numbers are in databases on disk: a change here loses readers' caches.
        const auto row = [](const QString &key) { return PaperId::fromKey(key)->row(); };
        QCOMPARE(row(u"arxiv:2512.07834"_s), qint64(420) << 37 | 7834);
        QCOMPARE(row(u"arxiv:acc-phys/9411001"_s), qint64(47) << 37 | 1 << 17 | 1);
        QCOMPARE(row(u"arxiv:math/0309136"_s), qint64(153) << 37 | 23 << 17 | 136);
        QCOMPARE(row(u"arxiv:supr-con/9411001"_s), qint64(47) << 37 | 38 << 17 | 1);
        QCOMPARE(row(u"biorxiv:10.1101/000026"_s), qint64(1) << 30 | 26);
        QCOMPARE(row(u"medrxiv:10.64898/2025.12.05.25341234"_s),
                 qint64(420) << 37 | qint64(5) << 32 | qint64(2) << 30 | 1 << 28 | 1 << 27 | 25341234);
    }

    void rowsComeBackAndNeverCollide()
    {
        QRandomGenerator random(20251209);
        QHash<qint64, QString> seen;
        for (int i = 0; i < 20000; ++i) {
            const QString key = randomKey(random);
            const auto id = PaperId::fromKey(key);
            QVERIFY2(id, qPrintable(key));
            const qint64 row = id->row();
            QVERIFY2(row > 0 && row < qint64(1) << 48, qPrintable(key));
            const auto back = PaperId::fromRow(row);
            QCOMPARE(back ? back->key() : u"nothing"_s, key);
            QCOMPARE(seen.value(row, key), key);
            seen.insert(row, key);
        }
    }

    void rowsOfOneSerialDiffer()
    {
        QSet<qint64> rows;
        int count = 0;
        for (const auto &source : {u"biorxiv"_s, u"medrxiv"_s}) {
            for (const auto &prefix : {u"10.1101"_s, u"10.64898"_s}) {
                for (const auto &tail : {u"000012"_s, u"00000012"_s, u"2024.10.23.000012"_s,
                                         u"2024.10.24.000012"_s, u"2024.10.23.00000012"_s}) {
                    const QString key = source + u':' + prefix + u'/' + tail;
                    rows.insert(PaperId::fromKey(key)->row());
                    ++count;
                }
            }
        }
        QCOMPARE(rows.size(), count);
    }

    void newerIsLarger()
    {
        const QStringList inOrder{
            u"biorxiv:10.1101/999999"_s,
            u"medrxiv:10.1101/19001297"_s,
            u"arxiv:hep-th/9108001"_s,
            u"arxiv:acc-phys/9912001"_s,
            u"arxiv:math/0001001"_s,
            u"arxiv:supr-con/0703999"_s,
            u"arxiv:0704.0001"_s,
            u"arxiv:1412.9999"_s,
            u"arxiv:1501.00001"_s,
            u"biorxiv:10.1101/2019.12.11.123456"_s,
            u"medrxiv:10.1101/2019.12.11.12345678"_s,
            u"biorxiv:10.1101/2019.12.12.000001"_s,
            u"arxiv:2001.00001"_s,
            u"arxiv:2512.07834"_s,
            u"arxiv:2512.07835"_s,
            u"arxiv:9912.99999"_s,
        };
        qint64 last = 0;
        for (const QString &key : inOrder) {
            const qint64 row = PaperId::fromKey(key)->row();
            QVERIFY2(row > last, qPrintable(key));
            last = row;
        }
    }

    void strangeRowsAreNobodys()
    {
        const qint64 good = PaperId::fromKey(u"arxiv:2512.07834")->row();
        for (const qint64 row :
             {qint64(0), qint64(-1), std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max(),
              qint64(7834),              // arXiv without a month
              good | qint64(1) << 32,    // arXiv with a day
              good | qint64(39) << 17,   // an archive past the table
              good | qint64(1) << 17,    // an old archive in 2025
              good | qint64(3) << 30,    // a source that is none
              good | qint64(1) << 48}) { // bits above the packing
            QVERIFY2(!PaperId::fromRow(row), qPrintable(QString::number(row)));
        }
        QRandomGenerator random(7);
        for (int i = 0; i < 20000; ++i) {
            const qint64 row = qint64(random.generate64() >> (15 + random.bounded(20)));
            const auto id = PaperId::fromRow(row);
            QVERIFY(!id || id->row() == row);
        }
    }

    void anyTextIsSafe()
    {
        QRandomGenerator random(42);
        const QString alphabet = u"0123456789..//vv-arXiv:hep-th10.1101doi?#%@ \u0000é漢\xD800"_s;
        for (int i = 0; i < 20000; ++i) {
            QString text = randomKey(random);
            for (int edits = random.bounded(1, 6); edits > 0; --edits) {
                const qsizetype at = random.bounded(int(text.size()) + 1);
                text.replace(at, random.bounded(3), alphabet[random.bounded(int(alphabet.size()))]);
            }
            const auto found = VersionedId::parse(text);
            if (!found) {
                continue;
            }
            QVERIFY(found->version >= 0);
            QCOMPARE(PaperId::fromKey(found->id.key()), found->id);
            QCOMPARE(PaperId::fromRow(found->id.row()), found->id);
            QCOMPARE(VersionedId::parse(found->id.absUrl(1).toString(), found->id.source()),
                     (VersionedId{found->id, 1}));
        }
        for (int i = 0; i < 2000; ++i) {
            QString text(random.bounded(220), Qt::Uninitialized);
            for (QChar &c : text) {
                c = QChar(ushort(random.bounded(0x10000)));
            }
            QVERIFY(!PaperId::parse(text));
        }
    }

    void addresses()
    {
        const auto urls = [](const QString &key) {
            const auto id = PaperId::fromKey(key);
            return QStringList{id->absUrl().toString(), id->absUrl(2).toString(), id->pdfUrl().toString(),
                               id->pdfUrl(2).toString()};
        };
        QCOMPARE(
            urls(u"arxiv:2512.07834"_s),
            (QStringList{u"https://arxiv.org/abs/2512.07834"_s, u"https://arxiv.org/abs/2512.07834v2"_s,
                         u"https://arxiv.org/pdf/2512.07834"_s, u"https://arxiv.org/pdf/2512.07834v2"_s}));
        QCOMPARE(urls(u"arxiv:hep-th/9901001"_s).last(), u"https://arxiv.org/pdf/hep-th/9901001v2"_s);
        QCOMPARE(urls(u"medrxiv:10.1101/2024.10.23.24315973"_s),
                 (QStringList{u"https://doi.org/10.1101/2024.10.23.24315973"_s,
                              u"https://www.medrxiv.org/content/10.1101/2024.10.23.24315973v2"_s,
                              u"https://doi.org/10.1101/2024.10.23.24315973"_s,
                              u"https://www.medrxiv.org/content/10.1101/2024.10.23.24315973v2.full.pdf"_s}));
    }

    void sources()
    {
        for (const Source source : {Source::Arxiv, Source::Biorxiv, Source::Medrxiv}) {
            QCOMPARE(parseSource(sourceKey(source)), source);
            QCOMPARE(parseSource(sourceName(source).toUpper()), source);
        }
        QVERIFY(!parseSource(u"chemrxiv") && !parseSource(u""));
    }
};

QTEST_GUILESS_MAIN(TestPaperId)
#include "tst_paperid.moc"
