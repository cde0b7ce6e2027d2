// SPDX-License-Identifier: GPL-3.0-or-later
// bench_pane TIMES: how long the detail pane takes until a paper is painted, beside a bare text browser that
// is given the same words: the papers of the sample, and such as nobody should be held up by. One line a
// paper.
#include "app/transfer/sampleday.h"
#include "tests/bench/measuring.h"
#include "tests/support/hostileabstracts.h"
#include "ui/detailpane.h"

#include <QApplication>
#include <QTest>
#include <QTextBrowser>

using namespace paperdawn;
using namespace paperdawn::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize size(620, 900);
constexpr qsizetype longestTitle = 3'000;

struct Subject
{
    QString name;
    bool hostile = false;
    DayPaper paper;
};

QList<Subject> subjects()
{
    QList<Subject> all;
    const DayFile sample = sampleDays().constLast();
    for (const DayPaper &paper : sample.sections.constFirst().papers) {
        all += Subject{paper.details.id.value(), false, paper};
    }
    for (const auto &[name, abstract] : test::hostileAbstracts()) {
        DayPaper paper = all.constFirst().paper;
        paper.details.title = abstract.first(std::min(abstract.size(), longestTitle));
        paper.details.abstract = abstract;
        all += Subject{QString::fromUtf8(name), true, paper};
    }
    return all;
}

void bringForward(QWidget &widget)
{
    widget.resize(size);
    widget.show();
    if (!QTest::qWaitForWindowExposed(&widget)) {
        std::fprintf(stderr, "bench_pane: the pane is not shown\n");
        std::exit(1);
    }
}

void measure(const Subject &subject, int times, DetailPane &pane, QTextBrowser &bare)
{
    QJsonArray ours;
    QJsonArray floor;
    for (int i = 0; i < times; ++i) {
        pane.clear();
        double start = milliseconds();
        pane.show(subject.paper.details, {}, TitleLanguage::Both, subject.paper.kind);
        pane.repaint();
        ours += milliseconds() - start;

        const QString words = pane.plainText();
        bare.clear();
        start = milliseconds();
        bare.setPlainText(words);
        bare.repaint();
        floor += milliseconds() - start;
    }
    tell({{u"paper"_s, subject.name},
          {u"hostile"_s, subject.hostile},
          {u"ours"_s, ours},
          {u"floor"_s, floor}});
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    DetailPane pane;
    QTextBrowser bare;
    bringForward(bare);
    bringForward(pane);
    const QList<Subject> papers = subjects();
    pane.show(papers.first().paper.details, {}, TitleLanguage::Both); // the first has fonts to load
    pane.repaint();
    const int times = QApplication::arguments().value(1).toInt();
    for (const Subject &subject : papers) {
        measure(subject, times, pane, bare);
    }
    return 0;
}
