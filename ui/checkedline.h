// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLineEdit;

namespace paperdawn {

class WrappedLabel;

/**
 * A line to type into, with room below it for one sentence on what was typed, shown only where there is
 * something to say. The sentence belongs to the line for a screen reader, too. Thread: UI.
 */
class CheckedLine final : public QWidget
{
    Q_OBJECT
public:
    /** `name` is that of the line itself, which has the keyboard. */
    explicit CheckedLine(const QString &name, QWidget *parent = nullptr);

    void setSpokenName(const QString &name);
    void setText(const QString &text);
    [[nodiscard]] QString text() const;  ///< without space around it
    [[nodiscard]] QString typed() const; ///< with it
    void setPlaceholder(const QString &text);
    void setSecret(); ///< what is typed is not shown
    /** Empty: nothing is wrong. */
    void say(const QString &sentence);

Q_SIGNALS:
    void entered(); ///< the reader is through with it: Return, or the keyboard is elsewhere

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void restyle();

    QLineEdit *m_line;
    WrappedLabel *m_sentence;
};

} // namespace paperdawn
