#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program as its reader has it: a window on a display, real keys, read back through the accessibility bus.

A day is imported, its second paper read and starred, the star taken back and given again, the day exported; after
quitting and starting again the star is there. Run by packaging/own-display; PAPERDAWN_BIN_DIR holds the programs.
Pictures go to PAPERDAWN_PICTURES where it is set.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import pyatspi

PROGRAMS = pathlib.Path(os.environ["PAPERDAWN_BIN_DIR"])
PATIENCE = 60  # seconds; a busy machine is slow, a broken program is slower

DAY = """# arxiv 2025-12-09

| 标题 | 作者 | PDF链接 |  摘要 |
|------|------|--------|------|
| 关于第一件事 | Ada Example | [PDF](https://arxiv.org/pdf/2512.90001v1) | 第一篇的摘要。 |
| 关于第二件事 | Bob Example | [PDF](https://arxiv.org/pdf/2512.90002v1) | 第二篇的摘要，含 $E=mc^2$。 |
| 关于第三件事 | Cid Example | [PDF](https://arxiv.org/pdf/2512.90003v1) | 第三篇的摘要。 |
"""


def until(what, question):
    """Asks until the answer is true; what is true is returned."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            answer = question()
        except Exception:  # pylint: disable=broad-except
            answer = None  # the tree changes while it is read
        if answer:
            return answer
        time.sleep(0.1)
    sys.exit(f"not seen within {PATIENCE} s: {what}")


def nodes(node):
    yield node
    for index in range(min(node.childCount, 400)):
        child = node.getChildAtIndex(index)
        if child is not None:
            yield from nodes(child)


class Reader:
    """The window, its keys and its tree."""

    def __init__(self, library, *arguments, settings=None, language="C.UTF-8"):
        environment = dict(os.environ, LC_ALL=language)
        if settings:
            environment["XDG_CONFIG_HOME"] = str(settings)
        self.process = subprocess.Popen(
            # nobody is asked for the PDF of what is starred, nor for anything else
            [PROGRAMS / "paperdawn", "--library", library, "--endpoint", "arxiv-pdf=http://127.0.0.1:9",
             "--endpoint", "arxiv-api=http://127.0.0.1:9", *arguments],
            env=environment)
        self.application = until("the program on the accessibility bus", self._find)
        self.window = until("the window", self._find_window)
        subprocess.run(["xdotool", "windowactivate", "--sync", self.window], check=True, timeout=PATIENCE)

    def _find(self):
        if self.process.poll() is not None:
            sys.exit(f"the program ended by itself with {self.process.returncode}")
        desktop = pyatspi.Registry.getDesktop(0)
        return next((each for each in desktop if each is not None and each.name == "paperdawn"), None)

    def _find_window(self):
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name", "^Paperdawn"],
            capture_output=True, text=True, check=False)
        return found.stdout.split()[0] if found.stdout.split() else None

    def press(self, *keys):
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True, timeout=PATIENCE)
            time.sleep(0.05)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "20", text], check=True, timeout=PATIENCE)

    def table(self):
        return until("the table of papers", lambda: next(
            node for node in nodes(self.application)
            if node.getRole() == pyatspi.ROLE_TABLE and node.name in ("Papers", "论文")))

    def cells(self):
        return [node.name for node in nodes(self.table()) if node.getRole() == pyatspi.ROLE_TABLE_CELL]

    def row(self, title):
        """What a screen reader says of the paper."""
        return next((name for name in self.cells() if title in name and "," in name), "")

    def focused(self):
        for node in nodes(self.table()):
            if (node.getRole() == pyatspi.ROLE_TABLE_CELL
                    and node.getState().contains(pyatspi.STATE_FOCUSED)):
                return node.name
        return ""

    def picture(self, name):
        folder = os.environ.get("PAPERDAWN_PICTURES")
        if folder:
            subprocess.run(["import", "-window", "root", pathlib.Path(folder) / f"{name}.png"], check=True)

    def quit(self):
        self.press("ctrl+q")
        try:
            code = self.process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            sys.exit("Ctrl+Q did not end the program")
        if code != 0:
            sys.exit(f"the program ended with {code}")


def starred(library):
    """Asked of the other program, so that the window's own opinion does not count."""
    answer = subprocess.run([PROGRAMS / "paperdawnctl", "--library", library, "list", "starred", "--json"],
                            check=True, capture_output=True, timeout=PATIENCE)
    return [paper["id"] for paper in json.loads(answer.stdout)]


