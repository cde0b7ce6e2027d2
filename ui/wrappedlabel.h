// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

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

private:
    void takeHeight();

    bool m_hasWidth = false; ///< of its own: on a page that was never shown it has none
};

} // namespace paperdawn
