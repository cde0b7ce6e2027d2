// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/services.h"
#include "app/settings/settings.h"
#include "app/transfer/librarymove.h"
#include "ui/wish.h"

#include <QEventLoopLocker>
#include <QFutureWatcher>
#include <QTemporaryDir>
#include <QTimer>
#include <functional>
#include <stop_token>

namespace paperdawn {

class NewListNotice;
class OpeningNotice;

/**
 * One run of the program: a library with its window, and the change to another library (the sample and back)
 * in the same place on the screen, and its move to another folder. A library is opened in the pool, so that
 * nothing is held where that takes long. Thread: UI. Owned by main.
 */
class Session final : public QObject
{
    Q_OBJECT
public:
    using MakeClock = std::function<std::unique_ptr<const Clock>()>; ///< one a library; thread: any

    /** `endpoints` are those that were told on the command line: they win over the settings. */
    Session(QString folder, Settings &settings, Endpoints endpoints,
            MakeClock makeClock = std::make_unique<SystemClock>);
    ~Session() override;

    /**
     * A window on what is wished for; it comes by the event loop. Where the library cannot be opened, one
     * dialog says why; the program ends then if there is no other window. This and what follows is done one
     * after the other, and waits while a dialog or menu is open: nothing that is asked for is lost, and no
     * window goes under what is open in it.
     */
    void open(const Wish &wish);
    /** The same in the window that is there already, raised, where it shows what is wished for. */
    void carryOut(const Wish &wish);
    /**
     * Closes the window, copies the library, writes the new place into the settings, opens it there and
     * removes the old one. Where that fails or is given up, the window comes back with the library where it
     * was.
     */
    void moveTo(const QString &folder);
    [[nodiscard]] QString folder() const { return m_folder.path; }
    [[nodiscard]] MainWindow *window() const { return m_window.get(); } ///< null until the first is open

Q_SIGNALS:
    void moved(const QString &folder);

private:
    struct Wanted ///< and not begun
    {
        enum class What : quint8 { Window, Showing, Move };
        What what = What::Window;
        Wish wish;
        QString folder; ///< to move to
    };
    void want(const Wanted &wanted);
    void goOn();
    [[nodiscard]] bool mustWait(Wanted::What what);
    void change(const Wish &wish);
    using Moved = Result<std::shared_ptr<LibraryMove>>;
    void copyTo(const QString &folder);
    void showCopied(qint64 done, qint64 total);
    void goOnAfter(Moved move);
    void goBack(const Error &error);
    void settle(const std::shared_ptr<LibraryMove> &move);
    using Opened = Result<std::unique_ptr<Services>>;
    void arrive(Opened services);
    void leave();
    void fail(const Error &error);
    [[nodiscard]] bool makeTemporary(const Error &why);
    void endWithoutWindow(int code) const;
    void show(std::unique_ptr<Services> services);
    void fulfil(const Wish &wish);

    std::unique_ptr<QTemporaryDir> m_temporary; ///< where there is no place for a library
    std::optional<Error> m_notKept;             ///< why there is none
    LibraryFolder m_placeless;                  ///< where it would be
    LibraryFolder m_folder;
    Settings &m_settings;
    const Endpoints m_endpoints;
    const MakeClock m_makeClock;
    QList<Wanted> m_wanted;                                 ///< in the order in which it was asked for
    QTimer m_again;                                         ///< looks whether what waits may go on
    bool m_isAsking = false;                                ///< what to do where a library did not open
    bool m_isWaitTold = false;                              ///< of the first that is wanted
    Wish m_wish;                                            ///< being carried out
    MainWindow::Content m_shown = MainWindow::Content::Own; ///< by the window that is there
    std::stop_source m_stop;
    QFutureWatcher<Opened> m_opening;
    QFutureWatcher<Moved> m_moving;
    std::shared_ptr<LibraryMove> m_moved;    ///< until the old one is removed
    QString m_placeBefore;                   ///< as the settings named it
    std::optional<Error> m_notMoved;         ///< to be told of by the next window
    QString m_changedCopy;                   ///< likewise: it stayed where the library was not moved to
    std::optional<QEventLoopLocker> m_stays; ///< while there is no window between two
    std::unique_ptr<OpeningNotice> m_notice; ///< there while a library is being opened or moved
    QHash<QString, int> m_papersADay;        ///< by category, as arXiv told while the program runs
    std::unique_ptr<Services> m_services;    ///< outlives its window
    std::unique_ptr<Services> m_arrived;     ///< of the window to come, while this one cannot be left
    std::unique_ptr<NewListNotice> m_newList;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace paperdawn
