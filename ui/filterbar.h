// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QLineEdit;

namespace paperdawn {

class ElidingLabel;

/** What list is shown, and the field that filters it as one types. */
class FilterBar final : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(QWidget *parent);

    void setHeading(const QString &list, const QString &about);
    /** While a filter is on: how many of how many pass. */
    void setMatches(int shown, int of);
    [[nodiscard]] QString text() const;
    void clear();
    void focusField();
    [[nodiscard]] bool isTypedIn() const;

Q_SIGNALS:
    void textChanged(const QString &text);
    void focused();                   ///< the reader is about to type
    void left();                      ///< and types no more
    void leaveRequested();            ///< Return or Down: on to the list
    void pasted(const QString &text); ///< it names a paper, which is no filter

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void fit();
    void tellAbout();

    ElidingLabel *m_heading;
    ElidingLabel *m_about;
    QLineEdit *m_field;
    QBoxLayout *m_layout;
    QString m_aboutList;
    QString m_matches;
};

} // namespace paperdawn
