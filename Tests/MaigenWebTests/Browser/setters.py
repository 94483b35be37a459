"""Making data: a new task with its live understanding, the task's page, its failure, its share; then the back office."""

import re
import time

import hostile
import office
from platform_under_test import PASSWORD

PROGRAM = """#include <iostream>
int main() {
    long long n, sum = 0, x;
    std::cin >> n;
    while (n--) std::cin >> x, sum += x;
    std::cout << sum << "\\n";
}
"""


def play(world):
    cat = member(world, "cat@example.org", "阿猫", "zh-Hans")
    empty(cat)
    write(cat)
    keep_draft(cat)
    task = submit(cat)
    watch(cat, task)
    imported(world, cat)
    cancelled(cat)
    failure(cat)
    without_scripts(world)
    share(cat, task)
    hostile_task(world, cat)
    root = world.logged_in("root@example.org", world.root_password, "en")
    root.page.locator("footer button[value='zh-Hans']").click()
    root.page.wait_for_url("**/tasks")
    root.language = "zh-Hans"
    office.play(world, root, cat)
    narrow_english(world, task)


def member(world, address, name, language):
    """Somebody who has registered, through the API."""
    platform = world.platform
    platform.api("POST", "auth/email-codes", {"address": address, "purpose": "register"})
    platform.api("POST", "auth/register", {
        "address": address, "code": platform.code(address), "password": PASSWORD, "name": name, "language": language})
    return world.logged_in(address, PASSWORD, language)


def empty(cat):
    cat.go("/tasks")
    cat.look("tasks-empty")
    cat.page.locator(".empty a").click()
    cat.page.wait_for_selector("form[data-ready]")
    cat.look("new-task-empty")


def write(cat):
    """Typing is understood while it is typed, and what is unclear is said."""
    page = cat.page
    page.fill("#title", "求和 <b>")
    page.fill("#description", "给定 $n$ 个整数，求它们的和 $\\sum_{i=1}^{n} a_i$。")
    page.wait_for_selector("#statement-preview .tex .s1")
    # What only KaTeX can set, it sets.
    page.fill("#description", "给定 $n$ 个整数，求它们的和 $\\sum_{i=1}^{n} a_i$。$$\\overbrace{a_1 + \\dots + a_n}^{n}$$")
    page.wait_for_selector("#statement-preview .tex[data-display] .katex")
    page.fill("#input", "第一行一个整数 $n$。\n\n第二行 $n$ 个神秘的东西。")
    page.fill("#sample-1-input", "3\n1 2 3\n")
    page.fill("#sample-1-output", "6\n")
    page.wait_for_selector("#understanding-reasons:not([hidden])")
    cat.look("new-task-unclear")
    page.fill("#input", "第一行一个整数 $n$。\n\n第二行 $n$ 个整数 $a_1, a_2, \\dots, a_n$。")
    page.fill("#output", "一行一个整数，表示答案。")
    page.fill("#constraints", "$1 \\le n \\le 1000$，$|a_i| \\le 10^9$。")
    page.wait_for_selector("#understanding-state.good")
    bounds = page.locator("#understanding-bounds").inner_text()
    assert "1000" in bounds and "-1000000000" in bounds, bounds
    page.wait_for_selector(".sample-reads.good")
    # A sample that does not read is named.
    page.locator("#add-sample").click()
    count = page.locator(".sample-field").count()
    page.fill(f"#sample-{count}-input", "2\n1\n")
    page.wait_for_selector("#understanding-state.warn")
    page.wait_for_selector(".sample-reads.bad")
    page.locator(".remove-sample").last.click()
    page.wait_for_selector("#understanding-state.good")
    # The specification can be corrected, and a mistake in it is said.
    page.locator("#specification-box > summary").click()
    assert "1000" in page.locator("#specification-shown").inner_text()
    page.locator("#specification-edit").click()
    text = page.input_value("#specification")
    page.fill("#specification", text + "\n  - nonsense\n")
    page.wait_for_selector("#understanding-state.warn")
    page.fill("#specification", text)
    page.wait_for_selector("#understanding-state.good")
    page.locator("#specification-drop").click()
    assert page.input_value("#specification") == ""
    page.wait_for_selector("#understanding-state.good")
    # Counts: presets, stepper, the limit.
    page.locator("[data-mix]").last.click()
    assert page.locator("#total").inner_text() == "5"
    page.locator("[data-step='1']").first.click()
    assert page.locator("#total").inner_text() == "6"
    page.fill("#count-1", "30")
    assert page.locator("#total-note").inner_text() != ""
    page.fill("#count-1", "1")
    page.fill("#count-4", "1")
    page.set_input_files("#program-file", {
        "name": "std.cpp", "mimeType": "text/x-c++src", "buffer": PROGRAM.encode()})
    page.locator(".CodeMirror-line", has_text="std::cin >> n").wait_for()
    cat.look("new-task")


