"""A data set from login to submission with the keyboard alone: everything is reached by Tab, in an order that makes
sense, and what has the focus is seen."""

from playwright.sync_api import expect

from platform_under_test import PASSWORD
from setters import PROGRAM, member


def play(world):
    kim = Keyboard(member(world, "kim@example.org", "小金", "zh-Hans"))
    kim.visitor.context.clear_cookies()
    page = kim.page
    kim.visitor.go("/login")
    # The first Tab offers to skip the bar; what follows is in the page's content.
    kim.tab_to("a.skip", most=1)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    kim.tab_to("#address", most=1)
    page.keyboard.type("kim@example.org")
    kim.tab_to("#password", most=1)
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/tasks")
    kim.tab_to("nav a[href='/tasks/new']", most=5)
    page.keyboard.press("Enter")
    page.wait_for_selector("form[data-ready]")
    write(kim)
    submit(kim)
    read(kim)


def write(kim):
    page = kim.page
    for field, text, most in (
        ("#title", "键盘", 20), ("#description", "给定 $n$ 个整数，求它们的和。", 1),
        ("#input", "第一行一个整数 $n$。第二行 $n$ 个整数 $a_i$。", 1), ("#output", "它们的和。", 1),
        ("#constraints", "$1 \\le n \\le 1000$，$|a_i| \\le 10^9$。", 1), ("#sample-1-input", "3\n1 2 3", 3),
        ("#sample-1-output", "6", 1),
    ):
        kim.tab_to(field, most)
        page.keyboard.type(text)
    # A sample more, and away with it again; the focus stays where it is useful.
    kim.tab_to("#add-sample", 2)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "sample-2-input"
    kim.tab_to(".remove-sample:visible >> nth=-1", 2)
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.id") == "add-sample"
    page.wait_for_selector("#understanding-state.good")
    # The specification opens by Enter.
    kim.tab_to("#specification-box > summary", 6)
    page.keyboard.press("Enter")
    assert page.locator("#specification-shown").is_visible()
    # The editor takes what is typed, and lets go of the focus by Tab.
    kim.tab_to(".CodeMirror textarea", 8)
    page.keyboard.insert_text(PROGRAM)
    # Presets by Enter; a number by typing or by its arrows, which is one stop for each kind of tests.
    kim.tab_to("[data-mix] >> nth=-1", 8)
    page.keyboard.press("Enter")
    kim.tab_to("#count-1", 4)
    page.keyboard.press("Control+A")
    page.keyboard.type("1")
    page.keyboard.press("ArrowUp")
    assert page.input_value("#count-1") == "2"


def submit(kim):
    page = kim.page
    kim.tab_to("#submit", 30)
    page.keyboard.press("Enter")
    page.wait_for_url("**/tasks/*done=taskSubmitted")
    # The question before cancelling is the browser's own; `Visitor.dialog` says yes.
    kim.tab_to("form[action$='/cancel'] button", 20)
    kim.visitor.look("keyboard-submitted", whole=False, is_live=True)


def read(kim):
    page = kim.page
    page.wait_for_selector("a[download]", timeout=120_000)
    kim.tab_to("a[download]", 20)
    with page.expect_download():
        page.keyboard.press("Enter")
    kim.tab_to(".test-preview summary >> nth=0", 20)
    page.keyboard.press("Enter")
    expect(page.locator(".test-preview pre").first).to_be_visible()


class Keyboard:
    """Somebody without a mouse."""

    def __init__(self, visitor):
        self.visitor, self.page = visitor, visitor.page

    def tab_to(self, selector, most):
        """Presses Tab, at most so many times, until what `selector` names has the focus; each stop is seen, and none
        stands before the one that came before it."""
        page = self.page
        wanted = page.locator(selector).first
        for _ in range(most):
            page.evaluate("window.focusedBefore = document.activeElement")
            page.keyboard.press("Tab")
            fault = page.evaluate(FOCUS)
            if fault:
                self.visitor.complaints.append(f"{page.url}: keyboard: {fault}")
            if wanted.evaluate("element => element === document.activeElement"):
                return
        raise AssertionError(f"{selector}: not reached by {most} Tabs, but {page.evaluate('document.activeElement.outerHTML')[:200]}")


# What is wrong with how the focus is shown, and whether Tab went back in the document; empty where nothing is.
FOCUS = """() => {
  const at = document.activeElement, before = window.focusedBefore;
  const name = at.outerHTML.slice(0, 120);
  if (at === document.body) return "";
  if (at.tabIndex > 0) return "an order of its own: " + name;
  // What is not seen itself, such as the field of a file or of an editor, shows it on what stands for it.
  const shown = [at, at.closest("label.button"), at.closest(".CodeMirror")].filter(Boolean);
  const isMarked = (part) => {
    const style = getComputedStyle(part), box = part.getBoundingClientRect();
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && box.width >= 4 && box.height >= 4;
  };
  const marked = shown.find(isMarked);
  if (!marked) return "the focus is not seen: " + name;
  const box = marked.getBoundingClientRect();
  if (box.bottom <= 0 || box.top >= innerHeight) return "the focus is outside the window: " + name;
  if (before?.isConnected && before !== document.body && before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_PRECEDING
      && !at.matches(".skip, header *")) return "Tab went back to " + name;
  return "";
}"""