def reads_stars_and_exports(library, day, export):
    reader = Reader(library, day)
    until("three papers", lambda: reader.row("关于第三件事"))
    reader.press("g", "g")
    until("the first paper", lambda: "关于第一件事" in reader.focused())
    reader.press("j")
    until("the second paper", lambda: "关于第二件事" in reader.focused())
    until("it was read", lambda: reader.row("关于第二件事").find("unread") < 0)

    reader.press("s")
    until("the star in the window", lambda: "not starred" not in reader.row("关于第二件事")
          and "starred" in reader.row("关于第二件事"))
    until("the star on disk", lambda: starred(library) == ["arxiv:2512.90002"])
    reader.press("ctrl+z")
    until("the star taken back", lambda: starred(library) == [])
    reader.press("g", "g", "j")
    until("the second paper again", lambda: "关于第二件事" in reader.focused())
    reader.press("s")
    until("the star given again", lambda: starred(library) == ["arxiv:2512.90002"])
    reader.picture("starred")

    reader.press("ctrl+e")
    until("the export dialog", lambda: any(node.getRole() == pyatspi.ROLE_DIALOG for node in nodes(reader.application)))
    reader.picture("export")
    export_by_dialog(reader, export)
    until("the exported file", lambda: export.exists() and "2512.90002" in export.read_text())
    reader.quit()


def export_by_dialog(reader, export):
    """Enter presses the dialog's own button; the system's file dialog then takes the path."""
    reader.press("Return")
    until("the file dialog", lambda: sum(
        node.getRole() in (pyatspi.ROLE_DIALOG, pyatspi.ROLE_FILE_CHOOSER) for node in nodes(reader.application)) >= 1
        and any(node.getRole() == pyatspi.ROLE_TEXT and node.getState().contains(pyatspi.STATE_FOCUSED)
                for node in nodes(reader.application)))
    reader.press("ctrl+a")
    reader.type(str(export))
    reader.press("Return")


def keeps_the_star(library):
    for number, (language, theme) in enumerate(
            [("C.UTF-8", "light"), ("C.UTF-8", "dark"), ("zh_CN.UTF-8", "light"), ("zh_CN.UTF-8", "dark")]):
        with tempfile.TemporaryDirectory() as settings:
            folder = pathlib.Path(settings) / "paperdawn"
            folder.mkdir()
            (folder / "paperdawn.ini").write_text(f"[General]\ntheme={theme}\n")
            reader = Reader(library, settings=settings, language=language)
            word = "starred" if number < 2 else "已加星标"
            until("the star after a new start", lambda w=word, r=reader: w in r.row("关于第二件事")
                  and "not starred" not in r.row("关于第二件事"))
            reader.picture(f"{language[:2]}-{theme}")
            reader.quit()


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        day = folder / "2025-12-09-arxiv.md"
        day.write_text(DAY)
        library = folder / "library"
        reads_stars_and_exports(library, day, folder / "export.md")
        again = subprocess.run([PROGRAMS / "paperdawnctl", "--library", library, "import", folder / "export.md"],
                               check=True, capture_output=True, text=True, timeout=PATIENCE)
        if "0 papers new" not in again.stdout:
            sys.exit(f"the export does not read back: {again.stdout}")
        keeps_the_star(library)


main()
