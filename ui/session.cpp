// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session.h"

#include "app/base/async.h"
#include "app/base/log.h"
#include "app/base/sentence.h"
#include "app/transfer/sampleday.h"
#include "ui/failurebox.h"
#include "ui/fetching.h"
#include "ui/newlistnotice.h"
#include "ui/openingnotice.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <algorithm>
#include <utility>

namespace paperdawn {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestPlace = 120;
constexpr int betweenLooks = 200; ///< milliseconds

/** Thread: any. */
Result<std::unique_ptr<Services>> openContent(const LibraryFolder &own, MainWindow::Content content,
                                              const Opening &opening, std::unique_ptr<const Clock> clock)
{
    if (content == MainWindow::Content::Own) {
        return Services::open(own, opening, std::move(clock));
    }
    return makeSample(own, opening).and_then([&] {
        return Services::open(sampleFolder(own), opening, std::move(clock));
    });
}

bool isListHere(const Library &library, QDate day)
{
    return std::ranges::any_of(
        library.days(day, day).value_or(QList<DaySummary>()),
        [](const DaySummary &one) { return one.source == Source::Arxiv && one.count > 0; });
}

} // namespace

Session::Session(QString folder, Settings &settings, Endpoints endpoints, MakeClock makeClock)
    : m_folder{std::move(folder)}
    , m_settings(settings)
    , m_endpoints(std::move(endpoints))
    , m_makeClock(std::move(makeClock))
{
    connect(&m_opening, &QFutureWatcherBase::finished, this,
            [this] { arrive(m_opening.future().takeResult()); });
    connect(&m_moving, &QFutureWatcherBase::finished, this,
            [this] { goOnAfter(m_moving.future().takeResult()); });
    m_again.setSingleShot(true);
    m_again.setInterval(betweenLooks);
    connect(&m_again, &QTimer::timeout, this, &Session::goOn);
    connect(&m_settings, &Settings::changed, this, [this] {
        if (m_services) {
            m_services->useNetwork(m_settings, m_endpoints);
        }
    });
}

Session::~Session()
{
    if (m_notice) {
        m_stop.request_stop();
        m_opening.waitForFinished(); // it tells of its steps
        m_moving.waitForFinished();
    }
    m_window.reset();
}

void Session::open(const Wish &wish)
{
    want({.wish = wish});
}

void Session::carryOut(const Wish &wish)
{
    if (m_window) {
        m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
        m_window->raise();
        m_window->activateWindow();
    }
    const bool isSample = wish.content == MainWindow::Content::Sample;
    want({.what = isSample ? Wanted::What::Window : Wanted::What::Showing, .wish = wish});
}

void Session::moveTo(const QString &folder)
{
    m_wanted.removeIf([](const Wanted &one) { return one.what == Wanted::What::Move; }); // thought better of
    want({.what = Wanted::What::Move, .folder = folder});
}

void Session::want(const Wanted &wanted)
{
    m_wanted += wanted;
    QMetaObject::invokeMethod(this, &Session::goOn, Qt::QueuedConnection); // the window that asks may go
}

/** Begins what was asked for first, unless something is being carried out. */
void Session::goOn()
{
    if (m_arrived) {
        return leave();
    }
    if (m_notice || m_isAsking || m_wanted.isEmpty()) {
        return;
    }
    if (mustWait(m_wanted.first().what)) {
        m_again.start();
        return;
    }
    const Wanted next = m_wanted.takeFirst();
    m_isWaitTold = false;
    if (next.what == Wanted::What::Move) {
        return copyTo(next.folder);
    }
    const bool isThere = m_window && (next.what == Wanted::What::Showing || next.wish.content == m_shown);
    if (!isThere) {
        return change(next.wish);
    }
    fulfil(next.wish);
    goOn();
}

/** A window that goes must not be under a dialog, nor in the middle of what cannot be ended. */
bool Session::mustWait(Wanted::What what)
{
    if (!m_window) {
        return false;
    }
    if (QApplication::activeModalWidget() || QApplication::activePopupWidget()) {
        return true;
    }
    if (what == Wanted::What::Showing || !m_window->isBusy()) {
        return false;
    }
    if (!std::exchange(m_isWaitTold, true)) {
        m_window->say(tr("This waits until what is under way is done."));
    }
    return true;
}

void Session::change(const Wish &wish)
{
    m_wish = wish;
    m_stop = {};
    m_notice = std::make_unique<OpeningNotice>(m_window.get(), m_window ? OpeningNotice::Leaving::Cancels
                                                                        : OpeningNotice::Leaving::Quits);
    connect(m_notice.get(), &QDialog::rejected, this, [this] { m_stop.request_stop(); });
    const auto told = [this](const OpeningStep &step) {
        QMetaObject::invokeMethod(this, [this, step] {
            if (m_notice) {
                m_notice->setStep(step);
            }
        });
    };
    m_opening.setFuture(runIn(QThreadPool::globalInstance(),
                              [told, own = m_folder, content = wish.content, stop = m_stop.get_token(),
                               ui = thread(), makeClock = m_makeClock] {
                                  auto services = openContent(own, content, {told, stop}, makeClock());
                                  if (services) {
                                      (*services)->moveTo(ui);
                                  }
                                  return services;
                              }));
}

