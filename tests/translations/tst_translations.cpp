// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDomDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

/** "{place}", "%1", "%L2", "%n" as they stand in a text, sorted. */
QStringList placeholdersOf(const QString &text)
{
    static const QRegularExpression placeholder(u"\\{[a-z]+\\}|%L?([0-9]{1,2}|n)"_s);
    QStringList found;
    for (auto match = placeholder.globalMatch(text); match.hasNext();) {
        found += match.next().captured();
    }
    found.sort();
    return found;
}

/** The translation of a message; one text a plural form where the sentence has a number. */
QStringList formsOf(const QDomElement &translation)
{
    QStringList forms;
    for (auto form = translation.firstChildElement(); !form.isNull(); form = form.nextSiblingElement()) {
        forms += form.text();
    }
    return forms.isEmpty() ? QStringList(translation.text()) : forms;
}

QString faultOf(const QString &source, const QString &form)
{
    if (form.isEmpty()) {
        return u"is not translated"_s;
    }
    if (placeholdersOf(form) != placeholdersOf(source)) {
        return u"has other placeholders"_s;
    }
    if (form.contains(u'您')) {
        return u"says 您 instead of 你"_s;
    }
    if (form.contains(u'！') || form.contains(u'!')) {
        return u"shouts"_s;
    }
    return {};
}

/** What is wrong with a .ts file, one line a fault; empty: nothing. */
QStringList faultsOf(const QByteArray &ts)
{
    QDomDocument document;
    if (!document.setContent(ts)) {
        return {u"not XML"_s};
    }
    QStringList faults;
    const QDomNodeList messages = document.elementsByTagName(u"message"_s);
    for (int i = 0; i < messages.size(); ++i) {
        const QString source = messages.at(i).firstChildElement(u"source"_s).text();
        const QDomElement translation = messages.at(i).firstChildElement(u"translation"_s);
        const QString state = translation.attribute(u"type"_s);
        if (!state.isEmpty()) {
            faults += source + u": is "_s + state;
            continue;
        }
        for (const QString &form : formsOf(translation)) {
            const QString fault = faultOf(source, form);
            if (!fault.isEmpty()) {
                faults += source + u": "_s + fault;
            }
        }
    }
    return faults;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString committed(const QString &locale)
{
    return QStringLiteral(PAPERDAWN_SOURCE_DIR "/translations/paperdawn_") + locale + u".ts"_s;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void filesAreWhatTheSourcesSay_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QStringList>("options");
        QTest::newRow("en") << u"en"_s << QStringList{u"-pluralonly"_s};
        QTest::newRow("zh_CN") << u"zh_CN"_s << QStringList{};
    }

    void filesAreWhatTheSourcesSay()
    {
        QFETCH(QString, locale);
        QFETCH(QStringList, options);
        const QTemporaryDir scratch;
        const QString updated = scratch.filePath(u"paperdawn_"_s + locale + u".ts"_s);
        QVERIFY(QFile::copy(committed(locale), updated));

        QStringList arguments = QStringLiteral(PAPERDAWN_LUPDATE).split(u' ');
        const QString lupdate = arguments.takeFirst();
        arguments += options + QStringList{u"-target-language"_s, locale, u"-ts"_s, updated};
        QProcess process;
        process.setWorkingDirectory(QStringLiteral(PAPERDAWN_SOURCE_DIR));
        process.start(lupdate, arguments);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        // lupdate only warns where it cannot tell the context that the program will ask with.
        QCOMPARE(QString::fromLocal8Bit(process.readAllStandardError()), QString());

        QVERIFY2(
            bytesOf(updated) == bytesOf(committed(locale)),
            "Texts were added, changed or taken out. Build the target update_translations, then translate.");
    }

    void everySentenceIsTranslated_data() { filesAreWhatTheSourcesSay_data(); }

    void everySentenceIsTranslated()
    {
        QFETCH(QString, locale);
        QCOMPARE(faultsOf(bytesOf(committed(locale))).join(u'\n'), QString());
    }

    void faultsAreFound_data()
    {
        QTest::addColumn<QString>("translation");
        QTest::addColumn<QString>("fault");
        QTest::newRow("good") << u"<translation>{place} 的第 %n 天</translation>"_s << u""_s;
        QTest::newRow("unfinished") << u"<translation type=\"unfinished\"></translation>"_s
                                    << u"is unfinished"_s;
        QTest::newRow("vanished") << u"<translation type=\"vanished\">x</translation>"_s << u"is vanished"_s;
        QTest::newRow("empty") << u"<translation></translation>"_s << u"is not translated"_s;
        QTest::newRow("lost") << u"<translation>第 %n 天</translation>"_s << u"has other placeholders"_s;
        QTest::newRow("other") << u"<translation>{path} %n</translation>"_s << u"has other placeholders"_s;
        QTest::newRow("one form")
            << u"<translation><numerusform>{place} %n</numerusform><numerusform>%n</numerusform></translation>"_s
            << u"has other placeholders"_s;
        QTest::newRow("polite") << u"<translation>您的 {place} %n</translation>"_s
                                << u"says 您 instead of 你"_s;
        QTest::newRow("loud") << u"<translation>{place} %n！</translation>"_s << u"shouts"_s;
    }

    void faultsAreFound()
    {
        QFETCH(QString, translation);
        QFETCH(QString, fault);
        const QString ts = u"<TS><context><message><source>Day %n of {place}</source>"_s + translation +
                           u"</message></context></TS>"_s;
        const QString expected = fault.isEmpty() ? QString() : u"Day %n of {place}: "_s + fault;
        QCOMPARE(faultsOf(ts.toUtf8()).join(u'\n'), expected);
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
