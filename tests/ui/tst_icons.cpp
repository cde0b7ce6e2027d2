// SPDX-License-Identifier: GPL-3.0-or-later
// The pictures of the icon are what its drawings show now: whoever changes one runs packaging/draw-icons.
#include <QImage>
#include <QImageReader>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace {

const QString folder = QStringLiteral(PAPERDAWN_SOURCE_DIR "/resources/icons/");

QImage drawn(const QString &drawing, int size)
{
    QImageReader reader(drawing, "svg");
    reader.setScaledSize({size, size});
    return reader.read().convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

/** How far apart two pictures of one size are: the mean of what each channel of each pixel differs by. */
double difference(const QImage &one, const QImage &other)
{
    qint64 sum = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int i = 0; i < one.width() * 4; ++i) {
            sum += std::abs(one.constScanLine(y)[i] - other.constScanLine(y)[i]);
        }
    }
    return double(sum) / double(one.width() * one.height() * 4);
}

} // namespace

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void picturesShowTheDrawing_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512}) {
            QTest::addRow("%d", size) << size;
        }
    }

    void picturesShowTheDrawing()
    {
        QFETCH(int, size);
        if (!QImageReader::supportedImageFormats().contains("svg")) {
            QSKIP("Qt reads no SVG here (libqt6svg6)");
        }
        const QString own = folder + QString::number(size) + u".svg"_s;
        const QString drawing = QFile::exists(own) ? own : folder + u"io.github.paperdawn.Paperdawn.svg"_s;
        const QImage picture = QImage(folder + QString::number(size) + u".png"_s)
                                   .convertToFormat(QImage::Format_ARGB32_Premultiplied);
        QCOMPARE(picture.size(), QSize(size, size));
        const QImage expected = drawn(drawing, size);
        QCOMPARE(expected.size(), picture.size());
        const double apart = difference(picture, expected);
        QVERIFY2(apart < 2.0, qPrintable(u"%1 of 255 apart: run packaging/draw-icons"_s.arg(apart)));
    }
};

QTEST_GUILESS_MAIN(TestIcons)
#include "tst_icons.moc"