void Session::arrive(Opened services)
{
    if (services) {
        m_arrived = *std::move(services);
        leave();
    } else {
        m_notice.reset();
        fail(services.error());
    }
}

/** The window for the one that has come, once nothing is open or under way in it any more. */
void Session::leave()
{
    if (m_stop.stop_requested() && m_window) {
        m_arrived.reset();
        m_notice.reset();
        fail({ErrorKind::Cancelled});
    } else if (mustWait(Wanted::What::Window)) {
        m_again.start();
    } else {
        show(std::move(m_arrived));
    }
}

void Session::fail(const Error &error)
{
    if (m_moved) {
        return goBack(error);
    }
    if (error.kind == ErrorKind::Cancelled) {
        endWithoutWindow(0);
        m_again.start(); // what else was asked for, in the window that is left
        return;
    }
    m_isAsking = true;
    auto *box = new FailureBox(error, m_window.get());
    box->setAttribute(Qt::WA_DeleteOnClose);
    const auto *again = box->addButton(tr("Try again"), QMessageBox::AcceptRole);
    const bool isNothingThere = !m_window && !m_temporary && !m_folder.holdsLibrary();
    const QAbstractButton *read =
        isNothingThere ? box->addButton(tr("Read without keeping"), QMessageBox::AcceptRole) : nullptr;
    box->addLeaving(tr("Close"));
    connect(box, &QDialog::finished, this, [this, box, again, read, error] {
        m_isAsking = false;
        if (box->clickedButton() == again) {
            if (m_temporary) { // there may be a place now
                m_folder = m_placeless;
                m_temporary.reset();
                m_notKept.reset();
            }
            change(Wish(m_wish));
        } else if (read && box->clickedButton() == read) {
            if (makeTemporary(error)) {
                change(Wish(m_wish));
            }
        } else {
            endWithoutWindow(1);
            m_again.start(); // what else was asked for, in the window that is left
        }
    });
    box->open();
}

/** A library for as long as the program runs, where there is no place for one. */
bool Session::makeTemporary(const Error &why)
{
    auto temporary = std::make_unique<QTemporaryDir>();
    if (!temporary->isValid()) {
        fail({ErrorKind::Permission, temporary->errorString(), QDir::tempPath(), 0, {}});
        return false;
    }
    m_temporary = std::move(temporary);
    m_placeless = std::exchange(m_folder, LibraryFolder{m_temporary->filePath("library"_L1)});
    m_notKept = why;
    return true;
}

void Session::endWithoutWindow(int code) const
{
    if (!m_window) {
        QCoreApplication::exit(code);
    }
}

void Session::show(std::unique_ptr<Services> services)
{
    if (m_window) {
        m_window->keepState(); // the new window comes where this one was
    }
    services->useNetwork(m_settings, m_endpoints);
    const MainWindow::Content content = m_wish.content;
    m_shown = content;
    auto window = std::make_unique<MainWindow>(*services, m_settings, content);
    connect(window.get(), &MainWindow::sampleRequested, this,
            [this] { open({.content = MainWindow::Content::Sample}); });
    connect(window.get(), &MainWindow::ownRequested, this,
            [this](const QStringList &paths) { open({.paths = paths}); });
    connect(window.get(), &MainWindow::ownLatestRequested, this, [this] { open({.latest = true}); });
    connect(window.get(), &MainWindow::moveRequested, this, &Session::moveTo);
    connect(window.get(), &MainWindow::daysArrived, this, [this, content] {
        if (content == MainWindow::Content::Own) {
            removeSample(m_folder); // real days are here
        }
    });
    if (content == MainWindow::Content::Own && !m_notKept && !services->onlyRead()) {
        window->countPapers(m_papersADay);
    }
    window->show();
    m_notice.reset(); // a child of the old window
    m_newList = std::make_unique<NewListNotice>(
        services->clock(), m_settings,
        [&library = services->library()](QDate day) { return isListHere(library, day); }, this);
    connect(m_newList.get(), &NewListNotice::chosen, this, [this] { carryOut({.latest = true}); });
    m_window = std::move(window); // the old one goes only now: without any window the program would end
    m_services = std::move(services);
    m_stays.reset();
    if (const QString copy = std::exchange(m_changedCopy, {}); !copy.isNull()) {
        //: %1 is a folder
        m_window->insist(
            tr("The library could not be opened in %1, where another program wrote into it meanwhile. "
               "What it wrote is there, and not here.")
                .arg(printable(QDir::toNativeSeparators(copy), longestPlace)));
    }
    if (m_notKept) {
        //: %1 is a sentence that says why
        m_window->insist(tr("Nothing of this is kept when the window closes. %1").arg(sentence(*m_notKept)));
    }
    if (const auto error = std::exchange(m_notMoved, {}); error && error->kind != ErrorKind::Cancelled) {
        m_window->tell(*error);
    } else if (const auto move = std::exchange(m_moved, {})) {
        settle(move);
    }
    fulfil(m_wish);
    goOn();
}

