// SPDX-License-Identifier: GPL-3.0-or-later
// bench_start PROGRAM [ARGUMENT…]: starts a program and tells, from outside, when its window was there and
// when it was painted, and what memory it holds then. The display must be its own.
//
// The clock starts before fork. Each change of the screen (XDamage) is fetched (XShm) and compared with the
// last one; the window counts as painted at the last change before the screen stood still. Precision: one
// fetch, 1 to 2 ms. The program is then closed as its reader would.
#include "tests/bench/measuring.h"

#include <QByteArray>
#include <QFile>
#include <cstring>
#include <optional>
#include <poll.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

// behind Qt, whose names its macros would break
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/Xdamage.h>

using namespace paperdawn::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr double stillAfter = 600;     ///< ms without a change: below it, a cursor's blinking would count
constexpr double longestStart = 60000; ///< ms
constexpr int smallestWindow = 300;    ///< pixels wide; what is smaller is a helper of the window manager

/** The whole screen, fetched over shared memory. */
class Screen final
{
public:
    explicit Screen(Display *display)
        : m_display(display)
    {
        const int number = DefaultScreen(display);
        m_image =
            XShmCreateImage(display, DefaultVisual(display, number), unsigned(DefaultDepth(display, number)),
                            ZPixmap, nullptr, &m_segment, unsigned(DisplayWidth(display, number)),
                            unsigned(DisplayHeight(display, number)));
        m_size = size_t(m_image->bytes_per_line) * size_t(m_image->height);
        m_segment.shmid = shmget(IPC_PRIVATE, m_size, IPC_CREAT | 0600);
        m_segment.shmaddr = m_image->data = static_cast<char *>(shmat(m_segment.shmid, nullptr, 0));
        XShmAttach(display, &m_segment);
        XSync(display, False);
        shmctl(m_segment.shmid, IPC_RMID, nullptr);
        m_last.resize(qsizetype(m_size));
        changed();
    }
    ~Screen()
    {
        XShmDetach(m_display, &m_segment);
        XDestroyImage(m_image); // does not free what is not its own
        shmdt(m_segment.shmaddr);
    }
    Q_DISABLE_COPY_MOVE(Screen)

    /** Fetches it; true if it differs from what was fetched before. */
    bool changed()
    {
        XShmGetImage(m_display, DefaultRootWindow(m_display), m_image, 0, 0, AllPlanes);
        const bool differs = std::memcmp(m_last.constData(), m_image->data, m_size) != 0;
        std::memcpy(m_last.data(), m_image->data, m_size);
        return differs;
    }

private:
    Display *m_display;
    XShmSegmentInfo m_segment = {};
    XImage *m_image;
    size_t m_size = 0;
    QByteArray m_last;
};

struct Seen
{
    double mapped = 0;  ///< ms since the start
    double painted = 0; ///< ms since the start
    Window window = None;
};

pid_t started(Display *display, char *arguments[])
{
    const pid_t child = fork();
    if (child == 0) {
        close(ConnectionNumber(display));
        dup2(STDERR_FILENO, STDOUT_FILENO); // ours carries the result
        execvp(arguments[0], arguments);
        perror(arguments[0]);
        _exit(127);
    }
    return child;
}

Seen watched(Display *display, double start)
{
    int damageEvents = 0;
    int damageErrors = 0;
    XDamageQueryExtension(display, &damageEvents, &damageErrors);
    const Damage damage = XDamageCreate(display, DefaultRootWindow(display), XDamageReportNonEmpty);
    Screen screen(display);
    Seen seen;
    double now = start;
    double lastChange = start;
    while ((seen.mapped == 0 || now - lastChange < stillAfter) && now - start < longestStart) {
        pollfd waiting{ConnectionNumber(display), POLLIN, 0};
        if (XPending(display) == 0) {
            poll(&waiting, 1, 20);
        }
        bool damaged = false;
        while (XPending(display) > 0) {
            XEvent event;
            XNextEvent(display, &event);
            damaged |= event.type == damageEvents + XDamageNotify;
            if (event.type == MapNotify && seen.window == None) {
                XWindowAttributes attributes = {};
                XGetWindowAttributes(display, event.xmap.window, &attributes);
                if (attributes.width >= smallestWindow) {
                    seen.window = event.xmap.window;
                    seen.mapped = milliseconds() - start;
                }
            }
        }
        if (damaged) {
            XDamageSubtract(display, damage, None, None);
            if (screen.changed()) {
                lastChange = milliseconds();
                seen.painted = lastChange - start;
            }
        }
        now = milliseconds();
    }
    return seen;
}

