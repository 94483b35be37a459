#!/usr/bin/env python3
"""Submits one task to a server of its own and follows it to its end; prints what its owner sees, as JSON.

usage: play.py MAIGEN PROBLEM.md SOLUTION.cpp
"""

import http.cookiejar
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request

EMAIL = "admin@example.org"


def call(base, token, method, path, body=None, key=None):
    headers = {"Accept-Language": "en"}
    if token:
        headers["Authorization"] = "Bearer " + token
    if key:
        headers["Idempotency-Key"] = key
    if body is not None:
        headers["Content-Type"] = "application/json"
        body = json.dumps(body).encode()
    request = urllib.request.Request(base + "/api/v1/" + path, body, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=300) as answer:
            content = answer.read()
            return json.loads(content) if "json" in answer.headers.get("Content-Type", "") else content
    except urllib.error.HTTPError as error:
        raise SystemExit(f"{method} {path}: {error.status} {error.read()[:2000].decode(errors='replace')}")


def problem_of(text):
    sections = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", text, re.M | re.S))
    names = {"description": ("题目描述", "Description"), "input": ("输入格式", "Input"),
             "output": ("输出格式", "Output"), "constraints": ("数据范围", "Constraints")}
    problem = {"title": re.search(r"^# (.+)$", text, re.M).group(1)}
    for field, wanted in names.items():
        problem[field] = next(sections[name].strip() for name in wanted if name in sections)
    fence = re.compile(r"```[a-z]*\n(.*?)```", re.S)
    def sample(*names):
        return next(fence.search(sections[name]).group(1) for name in names if name in sections)
    problem["samples"] = [{"input": sample("样例输入 1", "Sample Input 1"), "output": sample("样例输出 1", "Sample Output 1")}]
    return problem


def follow(base, token, task):
    """The task's steps until its end."""
    events = []
    request = urllib.request.Request(
        f"{base}/api/v1/tasks/{task}/events", headers={"Authorization": "Bearer " + token, "Accept-Language": "en"})
    with urllib.request.urlopen(request, timeout=300) as stream:
        name = None
        for line in stream:
            line = line.decode().rstrip("\n")
            if line.startswith("event: "):
                name = line[7:]
            elif line.startswith("data: "):
                event = json.loads(line[6:])
                if name == "end":
                    return events, event["state"]
                events.append({field: event.get(field) for field in ("state", "percent", "agent", "message")})
    raise SystemExit("the stream of steps ended before the task")


def page(base, password, task):
    """The task's page, as a browser gets it after logging in."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    browser.addheaders = [("Accept-Language", "en")]
    form = browser.open(base + "/login", timeout=60).read().decode()
    fields = dict(re.findall(r'<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"', form))
    address = re.search(r'<input[^>]*name="(address|email)"', form).group(1)
    fields.update({address: EMAIL, "password": password})
    browser.open(base + "/login", urllib.parse.urlencode(fields).encode(), timeout=60).read()
    return browser.open(f"{base}/tasks/{task}", timeout=60).read().decode()


def play(base, password, problem, program):
    token = call(base, None, "POST", "auth/login", {"address": EMAIL, "password": password})["token"]
    mine = call(base, token, "GET", "me")
    balance = lambda: call(base, token, "GET", "me/points")["balance"]
    if balance() < 10:
        call(base, token, "POST", f"admin/users/{mine['id']}/points", {"amount": 50, "reason": "play"}, key="play-1")
    before = balance()
    strategies = {s["slug"]: s["id"] for s in call(base, token, "GET", "strategies")["items"]}
    task = call(base, token, "POST", "tasks", {
        "problem": problem_of(problem), "program": {"source": program},
        "tests": [{"strategy": strategies["random-small"], "count": 3}, {"strategy": strategies["max-bounds"], "count": 1}],
    }, key="play-2")["id"]
    events, state = follow(base, token, task)
    detail = call(base, token, "GET", f"tasks/{task}")
    seen = {"state": state, "fault": (detail.get("fault") or {}).get("message", ""), "before": before,
            "after": balance(), "events": events, "page": page(base, password, task), "report": None}
    if state == "completed":
        report = call(base, token, "GET", f"tasks/{task}/tests").get("report")
        seen["report"] = json.loads(report) if isinstance(report, str) else report
    return seen


def main():
    binary, problem, program = sys.argv[1], pathlib.Path(sys.argv[2]).read_text(), pathlib.Path(sys.argv[3]).read_text()
    with tempfile.TemporaryDirectory(prefix="maigen-agents-") as folder:
        environment = dict(os.environ, MAIGEN_DATA=folder + "/data", MAIGEN_PORT="0")
        made = subprocess.run(
            [binary, "admin", "create", "--email", EMAIL], env=environment, text=True, capture_output=True, check=True)
        password = re.search(r"[2-9a-z]{20}$", made.stdout.strip()).group()
        with open(folder + "/log", "w") as log:
            server = subprocess.Popen([binary, "serve"], env=environment, stdout=subprocess.PIPE, stderr=log, text=True)
        try:
            line = server.stdout.readline()
            if "http://" not in line:
                raise SystemExit("the server did not start:\n" + pathlib.Path(folder + "/log").read_text())
            print(json.dumps(play("http" + line.split("http")[1].strip(), password, problem, program)))
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=60)


main()
