"""The back office: review, people, settings, and how the platform is doing."""

import re

import hostile
from platform_under_test import PASSWORD


def play(world, root, cat):
    review(world, root, cat)
    users(root)
    settings(root, cat)
    pages(world, root)



def review(world, root, cat):
    page = root.page
    root.go("/admin/shares")
    root.look("office-shares")
    page.locator("tbody a").first.click()
    page.wait_for_load_state("load")
    hostile.check(root, "review")
    assert page.locator("table.tests tbody tr").count() >= 1
    root.look("office-share")
    page.fill("#reason", "介绍再详细一点")
    page.locator("form[action$='/reject'] button").click()
    page.wait_for_url("**/*done=shareRejected")
    cat.go("/notifications")
    assert "介绍再详细一点" in cat.page.locator("main").inner_text()
    # The author offers it again; this time it is approved.
    cat.go("/tasks?state=completed")
    cat.page.locator("tbody a", has_text="求和").first.click()
    cat.page.wait_for_load_state("load")
    assert "介绍再详细一点" in cat.page.locator("#task").inner_text()
    cat.look("task-share-rejected")
    cat.page.fill("#share-description", "n 到 1000 的完整数据，卡溢出。")
    cat.page.locator("form[action$='/share'] button").click()
    cat.page.wait_for_url("**/*done=taskShared")
    root.go("/admin/shares")
    page.locator("tbody a").first.click()
    page.wait_for_load_state("load")
    page.locator("form[action$='/approve'] button").click()
    page.wait_for_url("**/*done=shareApproved")
    root.look("office-shares-empty")
    cat.go("/community")
    assert "n 到 1000" in cat.page.locator("main").inner_text()


def users(root):
    page = root.page
    root.go("/admin/users?q=cat@")
    page.locator("tbody details summary").first.click()
    page.locator("input[name=amount]").fill("100")
    page.locator("input[name=reason]").fill("活动奖励")
    root.look("office-users")
    page.locator("form[action$='/points'] button").click()
    page.wait_for_url("**/*done=pointsAdjusted")
    page.locator("tbody details summary").first.click()
    page.locator("input[name=amount]").fill("-99999")
    page.locator("input[name=reason]").fill("太多了")
    root.expects_error = True
    page.locator("form[action$='/points'] button").click()
    page.wait_for_selector("[role=alert]")
    assert page.locator("input[name=reason]").input_value() == "太多了"
    root.look("office-users-refused")
    root.expects_error = False
    root.go("/admin/users?q=cat@")
    page.locator("tbody details summary").first.click()
    root.is_asked_by(page.locator("button.danger").first, "确定")
    page.wait_for_url("**/*done=standingChanged")
    assert page.locator("tbody .tag.bad").count() == 1
    page.locator("tbody details summary").first.click()
    page.locator(".change-standing button").first.click()
    page.wait_for_load_state("load")
    root.go("/admin/users?q=nobody-at-all")
    root.look("office-users-empty")


def settings(root, cat):
    """A change of settings holds at once; nonsense is refused and kept for correction."""
    page = root.page
    root.go("/admin/settings")
    root.look("office-settings")
    page.fill("[name='points.task']", "99999")
    root.expects_error = True
    page.locator("form[action='/admin/settings'] button").click()
    page.wait_for_selector("[role=alert]")
    assert page.locator("[aria-invalid=true]").count() == 1
    root.look("office-settings-refused")
    root.expects_error = False
    page.fill("[name='points.task']", "7")
    page.uncheck("[name='on-9']")
    page.locator("form[action='/admin/settings'] button").click()
    page.wait_for_url("**/*done=settingsSaved")
    # Disabling the account ended its session.
    cat.go("/login")
    cat.page.fill("#address", "cat@example.org")
    cat.page.fill("#password", PASSWORD)
    cat.page.press("#password", "Enter")
    cat.page.wait_for_url("**/tasks**")
    cat.go("/tasks/new")
    bar = cat.page.locator(".submit-bar").inner_text()
    assert re.search(r"消耗积分\s*7", bar), bar
    assert cat.page.locator("[name='count-9']").count() == 0


def pages(world, root):
    for language in ("zh-Hans", "en"):
        for path, name in (("/admin", "office-statistics"), ("/admin?days=7", "office-statistics-week"),
                           ("/admin/health", "office-health"), ("/admin/audit", "office-audit"),
                           ("/admin/shares?state=approved", "office-shares-approved"), ("/admin/users", "office-users-all"),
                           ("/admin/settings", "office-settings-all")):
            root.go(path)
            root.look(name)
        if language == "zh-Hans":
            root.page.locator("footer button[value='en']").click()
            root.page.wait_for_load_state("load")
            root.language = "en"
    root.go("/admin/audit")
    text = root.page.locator("tbody").inner_text()
    assert "points.task: 5 → 7" in text, text
    root.go("/admin?days=0", 400)
