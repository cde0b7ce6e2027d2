// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakeclock.h"
#include "tests/support/nowhere.h"
#include "ui/calendarview.h"
#include "ui/detailpane.h"
#include "ui/filterbar.h"
#include "ui/mainwindow.h"
#include "ui/messagebar.h"
#include "ui/outside.h"
#include "ui/papertableview.h"
#include "ui/sidebar.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QTemporaryDir>
#include <QtTest>

/*
 * Journeys through a real window, read like a card:
 *
 *     Given(reader.hasDay(QDate(2025, 12, 9), {u"Voxel art"_s, u"Relational similarity"_s}));
 *     When(reader.presses(u"j s"_s));
 *     Then(reader.seesInReadingList(), u"Relational similarity"_s);
 *
 * The window is the program's own, offscreen, on a library in a temporary folder. Then() waits for what the
 * journal and the store do in their threads.
 */
#define Given(step) step
#define When(step) step
#define Then(actual, expected) QTRY_COMPARE(actual, expected)

namespace paperdawn::test {

/** A day file as the archive writes it today: heading, table, "pipe" escapes. Chinese titles first. */
inline QByteArray dayFile(QDate day, const QStringList &titles)
{
    QString text =
        QStringLiteral("# arXiv %1\n\n| 标题 | 作者 | PDF链接 | 代码仓库 | Title | 摘要 | Abstract |\n"
                       "|---|---|---|---|---|---|---|\n")
            .arg(day.toString(Qt::ISODate));
    for (int i = 0; i < titles.size(); ++i) {
        const QString serial =
            QStringLiteral("%1.%2%3")
                .arg(day.toString(QStringLiteral("yyMM")), day.toString(QStringLiteral("dd")))
                .arg(i + 1, 3, 10, QLatin1Char('0'));
        text +=
            QStringLiteral("| 标题%1 | Ann Author%1 | [PDF](http://arxiv.org/pdf/%2v1) | N/A | %3 | 摘要%1 | "
                           "Abstract of %3. |\n")
                .arg(QString::number(i + 1), serial, titles.at(i));
    }
    return text.toUtf8();
}

/** Who reads: a library in a temporary folder, settings of their own, a time, and a window on them. */
class Reader final
{
public:
    explicit Reader(const QDateTime &now = QDateTime({2025, 12, 9}, {12, 0}, Qt::UTC))
        : m_now(now)
    {
        m_settings = std::make_unique<Settings>(m_folder.filePath(QStringLiteral("settings.ini")));
        m_settings->setTitleLanguage(TitleLanguage::Original);
        m_settings->setKeepsPdfs(false); // a star asks no network
        // of the offscreen platform, which says it with every window
        QLoggingCategory::setFilterRules(QStringLiteral("qt.qpa.*=false"));
        opensTheWindow();
    }
    ~Reader() { closesTheWindow(); }

    void opensTheWindow()
    {
        auto services = Services::open({m_folder.filePath(QStringLiteral("library"))}, {},
                                       std::make_unique<RunningClock>(m_now));
        if (!services) {
            qFatal("the library cannot be opened: %s", qPrintable(services.error().what));
        }
        m_services = std::move(*services);
        m_services->useEndpoints(m_endpoints);
        m_window = std::make_unique<MainWindow>(*m_services, *m_settings);
        m_window->outside().setOpener([this](const QUrl &url) {
            m_opened = url;
            return true;
        });
        m_window->show();
        m_window->activateWindow();
        (void)QTest::qWaitForWindowActive(m_window.get());
        m_window->findChild<PaperTableView *>()->setFocus();
    }

    /** From now on, and after every start. */
    void asks(const Endpoints &endpoints)
    {
        m_endpoints = endpoints;
        m_services->useEndpoints(endpoints);
    }

    void closesTheWindow()
    {
        if (m_window) {
            m_window->close();
        }
        m_window.reset();
        m_services.reset();
    }

    void restarts()
    {
        closesTheWindow();
        opensTheWindow();
    }

    /** Drops files onto the window. */
    void letsGoOf(const QStringList &paths)
    {
        QList<QUrl> urls;
        for (const QString &path : paths) {
            urls += QUrl::fromLocalFile(path);
        }
        QMimeData mime;
        mime.setUrls(urls);
        drop(mime);
    }

    /** Drops day files onto the window and waits for the import. */
    void drops(const QStringList &paths)
    {
        QSignalSpy finished(m_window.get(), &MainWindow::importFinished);
        letsGoOf(paths);
        if (finished.isEmpty() && !finished.wait(30000)) {
            qFatal("the import did not end");
        }
    }

    void dropsText(const QString &text)
    {
        QMimeData mime;
        mime.setText(text);
        drop(mime);
    }

    QString writes(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("%s cannot be written", qPrintable(path));
        }
        return path;
    }

    void hasDay(QDate day, const QStringList &titles)
    {
        drops({writes(day.toString(Qt::ISODate) + QStringLiteral("-arxiv.md"), dayFile(day, titles))});
    }

    /** Keys one after the other, by name, parted by blanks: "j s Ctrl+Z Shift+A slash". */
    void presses(const QString &keys)
    {
        for (const QString &key : keys.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            const QKeyCombination combination = QKeySequence(key)[0];
            QWidget *focus = m_window->focusWidget() ? m_window->focusWidget() : m_window.get();
            QTest::keyClick(focus, combination.key(), combination.keyboardModifiers());
        }
    }

