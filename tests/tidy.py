#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tidy.py BUILD_FOLDER [WORD...]: runs clang-tidy-16 over the sources of a build folder, two at a time.

A file that passed is not checked again until it, a header of ours that it includes, its flags or a .clang-tidy
change: BUILD_FOLDER/stamps holds, for each, the files it was read from and a hash of all that.
With WORDs, only files with one of them in their path are checked.
"""
import hashlib
import json
import os
import shlex
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

TREE = Path(__file__).resolve().parent.parent
CHECKS = [TREE / ".clang-tidy", TREE / "tests/.clang-tidy"]
JOBS = 2


def hash_of(command, files):
    """Of the checks, the flags and the contents of files; None where one of them is gone."""
    digest = hashlib.sha256(command.encode())
    for file in [*CHECKS, *files]:
        try:
            content = Path(file).read_bytes()
        except OSError:
            return None
        digest.update(f"\0{file}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def files_read(entry):
    """The source and the headers of ours and of the build folder that it includes; none if it cannot be read."""
    words = shlex.split(entry["command"])
    output = words.index("-o")
    preprocess = words[:output] + words[output + 2:] + ["-MM"]
    rule = subprocess.run(preprocess, cwd=entry["directory"], capture_output=True, text=True).stdout
    return [os.path.join(entry["directory"], file) for file in shlex.split(rule.replace("\\\n", " "))[1:]]


def is_known_good(entry, stamp):
    if not stamp.exists():
        return False
    known, *files = stamp.read_text().splitlines()
    return known == hash_of(entry["command"], files)


def is_good(entry, build):
    """Runs clang-tidy, unless nothing changed, and prints what it complains of."""
    source = Path(entry["file"]).relative_to(TREE)
    stamp = build / "stamps" / str(source).replace("/", "-")
    if is_known_good(entry, stamp):
        return True
    files = files_read(entry)
    before = hash_of(entry["command"], files)
    started = time.monotonic()
    run = subprocess.run(["clang-tidy-16", "--quiet", "-p", build, entry["file"]], capture_output=True, text=True)
    good = run.returncode == 0
    complaints = "" if good else run.stdout + run.stderr
    print(f"  {time.monotonic() - started:5.1f} s  {source}\n{complaints}", end="", flush=True)
    if good and files:
        stamp.write_text("\n".join([before, *files]))
    return good


def is_ours(entry, build, words):
    source = Path(entry["file"])
    return build not in source.parents and (not words or any(word in str(source) for word in words))


def main():
    build = Path(sys.argv[1]).resolve()
    (build / "stamps").mkdir(exist_ok=True)
    entries = json.loads((build / "compile_commands.json").read_text())
    entries = [entry for entry in entries if is_ours(entry, build, sys.argv[2:])]
    with ThreadPoolExecutor(JOBS) as pool:
        bad = list(pool.map(lambda entry: is_good(entry, build), entries)).count(False)
    print(f"clang-tidy: {len(entries)} files, {bad} of them with complaints")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
