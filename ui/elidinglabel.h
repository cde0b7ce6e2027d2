// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace paperdawn {

/** A line of plain text that never widens its window: what does not fit is cut with an ellipsis, and stands
 * whole in a tooltip, with what there is more to say. */
class ElidingLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit ElidingLabel(QWidget *parent);

    /** Plain text of some lines. */
    void setDetails(const QString &lines);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_details;
};

} // namespace paperdawn
