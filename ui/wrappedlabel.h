// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QTimer>

namespace paperdawn {

/**
 * Plain text over as many lines as it takes, and never fewer: a layout inside of tabs asks for no height that
 * goes with the width, so the label itself insists on it. Thread: UI.
 */
class WrappedLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit WrappedLabel(QWidget *parent = nullptr);

    void setText(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void takeHeightSoon();
    void takeHeight();

    QTimer m_soon;
};

} // namespace paperdawn
