#!/usr/bin/env python3
"""Runs the platform in five processes over PostgreSQL, Redis and one folder, and breaks it.

usage: separate_roles.py MAIGEN FOLDER DATABASE_URL REDIS_URL

Two api processes, an analysis process and a sandbox process. A task is submitted at one api and watched at the other. Then
the sandbox process dies by SIGKILL at work, and another one takes its task over; then Redis is emptied while tasks are in
it. Each task must end and have been paid for once. Fails with a line on standard error.
"""

import json
import os
import pathlib
import subprocess
import sys
import time
import urllib.error
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts"))
import serving

PRICE = 5
PROBLEM = {"title": "A+B", "description": "Add two numbers.", "input": "One line with two integers $a$ and $b$ ($1 \\le a, b \\le 1000$).",
           "output": "Print $a+b$.", "samples": [{"input": "1 2\n", "output": "3\n"}]}
SOURCE = "#include <cstdio>\nint main() { int a, b; scanf(\"%d %d\", &a, &b); printf(\"%d\\n\", a + b); }\n"
TASK = {"problem": PROBLEM, "program": {"source": SOURCE}, "tests": [{"strategy": 1, "count": 4}]}
BEGUN = time.monotonic()


def expect(holds, what):
    if not holds:
        raise SystemExit(f"separate_roles: after {time.monotonic() - BEGUN:.1f} s: {what}")


def say(what):
    print(f"{time.monotonic() - BEGUN:6.1f} s  {what}", flush=True)


def wait(what, limit, look):
    """What `look` gives once it gives something."""
    end = time.monotonic() + limit
    while True:
        found = look()
        if found:
            return found
        expect(time.monotonic() < end, what)
        time.sleep(0.05)


def status(url):
    try:
        with urllib.request.urlopen(url, timeout=20) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def events(server, task):
    """Reads the task's events to their end, as a browser does: the names of what came, in order."""
    request = urllib.request.Request(
        f"{server.base}/api/v1/tasks/{task}/events", headers={"Authorization": "Bearer " + server.speaker})
    with urllib.request.urlopen(request, timeout=60) as stream:
        return [json.loads(line[5:]).get("state") for line in stream if line.startswith(b"data:")]


class Cluster:
    def __init__(self, maigen, folder, database, redis):
        self.maigen, self.folder, self.processes = maigen, folder, []
        self.shared = {"MAIGEN_REDIS_URL": redis}
        self.database = {"MAIGEN_DATABASE_URL": database}
        self.redis = redis

    def start(self, role):
        server = serving.Server(self.maigen, self.folder)
        server.environment.update(self.shared, MAIGEN_ROLE=role)
        if role == "api":
            server.environment.update(self.database)
        with open(f"{self.folder}/{role}.log", "ab") as log:
            server.start(log)
        self.processes.append(server)
        return server

    def cli(self, *words):
        socket = self.redis.removeprefix("unix://")
        return subprocess.run(["redis-cli", "-s", socket, *words], text=True, capture_output=True, check=True).stdout

    def close(self):
        for server in self.processes:
            if server.process and server.process.poll() is None:
                server.kill()


def main():
    cluster = Cluster(*sys.argv[1:5])
    try:
        play(cluster)
    finally:
        cluster.close()


def play(cluster):
    one, two = cluster.start("api"), cluster.start("api")
    one.environment.pop("MAIGEN_ROLE")
    password = one.administrator("a@example.org")
    one.speaker = two.speaker = one.token("a@example.org", password)
    wealth = one.provide(points=100, tasks=100)
    say("two api processes answer")

    # Nobody works yet: the message waits in Redis, for a worker that comes later.
    tasks = [one.call("POST", "tasks", TASK, key="first")["id"]]
    wait("the task is not in the queue", 10, lambda: queue(one, "awaiting-analysis")["waiting"] == 1)
    cluster.start("analysis")
    sandbox = cluster.start("sandbox")
    states = events(two, tasks[0])
    expect(states[-1] == "completed" and "generating" in states, f"the other api saw {states}")
    expect(two.download(tasks[0])[:2] == b"PK", "no ZIP")
    say("a task submitted at one api was watched and downloaded at the other")

    # The sandbox process dies with a task in hand. Its lease runs out, and another one takes the task.
    tasks.append(one.call("POST", "tasks", TASK, key="second")["id"])
    wait("no sandbox took the task", 20, lambda: queue(two, "awaiting-execution")["held"] == 1)
    sandbox.kill()
    killed = time.monotonic()
    sandbox = cluster.start("sandbox")
    wait("the task of a dead worker did not end", 30, lambda: state(two, tasks[1]) == "completed")
    say(f"a killed worker's task was completed {time.monotonic() - killed:.1f} s later")

    # Redis loses everything while one task is at work and two wait.
    tasks += [one.call("POST", "tasks", TASK, key=f"more-{number}")["id"] for number in range(3)]
    wait("no sandbox took a task", 20, lambda: queue(two, "awaiting-execution")["held"] == 1)
    cluster.cli("FLUSHALL")
    emptied = time.monotonic()
    wait("what Redis lost did not come back", 45, lambda: all(state(two, task) in ("completed", "failed") for task in tasks))
    say(f"what an emptied Redis lost was done {time.monotonic() - emptied:.1f} s later")

    states = [state(two, task) for task in tasks]
    expect(states == ["completed"] * len(tasks), f"not all were completed: {states}")
    records = two.call("GET", "me/points/records?limit=100")["items"]
    for task in tasks:
        amounts = [record["amount"] for record in records if record["cause"]["id"] == task]
        expect(amounts == [-PRICE], f"{task}: {amounts}")
        expect(one.download(task)[:2] == b"PK", "no ZIP")
    expect(one.call("GET", "me/points")["balance"] == wealth - PRICE * len(tasks), "the balance")
    expect(status(one.base + "/health/ready") == 200, "not ready")
    roles = {worker["role"] for worker in json.loads(one.run("queues", "--json"))["workers"]}
    expect(roles == {"api", "analysis", "sandbox"}, f"who lives: {roles}")
    expect("awaiting-analysis: 0" in one.run("queues", "redrive"), "redrive")
    with urllib.request.urlopen(one.base + "/metrics") as metrics:
        expect(b'maigen_queue_oldest_seconds{queue="awaiting-analysis"}' in metrics.read(), "metrics")

    # Without Redis nothing is lost but readiness.
    cluster.cli("SHUTDOWN", "NOSAVE")
    wait("ready without Redis", 10, lambda: status(one.base + "/health/ready") == 503)
    expect(len(two.call("GET", "tasks")["items"]) == len(tasks), "the list of tasks")
    for server in [sandbox, two, one]:
        expect(server.stop() == 0, "a process did not stop well")
    one.run("ledger", "check")
    say("stopped")


def queue(server, name):
    return next(queue for queue in json.loads(server.run("queues", "--json"))["queues"] if queue["name"] == name)


def state(server, task):
    return server.call("GET", f"tasks/{task}")["state"]


main()
