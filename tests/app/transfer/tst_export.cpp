// SPDX-License-Identifier: GPL-3.0-or-later
// Exports out of a real library, and back into it and into others.
#include "app/transfer/export.h"

#include "tests/support/dayarchive.h"
#include "tests/support/decisions.h"
#include "tests/support/importing.h"
#include "tests/support/languages.h"
#include "tests/support/nastypapers.h"
#include "tests/support/processes.h"

#include <QtTest>
#include <cstdio>
#include <unistd.h>

using namespace paperdawn;
using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

using Form = std::pair<ExportStyle, ExportLanguage>;

QList<std::pair<QByteArray, Form>> forms()
{
    return {{"table, Chinese", {ExportStyle::Table, ExportLanguage::Chinese}},
            {"table, original", {ExportStyle::Table, ExportLanguage::Original}},
            {"table, both", {ExportStyle::Table, ExportLanguage::Both}},
            {"page, Chinese", {ExportStyle::Reading, ExportLanguage::Chinese}},
            {"page, original", {ExportStyle::Reading, ExportLanguage::Original}},
            {"page, both", {ExportStyle::Reading, ExportLanguage::Both}}};
}

/** Every day of a library as a file of its own; the paths. */
QStringList exportDays(const Library &library, const Form &form, const QDir &folder)
{
    QStringList paths;
    QSet<QDate> seen;
    for (const DaySummary &day : library.days().value_or(QList<DaySummary>())) {
        if (day.count == 0 || seen.contains(day.day)) {
            continue;
        }
        seen += day.day;
        const auto bytes = exported(library, {OnDay{day.day, {}}, {}, form.first, form.second});
        paths += folder.filePath(day.day.toString(Qt::ISODate) + u".md"_s);
        if (!bytes || !saveExport(paths.last(), *bytes)) {
            return {};
        }
    }
    return paths;
}

QByteArrayList contentsOf(const QStringList &paths)
{
    QByteArrayList contents;
    for (const QString &path : paths) {
        contents += contentOf(path);
    }
    return contents;
}

/** "" or what is not as it should be when all days are exported and imported again. */
QString roundTrip(const TemporaryLibrary &library, Store &store, const Form &form)
{
    const QString before = cacheText(library.folder());
    const TemporaryLibrary other;
    QDir().mkpath(other.path(u"exports"_s));
    QDir().mkpath(other.path(u"again"_s));
    const QStringList paths = exportDays(*library.library(), form, other.path(u"exports"_s));
    if (paths.isEmpty()) {
        return u"nothing was exported"_s;
    }
    const ImportSummary back = importInto(store, paths);
    if (back.added() + back.merged() + back.refused() > 0 || cacheText(library.folder()) != before) {
        return u"changed its own library: "_s + said(back);
    }
    const auto otherStore = other.store();
    const ImportSummary into = importInto(*otherStore, paths);
    if (into.refused() > 0) {
        return u"was refused: "_s + said(into);
    }
    const QStringList again = exportDays(*other.library(), form, other.path(u"again"_s));
    return contentsOf(again) == contentsOf(paths) ? QString() : u"came back otherwise"_s;
}

/** A day of nasty papers, and two of each source beside them. */
DayFile nastyDayFile(const QStringList &texts)
{
    DaySection section{.day = nastyDay, .status = DayStatus::Selection};
    for (const PaperDetails &paper : nastyPapers(texts)) {
        section.papers += {inItsLanguages(paper), Kind::Unknown};
    }
    return {{section}, {}};
}

