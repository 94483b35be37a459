"""Everything but making data: visitors, accounts, points, the community."""

import re

from playwright.sync_api import expect

import hostile
from platform_under_test import PASSWORD

PROGRAM = "#include <iostream>\nint main() { int a, b; std::cin >> a >> b; std::cout << a + b << '\\n'; }\n"


def play(world):
    visitors(world)
    ann = register(world, "ann@example.org", "小安", "zh-Hans")
    link = invite(world, ann)
    bob = register(world, "bob@example.org", "Bob", "en", link)
    personal(ann, bob)
    share = publish(world, ann)
    sound = publish_sound(world, ann)
    buy(ann, bob, share)
    read(world, sound)
    security(world, bob)


def visitors(world):
    for language in ("zh-Hans", "en"):
        person = world.visitor(language)
        for path, name in (
            ("/", "home"), ("/rules", "rules"), ("/help", "help"), ("/help/input-spec", "input-spec"),
            ("/community", "community-empty"), ("/login", "login"), ("/register?code=ABCD2345", "register"),
            ("/password-reset", "reset"),
        ):
            person.go(path)
            person.look(name)
        person.go("/nothing-here", 404)
        person.look("error-404")
        person.go("/community/none", 404)
        person.go("/me/points")
        assert person.page.url.endswith("/login?next=%2Fme%2Fpoints"), person.page.url
        person.go("/register?code=ABCD2345")
        assert person.page.input_value("#invitation") == "ABCD2345"
    # The switch in the footer, and that it is remembered.
    person = world.visitor("zh-Hans")
    person.go("/rules")
    person.press("English")
    assert person.page.url.endswith("/rules")
    person.language = "en"
    person.look("rules-switched")


def register(world, address, name, language, link="/register"):
    person = world.visitor(language)
    person.go(link)
    page = person.page
    page.fill("#address", address)
    page.locator("button[value=code]").click()
    expect(page.locator("button[value=code]")).to_have_text(re.compile(r"\d"))
    page.fill("#code", "000000")
    page.fill("#password", PASSWORD)
    page.fill("#name", name)
    person.expects_error = True
    page.press("#name", "Enter")
    page.wait_for_selector("[role=alert]")
    assert page.input_value("#name") == name, "what was typed is kept"
    person.look("register-refused")
    page.fill("#code", world.platform.code(address))
    page.fill("#password", PASSWORD)
    page.press("#code", "Enter")
    page.wait_for_url("**/me")
    person.expects_error = False
    person.look("me")
    return person


def invite(world, ann):
    ann.go("/me/invitations")
    ann.look("invitations-empty")
    link = ann.page.input_value("#link")
    ann.page.locator("[data-copy=link]").click()
    expect(ann.page.locator("[data-copy=link]")).to_have_text("已复制")
    assert ann.page.evaluate("navigator.clipboard.readText()") == link
    assert link.startswith(world.platform.url + "/register?code="), link
    return link


def personal(ann, bob):
    ann.go("/me/invitations")
    assert "Bob" in ann.page.locator("main").inner_text()
    ann.look("invitations")
    ann.go("/me/points")
    text = ann.page.locator("main").inner_text()
    assert "+50" in text and "+20" in text and "邀请好友奖励" in text, text
    ann.look("points")
    ann.page.select_option("#kind", "inviter")
    ann.press("筛选")
    text = ann.page.locator("table").inner_text()
    assert "+20" in text and "+50" not in text, text
    ann.page.select_option("#kind", "sale")
    ann.press("筛选")
    ann.look("points-empty")
    bob.go("/me/points")
    assert "+5" in bob.page.locator("table").inner_text()
    bob.look("points")
    for path, name in (
        ("/me/shares", "own-shares-empty"), ("/notifications", "notices-empty"), ("/me/sessions", "sessions"),
        ("/me/profile", "profile"),
    ):
        for person in (ann, bob):
            person.go(path)
            person.look(name)


def publish(world, ann):
    """Ann's data in the community: made, shared and approved through the API."""
    platform = world.platform
    token = platform.token("ann@example.org")
    task = platform.completed_task(
        token, hostile.problem(), PROGRAM, [{"strategy": "random-small", "count": 2}], "members-1")
    rejected = platform.api(
        "POST", f"tasks/{task}/share", {"description": hostile.SCRIPT + " first", "price": 10}, token)["id"]
    ann.go("/me/shares")
    ann.look("own-shares")
    root = platform.token("root@example.org", world.root_password)
    platform.api("POST", f"admin/shares/{rejected}/reject", {"reason": hostile.IMAGE + " 说明太短"}, root)
    ann.go("/me/shares")
    assert "说明太短" in ann.page.locator("main").inner_text()
    ann.look("own-shares-rejected")
    share = platform.api(
        "POST", f"tasks/{task}/share",
        {"description": hostile.SCRIPT + " strong data " + hostile.RIGHT_TO_LEFT, "price": 11}, token)["id"]
    ann.go("/community/" + share)
    hostile.check(ann, "share awaiting review")
    ann.look("share-pending", whole=False)
    platform.api("POST", f"admin/shares/{share}/approve", None, root)
    ann.go("/notifications")
    hostile.check(ann, "notices")
    ann.look("notices")
    ann.press("全部标为已读")
    assert ann.page.locator(".count").count() == 0
    return share


