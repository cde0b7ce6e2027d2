// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/formats/xmlguard.h"

#include "app/base/sentence.h"

#include <QtTest>

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

/** Reads the whole document: "" where it is well formed, else the kind and words of the one error. */
QString faultOf(const QByteArray &bytes)
{
    const auto xml = openXml(bytes, u"example.org"_s);
    Error fault;
    if (!xml) {
        fault = xml.error();
    } else {
        while (!(*xml)->atEnd()) {
            (*xml)->readNext();
        }
        if (!(*xml)->hasError()) {
            return {};
        }
        fault = xmlFault(**xml, u"example.org"_s);
    }
    if (fault.where != "example.org"_L1 || sentence(fault).isEmpty()) {
        return u"not said"_s;
    }
    return fault.kind == ErrorKind::Incomplete  ? u"incomplete"_s
           : fault.kind == ErrorKind::BadAnswer ? u"bad: "_s + fault.what
                                                : u"other"_s;
}

QByteArray attributes(int count, const QByteArray &name)
{
    QByteArray written;
    for (int i = 0; i < count; ++i) {
        written += ' ' + name + QByteArray::number(i) + "='x'";
    }
    return written;
}

const QByteArray laughs = "<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY lol 'lol'>"
                          "<!ENTITY lol2 '&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;'>"
                          "<!ENTITY lol3 '&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;&lol2;'>]>"
                          "<lolz>&lol3;</lolz>";
const QByteArray outside = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hosts'>]><a>&x;</a>";

} // namespace

class TestXmlGuard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ordinaryDocuments_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("plain") << QByteArray("<a><b c='d>e' f=\"'\"/>text &amp; &#x3b1;</a>");
        QTest::newRow("declared") << QByteArray("<?xml version='1.0' encoding = \"utf-8\"?>\r\n<a/>");
        QTest::newRow("ASCII") << QByteArray("<?xml version='1.0' encoding='US-ASCII'?><a/>");
        QTest::newRow("byte order mark")
            << QByteArray("\xEF\xBB\xBF<?xml version='1.0'?><a>\xE6\xBC\xA2</a>");
        QTest::newRow("comment and CDATA")
            << QByteArray("<a><!-- <!DOCTYPE x> <b> --><![CDATA[<!DOCTYPE x> </a>]]></a>");
        QTest::newRow("256 attributes") << "<a" + attributes(256, "b") + "/>";
        QTest::newRow("64 deep") << QByteArray("<a>").repeated(64) + QByteArray("</a>").repeated(64);
        QTest::newRow("a tag of 60 KiB") << "<a b='" + QByteArray(60'000, 'x') + "'/>";
        QTest::newRow("200 namespaces, twice")
            << "<r><a" + attributes(200, "xmlns:n") + "></a><a" + attributes(200, "xmlns:n") + "/></r>";
    }

    void ordinaryDocuments()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(faultOf(bytes), QString());
    }

    void hostileDocuments_data()
    {
        const QString type = u"bad: it has a document type declaration"_s;
        const QString complex = u"bad: it is too complex"_s;
        const QString notUtf8 = u"bad: it is not UTF-8"_s;
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("fault");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &fault) {
            QTest::newRow(name) << bytes << fault;
        };
        row("billion laughs", laughs, type);
        row("a file as an entity", outside, type);
        row("an HTML page", "<!doctype html><html></html>", type);
        row("a type of 2 MB", "<!DOCTYPE a [<!ATTLIST a" + attributes(200'000, "b") + ">]><a/>", type);
        row("80,000 attributes", "<a" + attributes(80'000, "b") + "/>", complex);
        row("257 attributes", "<a" + attributes(257, "b") + "/>", complex);
        row("attributes without blanks", "<a" + QByteArray("b='1'").repeated(5000) + "/>", complex);
        row("a tag over 64 KiB", "<a b='" + QByteArray(70'000, 'x') + "'/>", complex);
        row("a tag without end", "<a" + QByteArray(10'000'000, 'x'), complex);
        row("an end tag over 64 KiB", "<a></a" + QByteArray(10'000'000, ' ') + ">", complex);
        row("60,000 deep", QByteArray("<a>").repeated(60'000), complex);
        row("65 deep", QByteArray("<a>").repeated(65) + QByteArray("</a>").repeated(65), complex);
        row("namespaces in layers", QByteArray("<a" + attributes(200, "xmlns:n") + ">").repeated(60),
            complex);
        row("UTF-7 declared", "<?xml version='1.0' encoding='UTF-7'?><a>+ADw-script+AD4-</a>", notUtf8);
        row("Latin-1 declared", "<?xml version='1.0' encoding='ISO-8859-1'?><a/>", notUtf8);
        row("encoding left out", "<?xml version='1.0' encoding?><a/>", notUtf8);
        row("Latin-1", "<a>caf\xE9 </a>", notUtf8);
        row("UTF-16", QByteArray("\xFF\xFE<\0a\0/\0>\0", 10), notUtf8);
        row("overlong slash", "<a>\xC0\xAF</a>", notUtf8);
        row("a lone surrogate", "<a>\xED\xA0\x80</a>", notUtf8);
        row("NUL", QByteArray("<a>\0</a>", 8), notUtf8);
        row("nothing", "", u"bad: it is empty"_s);
        row("blanks", " \r\n\t ", u"bad: it is empty"_s);
        row("cut in text", "<a><b>text", u"incomplete"_s);
        row("cut in a tag", "<a><b c='d", u"incomplete"_s);
        row("cut in a character", "<a>\xE6\xBC", u"incomplete"_s);
        row("cut in a comment", "<a><!-- x", u"incomplete"_s);
        row("cut in CDATA", "<a><![CDATA[ x", u"incomplete"_s);
    }

    void hostileDocuments()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, fault);
        QCOMPARE(faultOf(bytes), fault);
    }

    /** What the parser refuses, in its own words. */
    void whatIsNoXml_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const char *bytes : {"no XML at all",
                                  "{\"a\": 1}",
                                  "<a>&unknown;</a>",
                                  "<a>&#0;</a>",
                                  "<a>&#xD800;</a>",
                                  "<a>&#xFFFE;</a>",
                                  "<a><b></a></b>",
                                  "<a/><b/>",
                                  "<a b='1' b='2'/>",
                                  "<a b=<c>>",
                                  "</a>",
                                  "<a>\x01</a>",
                                  "<",
                                  "<>",
                                  "< a/>",
                                  "<n:a/>",
                                  "<a/><?xml version='1.0'?>",
                                  "<a></a>>text",
                                  "<?x",
                                  "<a>]]></a>"}) {
            QTest::newRow(bytes) << QByteArray(bytes);
        }
    }

    void whatIsNoXml()
    {
        QFETCH(QByteArray, bytes);
        const QString fault = faultOf(bytes);
        QVERIFY2(fault.startsWith("bad: "_L1) || fault == "incomplete"_L1, qPrintable(fault));
    }

    void theLineIsTold()
    {
        QCOMPARE(openXml("<a>\n\n<!DOCTYPE b>", {}).error().line, 3);
        QCOMPARE(openXml("<a>\n\xFF</a>", {}).error().line, 2);
    }
};

QTEST_GUILESS_MAIN(TestXmlGuard)
#include "tst_xmlguard.moc"