    /** Ctrl+E, and what the dialogs ask: which papers, as a table in the original, and the file; none: the
     * clipboard. */
    void exports(int what, const QString &path) { answersExport(what, path, true); }
    void leavesTheFileDialog(const QString &path) { answersExport(0, path, false); }

    /** The button of the message bar; null where there is none. */
    [[nodiscard]] QString seesOffered() const { return offer() ? offer()->text() : QString(); }
    void takesTheOffer() { QTest::mouseClick(offer(), Qt::LeftButton); }

    void types(const QString &text) { QTest::keyClicks(m_window->focusWidget(), text); }

    void looksFor(int milliseconds) { QTest::qWait(milliseconds); }

    [[nodiscard]] QString seesRows() const
    {
        const QAbstractItemModel *model = table().model();
        QStringList rows;
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex at = model->index(row, PaperTableModel::Title);
            const bool starred = at.data(PaperTableModel::StarredRole).toBool();
            const bool read = at.data(PaperTableModel::ReadRole).toBool();
            rows += (starred ? QStringLiteral("*") : QString()) + at.data().toString() +
                    (read ? QStringLiteral(" (read)") : QString());
        }
        return rows.join(QStringLiteral(" | "));
    }

    [[nodiscard]] QString seesCurrent() const { return table().currentIndex().data().toString(); }

    [[nodiscard]] QString seesTitle() const { return m_window->windowTitle(); }
    [[nodiscard]] QString seesMessage() const
    {
        return m_window->findChild<MessageBar *>(QStringLiteral("messageBar"))->text();
    }
    /** What is wrong with the library, which no other message replaces. */
    [[nodiscard]] QString seesWarning() const
    {
        return m_window->findChild<MessageBar *>(QStringLiteral("warnings"))->text();
    }
    [[nodiscard]] QString seesStatus() const
    {
        return m_window->findChild<QLabel *>(QStringLiteral("status"))->text();
    }
    [[nodiscard]] QString seesDetail() const { return m_window->findChild<DetailPane *>()->plainText(); }

    /** What is said of a list in the sidebar. */
    [[nodiscard]] QString seesBeside(const QString &name) const
    {
        const auto entries = m_window->findChild<Sidebar *>()->findItems(name, Qt::MatchExactly);
        return entries.isEmpty() ? QString() : entries.first()->data(Qt::AccessibleTextRole).toString();
    }

    [[nodiscard]] QString seesInReadingList()
    {
        const auto papers = m_services->library().papers(InReadingList{}, QStringLiteral("zh-Hans"));
        QStringList titles;
        if (papers) {
            for (const Paper &paper : *papers) {
                titles += paper.title;
            }
        }
        return titles.join(QStringLiteral(" | "));
    }

    [[nodiscard]] QString hasOnClipboard() const { return QGuiApplication::clipboard()->text(); }
    [[nodiscard]] QUrl hasOpened() const { return m_opened; }

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Settings &settings() { return *m_settings; }
    [[nodiscard]] Services &services() { return *m_services; }
    [[nodiscard]] PaperTableView &table() const { return *m_window->findChild<PaperTableView *>(); }

private:
    [[nodiscard]] QPushButton *offer() const
    {
        auto *button =
            m_window->findChild<MessageBar *>(QStringLiteral("messageBar"))->findChild<QPushButton *>();
        return button && button->isVisible() ? button : nullptr;
    }

    static void choose(const QDialog &dialog, const char *box, int index)
    {
        dialog.findChild<QComboBox *>(QString::fromLatin1(box))->setCurrentIndex(index);
    }

    void answersExport(int what, const QString &path, bool saves)
    {
        QTimer answers;
        QPointer<QDialog> answered;
        QObject::connect(&answers, &QTimer::timeout, &answers, [&] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            if (!dialog || dialog == answered) {
                return;
            }
            answered = dialog;
            bool accepts = true;
            if (qobject_cast<QFileDialog *>(dialog)) {
                dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path);
                accepts = saves;
            } else if (auto *question = qobject_cast<QMessageBox *>(dialog)) { // replace the file?
                return question->button(QMessageBox::Yes)->click();
            } else {
                choose(*dialog, "what", what);
                choose(*dialog, "style", 0);
                choose(*dialog, "language", 1);
                choose(*dialog, "where", path.isNull() ? 1 : 0);
            }
            // from the dialog's own loop: what it asks before it closes is to be answered too
            QTimer::singleShot(0, dialog, accepts ? &QDialog::accept : &QDialog::reject);
        });
        answers.start(10);
        presses(QStringLiteral("Ctrl+E"));
    }

    void drop(const QMimeData &mime)
    {
        const QPoint middle = m_window->rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        if (enter.isAccepted()) {
            QDropEvent dropped(middle, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(m_window.get(), &dropped);
        }
    }

    QTemporaryDir m_folder;
    Endpoints m_endpoints = nowhere();
    std::unique_ptr<Settings> m_settings;
    QDateTime m_now;
    std::unique_ptr<Services> m_services;
    std::unique_ptr<MainWindow> m_window;
    QUrl m_opened;
};

} // namespace paperdawn::test
