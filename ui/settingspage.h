// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>
#include <QWidget>

class QComboBox;
class QFormLayout;

namespace paperdawn {

class WrappedLabel;

/** A choice of a box: what the reader sees, and the value it stands for. */
struct Offer
{
    QString words;
    QVariant value;
};

/**
 * One page of the settings: rows of a label and a field, whose words follow the language. What is changed is
 * applied at once. Thread: UI.
 */
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    [[nodiscard]] virtual QString title() const = 0; ///< with a mnemonic

protected:
    explicit SettingsPage(QWidget *parent = nullptr);

    /** Rows stand in the order in which they are added, the keyboard begins in the first; `name` is the
     * field's for tests and style. */
    void addField(const QString &name, QWidget *field);
    /** The words before a field, with a mnemonic; spoken, too. */
    void label(QWidget *field, const QString &words);
    /** Second text over the whole width. */
    [[nodiscard]] WrappedLabel *addNote();
    /** A field with its label, or a note. */
    void setShown(QWidget *row, bool shown);
    /** All that can be chosen, and what is chosen. */
    static void offer(QComboBox *box, const QList<Offer> &offers, const QVariant &chosen);

    /** Once at the end of construction, and in each new language. */
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;

private:
    QFormLayout *m_form;
};

} // namespace paperdawn