void Session::fulfil(const Wish &wish)
{
    if (wish.latest) {
        m_window->getLatest();
    }
    if (!wish.paths.isEmpty()) {
        m_window->import(wish.paths);
    }
    if (wish.paper) {
        m_window->showPaper(*wish.paper);
    }
}

void Session::copyTo(const QString &folder)
{
    if (!m_window || LibraryFolder{folder}.path == m_folder.path) {
        return goOn();
    }
    m_stays.emplace();
    m_wish = {};
    m_stop = {};
    m_window->keepState();
    m_newList.reset();
    m_window.reset();
    m_services.reset(); // nobody has it open while it is copied
    m_notice = std::make_unique<OpeningNotice>(nullptr, OpeningNotice::Leaving::Cancels);
    connect(m_notice.get(), &QDialog::rejected, this, [this] { m_stop.request_stop(); });
    showCopied(0, 0);
    const auto told = [this](qint64 done, qint64 total) {
        QMetaObject::invokeMethod(this, [this, done, total] { showCopied(done, total); });
    };
    const auto copy = [told, from = m_folder, to = LibraryFolder{folder}, stop = m_stop.get_token()] {
        return LibraryMove::copy(from, to, told, stop).map([](std::unique_ptr<LibraryMove> move) {
            return std::shared_ptr<LibraryMove>(std::move(move));
        });
    };
    m_moving.setFuture(runIn(QThreadPool::globalInstance(), copy));
}

void Session::showCopied(qint64 done, qint64 total)
{
    constexpr int steps = 1000;
    if (!m_notice) {
        return;
    }
    const QLocale locale;
    const auto size = [&](qint64 bytes) {
        return locale.formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
    };
    //: %1 and %2 are sizes such as “120 MB”
    const QString words = total == 0 ? tr("Moving the library.")
                                     : tr("Copying the library: %1 of %2.").arg(size(done), size(total));
    m_notice->setStep(words, total == 0 ? 0 : int(double(done) / double(total) * steps),
                      total == 0 ? 0 : steps);
}

/** The place is written down only now that all of it is there. */
void Session::goOnAfter(Moved move)
{
    m_notice.reset();
    if (!move) {
        m_notMoved = move.error();
    } else {
        m_placeBefore = m_settings.libraryFolder();
        m_settings.setLibraryFolder((*move)->to().path);
        if (m_settings.keepNow()) {
            m_moved = *move;
            m_folder = m_moved->to();
            Fetching::follow(m_settings, m_moved->from(), m_folder);
            Q_EMIT moved(m_folder.path);
        } else {
            m_settings.setLibraryFolder(m_placeBefore);
            (*move)->withdraw();
            m_notMoved = Error{ErrorKind::Permission, {}, m_settings.file(), 0, {}};
        }
    }
    change(Wish(m_wish));
}

/** It does not open in its new place, such as one that knows no locks: it is still whole in the old one. */
void Session::goBack(const Error &error)
{
    const auto move = std::exchange(m_moved, {});
    m_settings.setLibraryFolder(m_placeBefore);
    if (!m_settings.keepNow()) {
        qCWarning(logUi) << "the place of the library could not be written down again" << m_settings.file();
    }
    if (!move->withdrawUntouched()) {
        m_changedCopy = move->to().path;
    }
    m_folder = move->from();
    Fetching::follow(m_settings, move->to(), m_folder);
    m_notMoved = error;
    Q_EMIT moved(m_folder.path);
    change(Wish(m_wish));
}

/** The library is open where it is now: what it was copied from goes. */
void Session::settle(const std::shared_ptr<LibraryMove> &move)
{
    const auto remove = [move] { return move->removeOld(); };
    whenDone(runIn(QThreadPool::globalInstance(), remove), this, [this, move](const Result<> &removed) {
        if (!m_window) {
            return;
        }
        const QString place = QDir::toNativeSeparators(m_folder.path);
        if (removed) {
            //: %1 is a folder
            m_window->say(tr("The library is in %1 now.").arg(printable(place, longestPlace)));
        } else {
            //: %1 is a folder, %2 a sentence that says what is wrong
            m_window->insist(tr("The library is in %1 now. The old one could not be removed: %2")
                                 .arg(printable(place, longestPlace), sentence(removed.error())));
        }
    });
}

} // namespace paperdawn