def keep_draft(cat):
    """A reload and a lost session lose nothing."""
    page = cat.page
    # Asked from outside: the page's own policy forbids to evaluate text in it again and again.
    kept, end = "", time.monotonic() + 10
    while "std::cin" not in kept and time.monotonic() < end:
        kept = page.evaluate("localStorage.getItem('maigen.new-task')") or ""
    page.reload()
    page.wait_for_selector("form[data-ready]")
    assert page.input_value("#title") == "求和 <b>"
    assert page.input_value("#program") == PROGRAM
    assert page.locator("#draft-note").is_visible()
    cat.context.clear_cookies()
    cat.expects_error = True
    page.locator("#submit").click()
    page.wait_for_url("**/login**")
    cat.expects_error = False
    assert "/login" in page.url, page.url
    page.fill("#address", "cat@example.org")
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url("**/tasks**")
    cat.go("/tasks/new")
    page.wait_for_selector("form[data-ready]")
    assert page.input_value("#program") == PROGRAM
    page.wait_for_selector("#understanding-state.good")


def submit(cat):
    """A double click makes one task and costs once."""
    page = cat.page
    before = balance(cat)
    page.evaluate("""() => { const form = document.getElementById("new-task");
      const body = new URLSearchParams(new FormData(form)); window.twice = fetch(form.action, { method: "POST", body }); }""")
    page.locator("#submit").click()
    page.wait_for_url("**/tasks/*done=taskSubmitted")
    assert before - balance(cat) == 5, "charged once"
    assert page.evaluate("localStorage.getItem('maigen.new-task')") is None, "the draft is done with"
    cat.is_live = True
    cat.look("task-running")
    cat.is_live = False
    return re.search(r"/tasks/([^?]+)", page.url).group(1)


def balance(cat):
    return int(re.search(r"[\d,]+", cat.page.locator(".bar .tag.info").inner_text()).group().replace(",", ""))


def watch(cat, task):
    """Completion comes by itself, with all it brings."""
    page = cat.page
    page.wait_for_selector("a[download]", timeout=120_000)
    assert page.locator("#task-state").inner_text() == "完成"
    assert page.locator("[data-agent=coder] .log > li").count() >= 2
    assert page.locator("table.tests tbody tr").count() == 4
    page.locator(".test-preview summary").first.click()
    assert page.locator(".test-preview pre").first.inner_text().strip() != ""
    assert page.locator("svg.chart circle").count() == page.locator("table.tests tbody tr").count()
    with page.expect_download() as download:
        page.locator("a[download]").click()
    with open(download.value.path(), "rb") as file:
        assert file.read(2) == b"PK"
    cat.look("task-completed")
    cat.go("/tasks")
    cat.look("tasks")
    page.fill("#q", "没有这题")
    page.locator("form[role=search] button").click()
    page.wait_for_load_state("load")
    assert page.locator(".empty").count() == 1
    cat.look("tasks-none-match")
    cat.go("/tasks?state=completed&q=" + "求和")
    assert page.locator("tbody tr").count() == 1


