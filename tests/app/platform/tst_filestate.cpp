// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/filestate.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

bool append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::Append) && file.write(bytes) == bytes.size();
}

} // namespace

class TestFileState : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileThatGrewIsAnother()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"laptop.jsonl"_s);
        QVERIFY(!stateOf(path));
        QVERIFY(append(path, "a"));
        const auto before = stateOf(path);
        QVERIFY(before.has_value());
        QCOMPARE(stateOf(path), before);
        QVERIFY(append(path, "b"));
        QVERIFY(stateOf(path) != before);
        QVERIFY(!stateOf(folder.path())); // not of the ordinary sort
    }

    void onlyFilesOfThatNameAreTold()
    {
        const QTemporaryDir folder;
        QVERIFY(append(folder.filePath(u"王.jsonl"_s), "a"));
        QVERIFY(append(folder.filePath(u"lock"_s), "a"));
        QVERIFY(QDir(folder.path()).mkdir(u"old.jsonl"_s));
        const auto files = filesIn(folder.path(), ".jsonl");
        QVERIFY(files.has_value());
        QCOMPARE(files->keys(), QStringList{u"王.jsonl"_s});
        QCOMPARE(files->value(u"王.jsonl"_s), *stateOf(folder.filePath(u"王.jsonl"_s)));
    }

    void aFolderThatCannotBeReadIsNotAnEmptyOne()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"journal"_s);
        QVERIFY(filesIn(path, ".jsonl")->isEmpty()); // there is none yet
        QVERIFY(append(path, "a"));                  // and now it is none
        const auto files = filesIn(path, ".jsonl");
        QVERIFY(!files.has_value());
        QCOMPARE(files.error().where, path);
    }
};

QTEST_GUILESS_MAIN(TestFileState)
#include "tst_filestate.moc"
