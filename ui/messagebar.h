// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>
#include <functional>

class QLabel;

namespace paperdawn {

class TextButton;

/**
 * One whole sentence inside the window, with at most one deed beside it; hidden while there is nothing to
 * say. The newest sentence takes the place of the one before it. It never takes the keyboard, and gives it
 * back where it came from when it goes. A screen reader is told (role alert). Escape closes it from inside.
 * Thread: UI.
 */
class MessageBar final : public QFrame
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    /** `text` is shown letter by letter: what looks like markup stays text. The deed closes the bar, then
     * runs. */
    void say(const QString &text, const QString &actionText = {}, std::function<void()> action = {});
    /** The same for what went wrong, with a button that copies what a report of it needs. */
    void warn(const QString &text, const QString &actionText = {}, std::function<void()> action = {});
    void clear();

    [[nodiscard]] QString text() const; ///< null while nothing is said

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Tone : quint8 { Plain, Warning };
    void tell(Tone tone, const QString &text, const QString &actionText, std::function<void()> action);
    void act();
    void retranslate();

    QLabel *m_text;
    TextButton *m_action;
    TextButton *m_details;
    TextButton *m_close;
    std::function<void()> m_deed;
    QPointer<QWidget> m_cameFrom; ///< had the keyboard before one of the buttons
    Tone m_tone = Tone::Plain;
};

} // namespace paperdawn
