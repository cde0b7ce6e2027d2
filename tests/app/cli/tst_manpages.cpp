// SPDX-License-Identifier: GPL-3.0-or-later
// The man pages tell of everything that --help tells of, and are clean troff.
#include "tests/support/programs.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QtTest>

using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

const QString folder = QStringLiteral(PAPERDAWN_SOURCE_DIR "/packaging/man/");

/** Each match of the expression's first group, once. */
QStringList found(const QString &text, const QString &expression)
{
    QStringList result;
    const QRegularExpression wanted(expression, QRegularExpression::MultilineOption);
    for (const QRegularExpressionMatch &match : wanted.globalMatch(text)) {
        result += match.captured(1);
    }
    result.removeDuplicates();
    return result;
}

/** "--json", "-o", … as they stand in a text, but not the hyphens inside of words. */
QStringList options(const QString &text)
{
    return found(text, u"(?<![\\w-])(--?[a-z][a-z-]*)"_s);
}

/** The words of a page without troff's fonts and escapes. */
QString pageText(const QString &page)
{
    QFile file(folder + page);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString text = QString::fromUtf8(file.readAll());
    text.remove(QRegularExpression(u"\\\\f[BIRP]"_s));
    return text.replace(u"\\-"_s, u"-"_s).replace(u"\\ "_s, u" "_s);
}

QString helpOf(const QString &program)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(PAPERDAWN_BIN_DIR "/") + program, {u"--help"_s});
    return outcomeOf(process).out;
}

} // namespace

class TestManPages : public QObject
{
    Q_OBJECT

    static void pages()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("page");
        for (const QString &program : {u"paperdawn"_s, u"paperdawnctl"_s}) {
            for (const QString &language : {u""_s, u"zh_CN/"_s}) {
                const QString page = language + program + u".1"_s;
                QTest::newRow(qPrintable(page)) << program << page;
            }
        }
    }

    static Run check(const QString &checker, const QStringList &words)
    {
        QProcess process;
        process.start(checker, words);
        return outcomeOf(process);
    }

private Q_SLOTS:
    void everyOptionIsTold_data() { pages(); }

    void everyOptionIsTold()
    {
        QFETCH(QString, program);
        QFETCH(QString, page);
        const QStringList told = options(pageText(page));
        const QStringList asked = options(helpOf(program));
        QVERIFY2(asked.contains(u"--library"), "The program's help tells of no options");
        for (const QString &option : asked) {
            QVERIFY2(told.contains(option), qPrintable(option + u" is not in "_s + page));
        }
    }

    void everyCommandIsTold_data()
    {
        QTest::addColumn<QString>("page");
        for (const QString &page : {u"paperdawnctl.1"_s, u"zh_CN/paperdawnctl.1"_s}) {
            QTest::newRow(qPrintable(page)) << page;
        }
    }

    void everyCommandIsTold()
    {
        QFETCH(QString, page);
        const QStringList commands = found(helpOf(u"paperdawnctl"_s), u"(?:^  |…, )([a-z]+) [A-Z[]"_s);
        QVERIFY2(commands.contains(u"import") && commands.contains(u"unstar"), "No commands in the help");
        const QStringList told = found(pageText(page), u"^\\.TP\\n(?:\\.[BIR]+ )?([a-z]+)\\b"_s);
        for (const QString &command : commands) {
            QVERIFY2(told.contains(command), qPrintable(command + u" is not in "_s + page));
        }
    }

    void everyChoiceIsTold_data() { everyCommandIsTold_data(); }

    /** "markdown|bibtex|…" in the help. */
    void everyChoiceIsTold()
    {
        QFETCH(QString, page);
        const QStringList choices =
            found(helpOf(u"paperdawnctl"_s), u"--[a-z]+ ([a-z]+(?:\\|[a-z]+)+)"_s).join(u'|').split(u'|');
        QVERIFY2(choices.contains(u"reading"), "No choices in the help");
        const QString told = pageText(page);
        for (const QString &choice : choices) {
            QVERIFY2(told.contains(QRegularExpression(u"\\b%1\\b"_s.arg(choice))),
                     qPrintable(choice + u" is not in "_s + page));
        }
    }

    void manHasNothingToSay_data() { pages(); }

    void manHasNothingToSay()
    {
        QFETCH(QString, page);
        if (QStandardPaths::findExecutable(u"man"_s).isEmpty()) {
            QSKIP("There is no man here");
        }
        const Run run = check(u"man"_s, {u"--warnings"_s, u"-Tutf8"_s, u"--local-file"_s, folder + page});
        QCOMPARE(run.err, QString());
        QCOMPARE(run.code, 0);
    }

    void mandocHasNothingToSay_data() { pages(); }

    void mandocHasNothingToSay()
    {
        QFETCH(QString, page);
        if (QStandardPaths::findExecutable(u"mandoc"_s).isEmpty()) {
            QSKIP("There is no mandoc here");
        }
        const Run run = check(u"mandoc"_s, {u"-Tlint"_s, u"-Wwarning"_s, folder + page});
        QCOMPARE(run.out + run.err, QString());
        QCOMPARE(run.code, 0);
    }
};

QTEST_GUILESS_MAIN(TestManPages)
#include "tst_manpages.moc"
