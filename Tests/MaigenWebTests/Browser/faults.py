"""Pages of errors, reached as people reach them: too many tries, and a fault of ours."""

import os
import re
import sqlite3

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
    # The account can be opened; logging in at once is one try too many.
    platform.api("POST", "auth/email-codes", {"address": address, "purpose": "register"})
    person.go("/register")
    person.expects_error = True
    for field, text in (("#address", address), ("#code", platform.code(address)), ("#password", PASSWORD), ("#name", "Flo")):
        person.page.fill(field, text)
    with person.page.expect_navigation() as loaded:
        person.page.press("#name", "Enter")
    assert loaded.value.status == 429, loaded.value.status
    named(person)
    person.look("error-429")


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


def named(person):
    """The request's name, as the page shows it: the one that the answer carries."""
    text = person.page.locator("main code").inner_text()
    assert re.fullmatch(r"[0-9a-zA-Z-]{8,64}", text), text
    for words in ("JSON", "Swift", "Error(", "/home", "/work"):
        assert words not in person.page.locator("main").inner_text(), "nothing of ours is told"
    return text
