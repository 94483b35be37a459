"""How soon an open page shows that its task went on."""

from datetime import datetime

from setters import PROGRAM, member

# What the site promises, and what a test machine that compiles beside it may add: the middle of all changes is held to
# the promise, each single one to the sum.
PROMISED, SLACK = 300, 1200
PROBLEM = {
    "title": "求和", "description": "求和。", "input": "第一行 $n$。第二行 $n$ 个整数 $a_i$。", "output": "它们的和。",
    "constraints": "$1 \\le n \\le 1000$，$1 \\le a_i \\le 1000$。", "samples": [{"input": "2\n1 2\n", "output": "3\n"}]}


def play(world):
    lea = member(world, "lea@example.org", "小乐", "zh-Hans")
    lea.context.add_init_script(WATCH)
    token = world.platform.token("lea@example.org")
    delays = []
    for number in range(3):
        task = world.platform.api("POST", "tasks", {
            "problem": PROBLEM, "program": {"source": PROGRAM}, "tests": [{"strategy": 1, "count": 1}]}, token, f"live-{number}")
        lea.is_live = True
        lea.go("/tasks/" + task["id"])
        lea.page.wait_for_selector("a[download]", timeout=120_000)
        lea.is_live = False
        delays += seen(lea.page)
    delays.sort()
    middle = delays[len(delays) // 2]
    print(f"live: {len(delays)} changes shown after {delays[0]} … {middle} … {delays[-1]} ms", flush=True)
    assert len(delays) >= 10, delays
    assert middle <= PROMISED and delays[-1] <= PROMISED + SLACK, delays


def seen(page):
    """For each event that came while the page was open: milliseconds from when it happened to when it was shown."""
    shown = page.evaluate("window.shown")
    return [at - round(datetime.fromisoformat(moment.replace("Z", "+00:00")).timestamp() * 1000) for moment, at in shown]


# Notes each entry that is added to a log, with its own moment and the present one.
WATCH = """window.shown = [];
document.addEventListener("DOMContentLoaded", () => {
  const opened = Date.now();
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) {
      if (!(node instanceof Element) || !node.matches(".log > li")) continue;
      const moment = node.querySelector("time").dateTime;
      if (Date.parse(moment) > opened) window.shown.push([moment, Date.now()]);
    }
  }).observe(document.body, { childList: true, subtree: true });
});"""
