#!/usr/bin/env python3
"""Kills a real `maigen serve` while its sandbox works on tasks, and looks at what the next one makes of it.

usage: killed_server.py MAIGEN FOLDER SEED

Four servers, one after another over one folder: the first three get two tasks each and die by SIGKILL somewhere in
the work, at moments that follow from SEED; the last one lives until every task has ended. Each task may be begun three
times, so one that three servers took with them may fail: it must then be refunded. Fails with a line on standard error.
"""

import os
import pathlib
import random
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts"))
import serving

PATIENCE = 30
PRICE = 5
PROBLEM = {"title": "A+B", "description": "Add two numbers.", "input": "One line with two integers $a$ and $b$ ($1 \\le a, b \\le 1000$).",
           "output": "Print $a+b$.", "samples": [{"input": "1 2\n", "output": "3\n"}]}
SOURCE = "#include <cstdio>\nint main() { int a, b; scanf(\"%d %d\", &a, &b); printf(\"%d\\n\", a + b); }\n"
TASK = {"problem": PROBLEM, "program": {"source": SOURCE}, "tests": [{"strategy": 1, "count": 4}]}


def expect(holds, what):
    if not holds:
        raise SystemExit(f"killed_server: {what}")


def left_behind(folder):
    """Processes of ours that outlive their server, by name."""
    found = []
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if any(folder.encode() in word for word in words) and int(process.name) != os.getpid():
            found.append(b" ".join(words).decode(errors="replace")[:200])
    return found


def main():
    maigen, folder, seed = sys.argv[1], sys.argv[2], int(sys.argv[3])
    server = serving.Server(maigen, folder)
    password = server.administrator("a@example.org")
    try:
        play(server, folder, password, random.Random(seed))
    finally:
        if server.process and server.process.poll() is None:
            server.kill()


def play(server, folder, password, moments):
    tasks, wealth = [], None
    for life in range(4):
        with open(folder + "/log", "ab") as log:
            server.start(log)
        server.speaker = server.speaker or server.token("a@example.org", password)
        if wealth is None:
            wealth = server.provide(points=100, tasks=100)
        if life == 3:
            break
        for number in range(2):
            tasks.append(server.call("POST", "tasks", TASK, key=f"task-{life}-{number}")["id"])
        end = time.monotonic() + 20
        while server.call("GET", f"tasks/{tasks[-2]}")["state"] == "pending" and time.monotonic() < end:
            time.sleep(0.02)
        # It dies at work: once the first of the two has ended, the second one is in hand.
        end = time.monotonic() + moments.uniform(0, 3)
        while server.call("GET", f"tasks/{tasks[-2]}")["state"] not in ("completed", "failed") and time.monotonic() < end:
            time.sleep(0.02)
        server.kill()
        time.sleep(1)
        expect(not (left := left_behind(folder)), f"the dead server left {left}")
        print(f"life {life}: killed")

    # Within the patience the first has ended; how long all of them take is the machine's affair, but it has an end.
    begun, first, ended_before = time.monotonic(), None, None
    while True:
        states = [server.call("GET", f"tasks/{task}")["state"] for task in tasks]
        ended = sum(state in ("completed", "failed") for state in states)
        ended_before = ended if ended_before is None else ended_before
        if first is None and ended > ended_before:
            first = time.monotonic() - begun
        if ended == len(tasks):
            break
        expect(time.monotonic() - begun < 240, f"tasks do not end: {states}")
        time.sleep(0.2)
    expect(first is not None and first < PATIENCE, f"the first task ended after {first} s")
    expect(states.count("completed") >= 4, f"too many did not survive: {states}")
    records = server.call("GET", "me/points/records?limit=100")["items"]
    for task, state in zip(tasks, states):
        amounts = sorted(record["amount"] for record in records if record["cause"]["id"] == task)
        expect(amounts == ([-PRICE] if state == "completed" else [-PRICE, PRICE]), f"{task} {state}: {amounts}")
    paid = PRICE * states.count("completed")
    expect(server.call("GET", "me/points")["balance"] == wealth - paid, "the balance")
    for task, state in zip(tasks, states):
        if state == "completed":
            expect(server.download(task)[:2] == b"PK", "no ZIP")
    expect(server.stop() == 0, "the last server did not stop well")
    works = [name for name in os.listdir(folder + "/data/work")] if os.path.isdir(folder + "/data/work") else []
    expect(not [name for name in works if name.startswith("maigen-work-")], f"left in the work folder: {works}")
    server.run("ledger", "check")
    print(f"{states.count('completed')} completed, {states.count('failed')} failed and refunded; the first ended after {first:.1f} s")


main()
