// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QtTest>
#include <cmath>

using namespace paperdawn;
using namespace Qt::StringLiterals;

namespace {

/** WCAG 2.1, relative luminance and contrast ratio. */
double luminance(const QColor &colour)
{
    const auto part = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textIsReadable_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const Colours *c :
             {&lightColours(), &darkColours(), &lightHighContrast(), &darkHighContrast()}) {
            const QString theme =
                (c->highContrast ? u"high contrast, "_s : QString()) + (c->dark ? u"dark"_s : u"light"_s);
            const double least = c->highContrast ? 7 : 4.5;
            const std::pair<QString, QColor> inks[] = {{u"ink"_s, c->ink},       {u"muted"_s, c->muted},
                                                       {u"accent"_s, c->accent}, {u"warn"_s, c->warn},
                                                       {u"failed"_s, c->failed}, {u"good"_s, c->good}};
            const std::pair<QString, QColor> grounds[] = {{u"window"_s, c->window},
                                                          {u"paper"_s, c->paper},
                                                          {u"hover"_s, c->hover},
                                                          {u"selection"_s, c->selection},
                                                          {u"selectionIdle"_s, c->selectionIdle}};
            for (const auto &[inkName, ink] : inks) {
                for (const auto &[groundName, ground] : grounds) {
                    QTest::addRow("%s: %s on %s", qPrintable(theme), qPrintable(inkName),
                                  qPrintable(groundName))
                        << ink << ground << least;
                }
            }
            for (size_t i = 0; i < c->heat.size(); ++i) {
                QTest::addRow("%s: heat %d", qPrintable(theme), int(i))
                    << c->heatInk[i] << c->heat[i] << least;
            }
            QTest::addRow("%s: on accent", qPrintable(theme)) << c->onAccent << c->accent << least;
        }
    }

    void textIsReadable()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        QVERIFY2(contrast(ink, ground) >= least, qPrintable(QString::number(contrast(ink, ground))));
    }

    void paletteTellsItsColours()
    {
        for (const Colours *c :
             {&lightColours(), &darkColours(), &lightHighContrast(), &darkHighContrast()}) {
            QCOMPARE(&colours(paletteOf(*c)), c);
        }
    }

    void chineseGetsItsOwnFace()
    {
        const QFont font = faceFor(QFont(u"Sans Serif"_s), u"zh-Hans");
        QCOMPARE(font.families().first(), u"Sans Serif"_s);
        QVERIFY(font.families().contains(u"Noto Sans CJK SC"_s));
        QVERIFY(!faceFor(QFont(u"Sans Serif"_s), u"en").families().contains(u"Noto Sans CJK SC"_s));
        QVERIFY(lineHeight(font, u"zh-Hans") > lineHeight(font, u"en"));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
