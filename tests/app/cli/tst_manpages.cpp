// SPDX-License-Identifier: GPL-3.0-or-later
// The man pages tell of everything that --help tells of, and are clean troff.
#include "tests/support/programs.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QtTest>

using namespace paperdawn::test;
using namespace Qt::StringLiterals;

namespace {

QString pageFile(const QString &program)
{
    return QStringLiteral(PAPERDAWN_SOURCE_DIR "/packaging/man/") + program + u".1"_s;
}

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
QString pageText(const QString &program)
{
    QFile file(pageFile(program));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QString text = QString::fromUtf8(file.readAll());
    text.replace(QRegularExpression(u"\\\\f[BIRP]"_s), {});
    return text.replace(u"\\-"_s, u"-"_s).replace(u"\\ "_s, u" "_s);
}

QString helpOf(const QString &program)
{
    QProcess process;
    process.start(QStringLiteral(PAPERDAWN_BIN_DIR "/") + program, {u"--help"_s});
    return outcomeOf(process).out;
}

} // namespace

class TestManPages : public QObject
{
    Q_OBJECT

    static void programs()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("paperdawn") << u"paperdawn"_s;
        QTest::newRow("paperdawnctl") << u"paperdawnctl"_s;
    }

private Q_SLOTS:
    void everyOptionIsTold_data() { programs(); }

    void everyOptionIsTold()
    {
        QFETCH(QString, program);
        const QStringList told = options(pageText(program));
        const QStringList asked = options(helpOf(program));
        QVERIFY2(asked.contains(u"--library"), "The program's help tells of no options");
        for (const QString &option : asked) {
            QVERIFY2(told.contains(option), qPrintable(option + u" is not in "_s + pageFile(program)));
        }
    }

    void everyCommandIsTold()
    {
        const QStringList commands = found(helpOf(u"paperdawnctl"_s), u"(?:^  |…, )([a-z]+) [A-Z[]"_s);
        QVERIFY2(commands.contains(u"import") && commands.contains(u"unstar"), "No commands in the help");
        const QStringList told = found(pageText(u"paperdawnctl"_s), u"^\\.TP\\n(?:\\.[BIR]+ )?([a-z]+)\\b"_s);
        for (const QString &command : commands) {
            QVERIFY2(told.contains(command), qPrintable(command + u" is not in the man page"_s));
        }
    }

    void troffHasNothingToSay_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("checker");
        QTest::addColumn<QStringList>("words");
        for (const QString &program : {u"paperdawn"_s, u"paperdawnctl"_s}) {
            QTest::addRow("%s by man", qPrintable(program))
                << program << u"man"_s << QStringList{u"--warnings"_s, u"--troff"_s, u"--local-file"_s};
            QTest::addRow("%s by mandoc", qPrintable(program))
                << program << u"mandoc"_s << QStringList{u"-Tlint"_s, u"-Wwarning"_s};
        }
    }

    void troffHasNothingToSay()
    {
        QFETCH(QString, program);
        QFETCH(QString, checker);
        QFETCH(QStringList, words);
        if (QStandardPaths::findExecutable(checker).isEmpty()) {
            QSKIP("There is no such program here");
        }
        QProcess process;
        process.start(checker, words + QStringList{pageFile(program)});
        const Run run = outcomeOf(process);
        QCOMPARE(run.err, QString());
        QCOMPARE(run.code, 0);
        if (checker == u"mandoc") {
            QCOMPARE(run.out, QString());
        }
    }
};

QTEST_GUILESS_MAIN(TestManPages)
#include "tst_manpages.moc"
