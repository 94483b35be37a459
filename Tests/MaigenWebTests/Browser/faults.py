"""Pages of errors, reached as people reach them: too many tries, and a fault of ours."""

import json
import os
import re
import sqlite3

import hostile
from platform_under_test import PASSWORD
from setters import PROGRAM, member


def play(world):
    too_many(world)
    broken(world)


def too_many(world):
    """Who has tried too often is told so: on the form that was sent, and where there is none, on a page."""
    address, platform = "flo@example.org", world.platform
    person = world.visitor("en")
    person.context.set_extra_http_headers({"X-Forwarded-For": "203.0.113.7"})
    person.go("/login")
    person.expects_error = True
    for _ in range(20):
        person.page.fill("#address", address)
        person.page.fill("#password", "wrong")
        with person.page.expect_navigation() as loaded:
            person.page.press("#password", "Enter")
        if loaded.value.status == 429:
            break
    assert loaded.value.status == 429 and int(loaded.value.headers["retry-after"]) > 0
    assert "attempts" in person.page.locator("[role=alert]").inner_text()
    assert person.page.input_value("#address") == address, "what was typed is kept"
    person.look("login-too-many")
    # The account can be opened all the same, and its owner is let in.
    platform.api("POST", "auth/email-codes", {"address": address, "purpose": "register"})
    person.go("/register")
    person.expects_error = True
    for field, text in (("#address", address), ("#code", platform.code(address)), ("#password", PASSWORD), ("#name", "Flo")):
        person.page.fill(field, text)
    person.expects_error = False
    person.page.press("#name", "Enter")
    person.page.wait_for_url("**/me")
    assert "Flo" in person.page.locator(".bar").inner_text()


def broken(world):
    """What we got wrong is said as such, with the request's name, under which the log knows more."""
    max_ = member(world, "max@example.org", "小马", "zh-Hans")
    token = world.platform.token("max@example.org")
    problem = {
        "title": "求和", "description": "求和。", "input": "第一行 $n$。第二行 $n$ 个整数 $a_i$。", "output": "它们的和。",
        "constraints": "$1 \\le n \\le 10$，$1 \\le a_i \\le 10$。", "samples": [{"input": "2\n1 2\n", "output": "3\n"}]}
    task = world.platform.completed_task(token, problem, PROGRAM, [{"strategy": 1, "count": 1}], "faults")
    base = sqlite3.connect(os.path.join(world.platform.data, "maigen.db"), timeout=20)
    tests = base.execute("SELECT tests FROM task_results WHERE task_id = ?", (task,)).fetchone()[0]
    for text, status in (("{", 500), (tests, 200)):
        with base:
            base.execute("UPDATE task_results SET tests = ? WHERE task_id = ?", (text, task))
        max_.go("/tasks/" + task, status)
        if status == 500:
            name = named(max_)
            max_.look("error-500")
            with open(world.platform.log.name, encoding="utf-8") as log:
                assert any(name in line and "data set" in line for line in log), "the log knows what happened"
    base.close()
    killing(world, max_, task)


def killing(world, person, task):
    """Which wrong solutions the data catches is told, survivors first. Only a language model brings some, so these are put
    where the model's would be."""
    outcomes = ["passes", "wrong-answer", "time", "crash", "memory", "output", "not-run"]
    programs = [
        {"name": name, "kind": kind, "origin": "agent", "compiles": True, "outcomes": row,
         "killedBy": [number + 1 for number, one in enumerate(row) if one not in ("passes", "not-run")]}
        for name, kind, row in (
            ("int-overflow", "wrong", (outcomes * 3)[:20]), ("quadratic", "slow", ["passes"] * 17 + ["time", "time", "not-run"]),
            ("<script>alert('kills')</script>", "unknown", ["passes"] * 20))]
    programs.append({"name": "no-such-header", "kind": "crashing", "origin": "agent", "compiles": False, "outcomes": [], "killedBy": []})
    base = sqlite3.connect(os.path.join(world.platform.data, "maigen.db"), timeout=20)
    with base:
        tests, report = (json.loads(text) for text in base.execute(
            "SELECT tests, report FROM task_results WHERE task_id = ?", (task,)).fetchone())
        tests["tests"] = [{**tests["tests"][0], "number": number + 1} for number in range(20)]
        report["kills"] = {"timeLimitMs": 500, "programs": programs}
        base.execute("UPDATE task_results SET tests = ?, report = ? WHERE task_id = ?", (json.dumps(tests), json.dumps(report), task))
    base.close()
    person.go("/tasks/" + task)
    rows = person.page.locator("table.kills tbody tr")
    assert rows.count() == 3 and "alert" in rows.first.inner_text(), "who survives comes first"
    assert person.page.locator("table.kills .survives").count() == 1
    hostile.check(person, "kills")
    person.look("task-kills")


def named(person):
    """The request's name, as the page shows it: the one that the answer carries."""
    text = person.page.locator("main code").inner_text()
    assert re.fullmatch(r"[0-9a-zA-Z-]{8,64}", text), text
    for words in ("JSON", "Swift", "Error(", "/home", "/work"):
        assert words not in person.page.locator("main").inner_text(), "nothing of ours is told"
    return text
