// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace paperdawn {

/** A header that is only its words and a hairline: no boxes, no gradients. Paints only. */
class QuietHeader final : public QHeaderView
{
    Q_OBJECT
public:
    enum class Line : quint8 { None, Below };
    QuietHeader(Line line, QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    Line m_line;
};

} // namespace paperdawn
