// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/decisions.h"

#include "app/journal/linereader.h"

#include <QBuffer>
#include <QtTest>
#include <sys/stat.h>
#include <unistd.h>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

Decision decision(const QString &machine, qint64 sequence, const QString &paper, qint64 time = 0)
{
    return {
        machine, sequence, time != 0 ? time : sequence, sequence, paper, u"star"_s, true, false, Way::Done,
        0,       {}};
}

QByteArray line(const Decision &decision)
{
    return toLine(decision) + '\n';
}

QString describe(const Replay &replay)
{
    QStringList lines;
    for (const Decision &d : replay.decisions) {
        lines << u"%1 %2"_s.arg(d.machine).arg(d.sequence);
    }
    for (const UnreadableLine &bad : replay.unreadable) {
        lines << u"%1 at %2 unreadable"_s.arg(bad.file).arg(bad.offset);
    }
    for (const Error &error : replay.skipped) {
        lines << u"skipped "_s + QFileInfo(error.where).fileName();
    }
    return lines.join(u", "_s);
}

} // namespace

class TestReplay : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;

    [[nodiscard]] QString file(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] QString all() const { return describe(readAll(m_dir->path())); }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }

    void readsAllMachinesByName()
    {
        QCOMPARE(all(), QString());
        QVERIFY(putFile(file(u"b.jsonl"_s),
                        line(decision(u"b"_s, 1, u"p"_s)) + line(decision(u"b"_s, 2, u"p"_s))));
        QVERIFY(putFile(file(u"a.jsonl"_s), line(decision(u"a"_s, 1, u"p"_s))));
        QVERIFY(putFile(file(u"a.sync-conflict-20251209.jsonl"_s), line(decision(u"a"_s, 2, u"p"_s))));
        QVERIFY(putFile(file(u"notes.txt"_s), line(decision(u"c"_s, 1, u"p"_s))));
        QVERIFY(putFile(file(u".a.jsonl.tmp"_s), line(decision(u"c"_s, 1, u"p"_s))));
        QVERIFY(QDir(m_dir->path()).mkdir(u"folder.jsonl"_s));
        QCOMPARE(all(), u"a 1, a 2, b 1, b 2"_s);
    }

    void readsOnFromOffsets()
    {
        QByteArray content = line(decision(u"a"_s, 1, u"p"_s));
        QVERIFY(putFile(file(u"a.jsonl"_s), content));
        const Replay first = readAll(m_dir->path());
        QCOMPARE(first.offsets, (Offsets{{u"a.jsonl"_s, content.size()}}));
        QCOMPARE(describe(readAll(m_dir->path(), first.offsets)), QString());
        content += line(decision(u"a"_s, 2, u"p"_s));
        QVERIFY(putFile(file(u"a.jsonl"_s), content));
        QCOMPARE(describe(readAll(m_dir->path(), first.offsets)), u"a 2"_s);
    }

    void aFileThatWasCutOrReplacedIsReadAgain()
    {
        const QByteArray one = line(decision(u"a"_s, 1, u"p"_s));
        const QByteArray two = line(decision(u"a"_s, 2, u"a longer one"_s));
        QVERIFY(putFile(file(u"a.jsonl"_s), one + one));
        const Offsets offsets = readAll(m_dir->path()).offsets;
        QVERIFY(putFile(file(u"a.jsonl"_s), one));
        QCOMPARE(describe(readAll(m_dir->path(), offsets)), u"a 1"_s);
        QVERIFY(putFile(file(u"a.jsonl"_s), two + two));
        QCOMPARE(describe(readAll(m_dir->path(), offsets)), u"a 2, a 2"_s);
        QVERIFY(QFile::remove(file(u"a.jsonl"_s)));
        QCOMPARE(readAll(m_dir->path(), offsets).offsets, offsets);
        QCOMPARE(describe(readAll(m_dir->path(), {{u"a.jsonl"_s, -5}})), QString());
    }

    void foreignLinesAreReportedAndPassedOver()
    {
        const QByteArray good = line(decision(u"a"_s, 1, u"p"_s));
        const QByteArray crlf = toLine(decision(u"a"_s, 2, u"p"_s)) + "\r\n";
        const QByteArray tail = line(decision(u"a"_s, 3, u"p"_s));
        const QByteArray content =
            good + "<<<<<<< laptop\n" + crlf + QByteArray(50, '\0') + "\n" + "\n" + tail;
        QVERIFY(putFile(file(u"laptop.jsonl"_s), content));
        const QString expected =
            u"a 1, a 2, a 3, laptop.jsonl at %1 unreadable, laptop.jsonl at %2 unreadable, "
            "laptop.jsonl at %3 unreadable"_s;
        const qsizetype second = good.size() + 15 + crlf.size();
        QCOMPARE(all(), expected.arg(good.size()).arg(second).arg(second + 51));
    }

    void linesOfManyMegabytesDoNotFillTheMemory()
    {
        const QByteArray good = line(decision(u"a"_s, 1, u"p"_s));
        const QByteArray huge = QByteArray(20'000'000, '[') + '\n';
        QVERIFY(putFile(file(u"a.jsonl"_s), huge + good + huge + good + huge.chopped(1)));
        const Replay replay = readAll(m_dir->path());
        QCOMPARE(describe(replay), u"a 1, a 1, a.jsonl at 0 unreadable, a.jsonl at %1 unreadable"_s.arg(
                                       huge.size() + good.size()));
        QCOMPARE(replay.offsets.first(), 2 * (huge.size() + good.size()));
    }

    void comesInPartsOfBoundedSize()
    {
        QByteArray content;
        for (int i = 1; i <= 100; ++i) {
            content += i % 10 == 0 ? QByteArray("bad\n") : line(decision(u"a"_s, i, u"p"_s));
        }
        QVERIFY(putFile(file(u"a.jsonl"_s), content));
        QVERIFY(putFile(file(u"b.jsonl"_s), content));
        const auto part = readSince(m_dir->path(), {}, 30);
        QCOMPARE(part->decisions.size() + part->unreadable.size(), 30);
        QVERIFY(part->more);
        for (const int mostLines : {1, 7, 100, 101, 1000}) {
            QCOMPARE(describe(readAll(m_dir->path(), {}, mostLines)), all());
        }
    }

    /** Whatever a power cut leaves of a file: the lines that are whole, and nothing else. */
    void everyPrefixGivesItsWholeLines()
    {
        QList<Decision> decisions;
        QByteArray content;
        for (int i = 1; i <= 6; ++i) {
            decisions << decision(u"a"_s, i, u"p%1"_s.arg(i % 3));
            content += line(decisions.last());
        }
        for (qsizetype cut = 0; cut <= content.size(); ++cut) {
            QVERIFY(putFile(file(u"a.jsonl"_s), content.first(cut)));
            const Replay replay = readAll(m_dir->path());
            const qsizetype whole = content.first(cut).count('\n');
            QCOMPARE(text(replay.decisions), text(decisions.first(whole)));
            QVERIFY(ledgerOf(replay.decisions) == ledgerOf(decisions.first(whole)));
            QVERIFY(replay.unreadable.isEmpty());
            // and what is added later comes from there on
            QVERIFY(putFile(file(u"a.jsonl"_s), content));
            QCOMPARE(text(readAll(m_dir->path(), replay.offsets).decisions), text(decisions.sliced(whole)));
        }
    }

    void clocksOf1969And2038()
    {
        const Decision future = decision(u"b"_s, 1, u"p"_s, Q_INT64_C(2'147'483'648'000));
        QVERIFY(putFile(file(u"b.jsonl"_s), line(future)));
        const QByteArray past = line(decision(u"a"_s, 1, u"p"_s));
        const QByteArray before1970 = QByteArray(past).replace(R"("t":1,)", R"("t":-1000,)");
        QVERIFY(putFile(file(u"a.jsonl"_s), past + before1970));
        QCOMPARE(all(), u"a 1, b 1, a.jsonl at %1 unreadable"_s.arg(past.size()));
    }

    void whatCannotBeOpenedDoesNotKeepTheRestFromBeingRead()
    {
        QVERIFY(putFile(file(u"a.jsonl"_s), line(decision(u"a"_s, 1, u"p"_s))));
        QVERIFY(putFile(file(u"c.jsonl"_s), line(decision(u"c"_s, 1, u"p"_s))));
        QCOMPARE(::mkfifo(QFile::encodeName(file(u"b.jsonl"_s)).constData(), 0600), 0);
        QCOMPARE(all(), u"a 1, c 1"_s);
        if (::geteuid() == 0) {
            return; // root may read everything
        }
        QVERIFY(QFile::setPermissions(file(u"a.jsonl"_s), {}));
        const Replay replay = readAll(m_dir->path());
        QCOMPARE(describe(replay), u"c 1, skipped a.jsonl"_s);
        QCOMPARE(replay.skipped.first().kind, ErrorKind::Permission);
    }

    void aMissingFolderIsSaid()
    {
        QCOMPARE(readSince(file(u"none"_s), {}).error().kind, ErrorKind::NotFound);
    }

    void lineReaderHandsOutWhatFits_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("fits");
        for (const int size : {0, 1, 65'535, 65'536, 65'537, 99'999, 100'000}) {
            QTest::addRow("%d", size) << size << true;
        }
        for (const int size : {100'001, 131'072, 131'073, 400'000}) {
            QTest::addRow("%d", size) << size << false;
        }
    }
    void lineReaderHandsOutWhatFits()
    {
        QFETCH(int, size);
        QFETCH(bool, fits);
        const QByteArray tested(size, 'x');
        QByteArray content = "first\n" + tested + "\nlast\ntorn";
        QBuffer buffer(&content);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        LineReader lines(buffer, 100'000);
        QCOMPARE(lines.next()->bytes, QByteArray("first"));
        const auto line = lines.next();
        QCOMPARE(line->tooLong, !fits);
        QVERIFY(line->bytes == (fits ? tested : QByteArray()));
        QCOMPARE(line->end, size + 7);
        const auto last = lines.next();
        QCOMPARE(last->bytes, QByteArray("last"));
        QCOMPARE(last->end, size + 12);
        QVERIFY(!lines.next());
        QVERIFY(!lines.failed());
    }
};

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
