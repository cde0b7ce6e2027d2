// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace paperdawn {

/** The lists that are no day of the calendar: the latest one, the unread, the reading list. Each with its
 * count. */
class Sidebar final : public QListWidget
{
    Q_OBJECT
public:
    enum class Entry : quint8 { Latest, Unread, ReadingList };
    explicit Sidebar(QWidget *parent);

    /** `detail`: what stands beside the name ("9 Dec"); `count`: 0 is not shown. */
    void setEntry(Entry entry, const QString &detail, int count);
    /** Which list is shown; none where it is another day. */
    void setShown(std::optional<Entry> entry);

Q_SIGNALS:
    void chosen(paperdawn::Sidebar::Entry entry);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    void retranslate();
    void sayEntry(Entry entry);
};

} // namespace paperdawn
