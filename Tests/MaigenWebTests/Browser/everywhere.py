"""Every page in both languages and both schemes: accessible, in one language, no wider than a phone, no larger than
promised, with pictures at 360 px; and what hostile people wrote does nothing on any of them."""

import json
import os
import re
import time
import urllib.request

import hostile
from browser import NARROWEST, WIDE
from platform_under_test import PASSWORD
from setters import member

# Bytes that a page and all it needs may take on the way, without fonts and the editor (CodeMirror).
ROOM = 60_000


def play(world):
    eve, task, share, pending = hostile_member(world)
    visitor = ["/", "/rules", "/help", "/help/input-spec", "/login", "/register?code=ABCD2345", "/password-reset", "/community",
               "/community?q=" + "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27", f"/community/{share}"]
    user = ["/tasks", "/tasks?state=failed", "/tasks?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E", f"/tasks/{task}", "/tasks/new",
            f"/tasks/new?from={task}", f"/community/{share}", "/me", "/me/points", "/me/invitations", "/me/shares",
            "/me/sessions", "/me/profile", "/notifications"]
    office = ["/admin?days=90", "/admin/shares", "/admin/shares?state=approved", f"/admin/shares/{pending}", "/admin/users",
              "/admin/users?q=eve%40", "/admin/settings", "/admin/health", "/admin/audit"]
    root = world.logged_in("root@example.org", world.root_password, "en")
    buyer = member(world, "uma@example.org", "Uma", "en")
    sizes = {}
    for person, paths in ((world.visitor("en"), visitor), (eve, user), (buyer, [f"/community/{share}/purchase"]), (root, office)):
        person.page.set_viewport_size(WIDE)
        for language in (person.language, "zh-Hans" if person.language == "en" else "en"):
            if person.language != language:
                person.page.locator(f"footer button[value='{language}']").click()
                person.page.wait_for_load_state("load")
                person.language = language
            measure(person)
            for path in paths:
                see(person, path, sizes)
    report(sizes)


def see(person, path, sizes):
    """One page: wide and light in English, narrow and dark in Chinese."""
    page, name = person.page, f"{path} {person.language}"
    person.cdp.send("Network.clearBrowserCache")
    person.received.clear()
    person.go(path)
    settle(person)
    sizes[name] = dict(person.received)
    assert not person.loads_katex, f"{name} loads KaTeX"
    person.check_words(name)
    hostile.check(person, name)
    # Words have no colours: each page is checked in each scheme in one of its languages, and in both where `look` sees it.
    if person.language == "en":
        person.check_axe(name + " light")
    page.set_viewport_size(NARROWEST)
    if person.language != "en":
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        person.check_axe(name + " dark")
    person.check_width(name)
    file = re.sub(r"[^a-z]+", "-", re.sub(r"/[0-9A-Z]{20,}|%[0-9A-F]{2}", "", path)).strip("-") or "home"
    page.screenshot(
        path=os.path.join(person.folder, f"narrowest.{file}.{person.language}.png"), full_page=True, animations="disabled")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(WIDE)


def measure(person):
    """Counts what comes over the network from now on, by what it is."""
    if hasattr(person, "cdp"):
        return
    person.cdp, person.received, addresses = person.context.new_cdp_session(person.page), {}, {}
    person.open, person.loader, person.loads_katex = set(), None, False
    person.cdp.send("Network.enable")

    def sent(event):
        # Chromium does not always tell the end of an icon, nor of what a page had on its way when it was left; that page
        # may even send more after the next one was asked for.
        if event.get("type") == "Document":
            person.open.clear()
            person.loader = event["loaderId"]
        if event.get("type") != "Other" and event["loaderId"] == person.loader:
            person.open.add(event["requestId"])
    person.cdp.on("Network.requestWillBeSent", sent)
    person.cdp.on("Network.responseReceived", lambda event: addresses.update({event["requestId"]: event["response"]["url"]}))
    person.cdp.on("Network.loadingFailed", lambda event: person.open.discard(event["requestId"]))

    def finished(event):
        person.open.discard(event["requestId"])
        url = addresses.get(event["requestId"], "")
        kind = "font" if url.endswith(".woff2") else "editor" if "/codemirror-" in url else "page"
        person.loads_katex |= url.endswith("katex.min.js")
        person.received[kind] = person.received.get(kind, 0) + int(event["encodedDataLength"])
    person.cdp.on("Network.loadingFinished", finished)


def settle(person):
    """Waits until nothing is on its way: what a page asks for by script comes after its `load`."""
    quiet, end = 0, time.monotonic() + 20
    while quiet < 4:
        assert time.monotonic() < end, f"{person.page.url} does not come to rest: {person.open}"
        person.page.wait_for_timeout(25)
        quiet = 0 if person.open else quiet + 1


def report(sizes):
    """No page is larger than promised, KaTeX included: what statements need, and what nobody needs, does not load it."""
    largest = max(sizes, key=lambda name: sizes[name]["page"])
    print(f"everywhere: {len(sizes)} pages, the largest {sizes[largest]['page'] / 1000:.1f} KB ({largest})", flush=True)
    assert sizes[largest]["page"] <= ROOM, (largest, sizes[largest])


def hostile_member(world):
    """Somebody whose name, browser, files and texts are all meant to do harm: their browser, a completed task of theirs, and
    two shares: one that is public, one that awaits review."""
    platform, address = world.platform, "eve@example.org"
    eve = member(world, address, "<b onclick=x>Eve", "zh-Hans")
    login = urllib.request.Request(
        platform.url + "/api/v1/auth/login", json.dumps({"address": address, "password": PASSWORD}).encode(),
        {"Content-Type": "application/json", "User-Agent": "<script>alert('agent')</script>"})
    with urllib.request.urlopen(login) as answer:
        token = json.load(answer)["token"]
    problem = hostile.problem()
    problem["samples"] = [{"input": "1 2\n", "output": "3\n"}]
    program = "#include <iostream>\nint main() { int a, b; std::cin >> a >> b; std::cout << a + b << '\\n'; }\n//" + hostile.LONG
    shares = []
    for number in range(2):
        task = platform.completed_task(token, problem, program, [{"strategy": 1, "count": 1}], f"eve-{number}")
        shares.append(platform.api("POST", f"tasks/{task}/share", {
            "description": hostile.IMAGE + hostile.RIGHT_TO_LEFT + "y" * 1500, "price": 3}, token)["id"])
    root = platform.token("root@example.org", world.root_password)
    platform.api("POST", f"admin/shares/{shares[0]}/approve", None, root)
    # The name of the file is the problem's: what a browser saves by it is harmless, and never shown as a page.
    with urllib.request.urlopen(urllib.request.Request(
            f"{platform.url}/api/v1/tasks/{task}/download", headers={"Authorization": "Bearer " + token})) as answer:
        disposition = answer.headers["Content-Disposition"]
        assert disposition.startswith("attachment") and "%E2%80%AE" not in disposition, disposition
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    return eve, task, shares[0], shares[1]