SOUND = {
    "title": "区间众数",
    "description": "给定一个长度为 $n$ 的序列 $a_1, a_2, \\dots, a_n$，求出现次数最多的数；有多个时取**最小**的一个。\n\n$$\\max_{v} \\sum_{i=1}^{n} [a_i = v]$$",
    "input": "第一行包含一个整数 $n$，表示序列的长度。\n\n第二行包含 $n$ 个整数 $a_1, a_2, \\dots, a_n$。",
    "output": "输出一个整数，表示答案。",
    "constraints": "对于所有测试数据，$1 \\le n \\le 1000$，$1 \\le a_i \\le 10^9$。",
    "samples": [{"input": "5\n3 1 3 2 1\n", "output": "1\n"}],
}
COUNT = """#include <iostream>
#include <map>
int main() {
    int n; std::cin >> n; std::map<int, int> c; int best = 0, who = 0;
    for (int a; n--;) { std::cin >> a; ++c[a]; }
    for (auto [a, k] : c) if (k > best) best = k, who = a;
    std::cout << who << std::endl;
}
"""


def publish_sound(world, ann):
    """A share as most are."""
    platform = world.platform
    token = platform.token("ann@example.org")
    task = platform.completed_task(
        token, SOUND, COUNT, [{"strategy": "random-small", "count": 2}], "members-2")
    share = platform.api(
        "POST", f"tasks/{task}/share", {"description": "小数据覆盖并列众数，大数据卡掉 O(n²)。", "price": 0}, token)["id"]
    platform.api(
        "POST", f"admin/shares/{share}/approve", None, platform.token("root@example.org", world.root_password))
    return share


def read(world, share):
    for language in ("zh-Hans", "en"):
        person = world.visitor(language)
        person.go("/community")
        person.look("community")
        person.go("/community/" + share)
        expect(person.page.locator(".tex[data-display] .stack")).to_have_count(2)
        person.look("share")


def buy(ann, bob, share):
    stranger = bob.world.visitor("en")
    stranger.go("/community/" + share)
    assert stranger.page.locator("a[download]").count() == 0
    stranger.look("share-hostile", whole=False)
    stranger.go(f"/community/{share}/download")
    assert "/login" in stranger.page.url
    bob.go("/community")
    hostile.check(bob, "community")
    bob.look("community")
    bob.page.fill("#q", "no such thing")
    bob.press("Search")
    bob.look("community-none-found")
    bob.page.fill("#q", "strong")
    bob.page.select_option("#sort", "likes")
    bob.press("Search")
    assert bob.page.locator(f"a[href='/community/{share}']").count() == 1
    bob.go("/community/" + share)
    hostile.check(bob, "share")
    assert bob.page.locator("a[download]").count() == 0
    assert bob.page.locator(".markdown code", has_text="href").count() == 1, "shown as it was written"
    bob.press("Like")
    assert bob.page.locator("button[name=liked][aria-pressed=true]").count() == 1
    bob.look("share-hostile-liked", whole=False)
    bob.go(f"/community/{share}/download", 403)
    bob.look("error-403")
    bob.go("/community/" + share)
    bob.press("Get the data for 11 points")
    bob.look("purchase")
    bob.press("Pay 11 points")
    with bob.page.expect_download() as download:
        bob.page.locator("a[download]").click()
    with open(download.value.path(), "rb") as file:
        assert file.read(2) == b"PK"
    bob.look("share-bought", whole=False)
    bob.go(f"/community/{share}/purchase")
    assert bob.page.url.endswith("/community/" + share), "nothing is paid twice"
    bob.go("/me/points")
    assert "−11" in bob.page.locator("table").inner_text()
    ann.go("/me/points")
    assert "+5" in ann.page.locator("table").inner_text()


def security(world, bob):
    other = world.visitor("en")
    other.go("/login?next=/me/sessions")
    other.page.fill("#address", "bob@example.org")
    other.page.fill("#password", "wrong")
    other.expects_error = True
    other.page.press("#password", "Enter")
    other.page.wait_for_selector("[role=alert]")
    other.look("login-refused")
    other.page.fill("#password", PASSWORD)
    other.page.press("#password", "Enter")
    other.page.wait_for_url("**/me/sessions")
    bob.go("/me/sessions")
    bob.look("sessions-two")
    bob.page.locator("form[action*='/end'] button").first.click()
    bob.page.wait_for_url("**/me/sessions?done=*")
    other.go("/me")
    assert "/login" in other.page.url, "the other session has ended"
    bob.go("/me/profile")
    bob.page.fill("#present", "wrong")
    bob.page.fill("#password", "another-otter-94")
    bob.expects_error = True
    bob.page.press("#password", "Enter")
    bob.page.wait_for_selector("[role=alert]")
    bob.look("profile-refused")
    bob.page.fill("#present", PASSWORD)
    bob.page.fill("#password", "another-otter-94")
    bob.page.press("#password", "Enter")
    bob.page.wait_for_url("**/me/profile?done=*")
    bob.expects_error = False
    bob.page.fill("#name", "Bob the Builder")
    bob.page.select_option("#language", "zh-Hans")
    bob.press("Save")
    bob.language = "zh-Hans"
    bob.look("profile-saved")
    bob.press("退出")
    bob.page.wait_for_url("**/?done=*")
    reset(world)


def reset(world):
    person = world.visitor("en")
    person.go("/password-reset")
    person.page.fill("#address", "bob@example.org")
    person.page.locator("button[value=code]").click()
    expect(person.page.locator("button[value=code]")).to_have_text(re.compile(r"\d"))
    person.page.fill("#code", world.platform.code("bob@example.org"))
    person.page.fill("#password", "third-otter-95")
    person.page.press("#password", "Enter")
    person.page.wait_for_url("**/login?done=*")
    person.look("login-after-reset")