int save(const QString &path)
{
    const auto saved = saveExport(path, "new\n");
    for (const QString &words :
         inBothLanguages([&] { return saved ? u"saved"_s : sentence(saved.error()); })) {
        std::printf("%s\n", qPrintable(words));
    }
    return 0;
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT
    TemporaryLibrary m_nasty;
    TemporaryLibrary m_days;
    std::unique_ptr<Store> m_nastyStore;
    std::unique_ptr<Store> m_daysStore;
    std::unique_ptr<QTemporaryDir> m_dir;

    QString path(const QString &name) const { return m_dir->filePath(name); }

private Q_SLOTS:
    void initTestCase()
    {
        m_nastyStore = m_nasty.store();
        const QStringList texts = nastyTexts(fragments() + controlFragments(), 300);
        const qint64 import = await(m_nastyStore->beginImport()).value_or(-1);
        const auto stored = await(m_nastyStore->put(import, {u"nasty"_s, "nasty", nastyDayFile(texts)}));
        QVERIFY(stored);
        QCOMPARE(stored->added, 300);
    }

    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void nastyPapersComeBack_data()
    {
        QTest::addColumn<Form>("form");
        for (const auto &[name, form] : forms()) {
            QTest::newRow(name) << form;
        }
    }

    void nastyPapersComeBack()
    {
        QFETCH(Form, form);
        QCOMPARE(roundTrip(m_nasty, *m_nastyStore, form), QString());
    }

    void theRecordedDaysComeBack_data()
    {
        QTest::addColumn<Form>("form");
        for (const auto &[name, form] : forms()) {
            if (name == "table, Chinese" || name.endsWith("both")) {
                QTest::newRow(name) << form;
            }
        }
    }

    void theRecordedDaysComeBack()
    {
        REQUIRE_SHARED_DATA(u"days/md"_s);
        if (!m_daysStore) {
            m_daysStore = m_days.store();
            (void)importInto(*m_daysStore, {sharedData(u"days/md"_s), sharedData(u"days/api-daily"_s)});
        }
        QFETCH(Form, form);
        QCOMPARE(roundTrip(m_days, *m_daysStore, form), QString());
    }

    void anExistingFileKeepsItsModeAndItsLink()
    {
        const QString file = path(u"day.md"_s);
        QVERIFY(putFile(file, "old\n"));
        const auto mode = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup;
        QVERIFY(QFile::setPermissions(file, mode));
        QVERIFY(QFile::link(file, path(u"link.md"_s)));
        QVERIFY(saveExport(path(u"link.md"_s), "new\n"));
        QVERIFY(QFileInfo(path(u"link.md"_s)).isSymLink());
        QCOMPARE(contentOf(file), "new\n");
        const auto all = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::WriteGroup |
                         QFile::ReadOther | QFile::WriteOther;
        QCOMPARE(QFile::permissions(file) & all, mode);
    }

    void aNewFileIsForWhomTheUmaskLets()
    {
        QFile plain(path(u"plain"_s));
        QVERIFY(plain.open(QIODevice::WriteOnly));
        QVERIFY(saveExport(path(u"day.md"_s), "new\n"));
        QCOMPARE(QFile::permissions(path(u"day.md"_s)), plain.permissions());
    }

    void whatCannotBeWrittenIsSaid_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("chinese");
        QTest::newRow("no such folder")
            << u"nowhere/day.md"_s << u"DIR/nowhere was not found. Check the name and try again."_s
            << u"找不到 DIR/nowhere。请核对名称后重试。"_s;
        QTest::newRow("a folder")
            << u"folder"_s
            << u"DIR/folder is not a file but a folder or a device. Choose another name or place."_s
            << u"DIR/folder 不是文件，而是文件夹或设备。请换一个文件名或位置。"_s;
        QTest::newRow("a file that is locked")
            << u"locked.md"_s
            << u"DIR/locked.md cannot be opened: permission denied. Change its permissions or choose another place."_s
            << u"无法打开 DIR/locked.md：没有权限。请修改权限，或换一个位置。"_s;
        QTest::newRow("a folder that is locked")
            << u"locked/day.md"_s
            << u"DIR/locked/day.md cannot be opened: permission denied. Change its permissions or choose another place."_s
            << u"无法打开 DIR/locked/day.md：没有权限。请修改权限，或换一个位置。"_s;
    }

    /** As a user whom permissions stop. */
    void whatCannotBeWrittenIsSaid()
    {
        REQUIRE_UNPRIVILEGED();
        QFETCH(QString, target);
        QFETCH(QString, english);
        QFETCH(QString, chinese);
        QVERIFY(QDir().mkpath(path(u"folder"_s)) && QDir().mkpath(path(u"locked"_s)));
        QVERIFY(putFile(path(u"locked.md"_s), "old\n"));
        QVERIFY(QFile::setPermissions(m_dir->path(), QFile::Permissions(0x7777)));
        QVERIFY(QFile::setPermissions(path(u"locked.md"_s), QFile::Permissions(0x4444)));
        QVERIFY(QFile::setPermissions(path(u"locked"_s), QFile::Permissions(0x5555)));
        QCOMPARE(printedUnprivileged({u"--save"_s, path(target)}).replace(m_dir->path(), u"DIR"_s),
                 english + u'\n' + chinese);
        QCOMPARE(contentOf(path(u"locked.md"_s)), "old\n");
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{u"locked.md"_s});
    }
};

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--save"_s) {
        return save(arguments.value(2));
    }
    TestExport test;
    return QTest::qExec(&test, arguments);
}

#include "tst_export.moc"