def imported(world, cat):
    """A problem.md fills the form, in either language."""
    page = cat.page
    cat.go("/tasks/new")
    page.wait_for_selector("form[data-ready]")
    text = ("# Import me\n\n## Description\n\nAdd.\n\n## Input\n\nOne line with two integers $a$ and $b$ ($1 \\le a, b \\le 9$).\n\n"
            "## Output\n\nThe sum.\n\n## Sample Input 1\n\n```\n1 2\n```\n\n## Sample Output 1\n\n```\n3\n```\n")
    page.set_input_files("#document-file", {"name": "problem.md", "mimeType": "text/markdown", "buffer": text.encode()})
    # The page that comes is about the document: it takes no draft.
    page.wait_for_selector("form[data-ready]:not([data-takes-draft])")
    assert page.input_value("#title") == "Import me"
    assert page.input_value("#sample-1-input") == "1 2\n"
    page.wait_for_selector("#understanding-state.good")
    with page.expect_navigation():
        page.locator("#draft-clear").dispatch_event("click")


def cancelled(cat):
    """A task is cancelled by who means it, and paid back."""
    page = cat.page
    before = balance(cat)
    problem = {
        "title": "做到一半", "description": "求和。", "input": "第一行 $n$。第二行 $n$ 个整数 $a_i$。", "output": "它们的和。",
        "constraints": "$1 \\le n \\le 10^5$，$1 \\le a_i \\le 10^9$。", "samples": [{"input": "2\n1 2\n", "output": "3\n"}]}
    made = cat.platform.api(
        "POST", "tasks", {"problem": problem, "program": {"source": PROGRAM}, "tests": [{"strategy": 5, "count": 20}]},
        cat.platform.token("cat@example.org"), "setters-cancelled")
    cat.is_live = True
    cat.go("/tasks/" + made["id"])
    assert "您最近的任务" in page.locator("#usual").inner_text()
    cat.is_asked_by(page.locator("form[action$='/cancel'] button"), "积分会退还")
    page.wait_for_url("**/*done=taskCancelled")
    cat.is_live = False
    assert page.locator("#task-state").inner_text() == "已取消" and balance(cat) == before
    cat.look("task-cancelled")


def failure(cat):
    """What was not understood is said, paid back, and can be gone on from."""
    page = cat.page
    token = cat.platform.token("cat@example.org")
    problem = {
        "title": "读不懂的题", "description": "描述。", "input": "第一行一个整数 $n$。\n\n第二行 $n$ 个神秘的东西。",
        "output": "答案。", "constraints": "$1 \\le n \\le 10$。", "samples": [{"input": "2\n1 2\n", "output": "3\n"}]}
    made = cat.platform.api(
        "POST", "tasks", {"problem": problem, "program": {"source": PROGRAM}, "tests": [{"strategy": 1, "count": 1}]},
        token, "setters-unclear")
    cat.go("/tasks/" + made["id"])
    page.wait_for_selector(".fault", timeout=60_000)
    text = page.locator(".fault").inner_text()
    assert "+5" in text and "???" in text, text
    cat.look("task-failed")
    page.locator(".fault a.button").click()
    page.wait_for_selector("form[data-ready]")
    assert page.input_value("#title") == "读不懂的题"
    assert "???" in page.input_value("#specification")
    cat.look("new-task-from-skeleton")
    # A standard program that does not compile: the compiler's words are shown inert.
    problem["input"] = "一行两个整数 $a$ 和 $b$（$1 \\le a, b \\le 9$）。"
    problem["samples"], problem["constraints"] = [{"input": "1 2\n", "output": "3\n"}], None
    broken = "int main() { return \"" + hostile.SCRIPT + "\" + nothing; }\n//" + "y" * 60_000
    made = cat.platform.api(
        "POST", "tasks", {"problem": problem, "program": {"source": broken}, "tests": [{"strategy": 1, "count": 1}]},
        token, "setters-broken")
    cat.go("/tasks/" + made["id"])
    page.wait_for_selector(".fault", timeout=60_000)
    hostile.check(cat, "compiler output")
    cat.look("task-failed-compiler")