/** A line of a file under /proc, "Rss:   123 kB", in MB. */
double megabytes(pid_t process, const QString &file, const QByteArray &name)
{
    QFile numbers(u"/proc/%1/%2"_s.arg(process).arg(file));
    if (!numbers.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray &line : numbers.readAll().split('\n')) {
        if (line.startsWith(name)) {
            return line.mid(name.size()).simplified().split(' ').first().toDouble() / 1024;
        }
    }
    return 0;
}

/** The window itself: what was mapped may be the frame that the window manager put around it. */
Window clientIn(Display *display, Window window)
{
    Atom *protocols = nullptr;
    int count = 0;
    if (XGetWMProtocols(display, window, &protocols, &count) != 0) {
        XFree(protocols);
        return window;
    }
    Window root = None;
    Window parent = None;
    Window *children = nullptr;
    unsigned int number = 0;
    Window found = None;
    if (XQueryTree(display, window, &root, &parent, &children, &number) != 0 && children) {
        for (unsigned int i = 0; i < number && found == None; ++i) {
            found = clientIn(display, children[i]);
        }
        XFree(children);
    }
    return found;
}

void closeWindow(Display *display, Window window)
{
    XEvent event = {};
    event.xclient.type = ClientMessage;
    event.xclient.window = window;
    event.xclient.message_type = XInternAtom(display, "WM_PROTOCOLS", False);
    event.xclient.format = 32;
    event.xclient.data.l[0] = long(XInternAtom(display, "WM_DELETE_WINDOW", False));
    event.xclient.data.l[1] = CurrentTime;
    XSendEvent(display, window, False, NoEventMask, &event);
    XSync(display, False);
}

/** Waits until it has ended, for at most ten seconds. */
bool ended(pid_t child)
{
    int status = 0;
    for (int i = 0; i < 1000; ++i) {
        if (waitpid(child, &status, WNOHANG) == child) {
            return WIFEXITED(status) && WEXITSTATUS(status) == 0;
        }
        usleep(10000);
    }
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    return false;
}

int passOver(Display *, XErrorEvent *)
{
    return 0; // a window that is gone already
}

} // namespace

int main(int argc, char *argv[])
{
    Display *display = XOpenDisplay(nullptr);
    if (argc < 2 || !display) {
        std::fprintf(stderr, "usage, on a display: bench_start PROGRAM [ARGUMENT…]\n");
        return 2;
    }
    XSetErrorHandler(passOver);
    XSelectInput(display, DefaultRootWindow(display), SubstructureNotifyMask);
    XSync(display, False);

    const double start = milliseconds();
    const pid_t child = started(display, argv + 1);
    const Seen seen = watched(display, start);
    const double rss = megabytes(child, u"status"_s, "VmRSS:");
    const double pss = megabytes(child, u"smaps_rollup"_s, "Pss:");
    closeWindow(display, clientIn(display, seen.window));
    if (!ended(child) || seen.mapped == 0) {
        std::fprintf(stderr, "bench_start: %s did not open a window and close it again\n", argv[1]);
        return 1;
    }
    tell({{u"mapped"_s, seen.mapped}, {u"painted"_s, seen.painted}, {u"rss"_s, rss}, {u"pss"_s, pss}});
    XCloseDisplay(display);
    return 0;
}
