// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace paperdawn {

/**
 * A word to press: no box around it until the pointer or the keyboard is there, its text at the left edge
 * plus `padding`. Thread: UI.
 */
class TextButton final : public QPushButton
{
    Q_OBJECT
public:
    static constexpr int padding = 8;

    explicit TextButton(QWidget *parent = nullptr);

    /** In the accent colour: the one deed beside a sentence. */
    void setAccented(bool accented);
    /** Never narrower than for these texts, so that changing between them moves nothing. */
    void reserve(const QStringList &texts);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList m_reserved;
    bool m_accented = false;
};

} // namespace paperdawn