def without_scripts(world):
    """The form and the page work by themselves."""
    context = world.browser.new_context(java_script_enabled=False, base_url=world.platform.url, locale="zh-CN")
    page = context.new_page()
    page.goto("/login")
    page.fill("#address", "cat@example.org")
    page.fill("#password", PASSWORD)
    page.press("#password", "Enter")
    page.wait_for_url("**/tasks**")
    page.goto("/tasks/new")
    page.fill("#title", "无脚本")
    page.locator("#add-sample").click()
    page.wait_for_load_state("load")
    assert page.input_value("#title") == "无脚本"
    page.fill("#description", "求和。")
    page.fill("#input", "一行两个整数 $a$ 和 $b$（$1 \\le a, b \\le 9$）。")
    page.fill("#output", "它们的和。")
    page.fill("#sample-1-input", "1 2")
    page.fill("#sample-1-output", "3")
    page.fill("#program", "#include <iostream>\nint main() { int a, b; std::cin >> a >> b; std::cout << a + b; }")
    page.fill("#count-1", "99")
    page.locator("#new-task").evaluate("form => form.noValidate = true")
    page.locator("#submit").click()
    page.wait_for_selector("#refusal")
    assert page.input_value("#title") == "无脚本" and page.input_value("#sample-1-output") == "3"
    for index in range(1, 11):
        page.fill(f"#count-{index}", "1" if index == 1 else "0")
    page.locator("#submit").click()
    page.wait_for_url("**/tasks/*done=taskSubmitted")
    page.locator("form[action$='/cancel'] button").click()
    page.wait_for_load_state("load")
    context.close()


def share(cat, task):
    page = cat.page
    cat.go("/tasks/" + task)
    page.fill("#share-description", hostile.SCRIPT + " 强数据")
    page.evaluate("document.getElementById('share-price').max = ''")
    page.fill("#share-price", "2000")
    cat.expects_error = True
    page.locator("form[action$='/share'] button").click()
    page.wait_for_selector("[role=alert]")
    assert "强数据" in page.input_value("#share-description"), "what was typed is kept"
    page.fill("#share-price", "7")
    page.locator("form[action$='/share'] button").click()
    page.wait_for_url("**/*done=taskShared")
    cat.expects_error = False
    cat.look("task-shared")


def hostile_task(world, cat):
    token = world.platform.token("cat@example.org")
    made = world.platform.api(
        "POST", "tasks", {
            "problem": hostile.problem(), "program": {"source": "// " + hostile.LONG[:50_000] + "\n" + PROGRAM},
            "tests": [{"strategy": 1, "count": 1}]}, token, "setters-hostile")
    for path, name in (("/tasks/" + made["id"], "task-hostile"), ("/tasks", "tasks-hostile"),
                       ("/tasks/new?from=" + made["id"], "new-task-hostile")):
        cat.go(path)
        hostile.check(cat, name)
        cat.is_live = name == "task-hostile"
        cat.look(name)
    cat.is_live = False


def narrow_english(world, task):
    """Spot checks of the setter's pages in English, and that the back office is for administrators."""
    dan = member(world, "dan@example.org", "Dan", "en")
    for path, name in (("/tasks", "tasks-empty"), ("/tasks/new", "new-task-empty")):
        dan.go(path)
        dan.look(name)
    dan.go("/tasks/" + task, 404)
    dan.go("/admin", 403)
    token = world.platform.token("dan@example.org")
    problem = {
        "title": "Sum", "description": "Add $n$ numbers.", "input": "The first line holds $n$. The second line holds $n$ integers $a_i$.",
        "output": "Their sum.", "constraints": "$1 \\le n \\le 100$, $1 \\le a_i \\le 1000$.",
        "samples": [{"input": "2\n1 2\n", "output": "3\n"}]}
    made = world.platform.completed_task(token, problem, PROGRAM, [{"strategy": 4, "count": 1}, {"strategy": 5, "count": 1}], "setters-dan")
    dan.go("/tasks/" + made)
    dan.look("task-completed")
    dan.go("/tasks/new?from=" + made)
    dan.page.wait_for_selector("#understanding-state.good")
    dan.look("new-task")
