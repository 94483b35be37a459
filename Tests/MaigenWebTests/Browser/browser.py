"""A browser that complains: about scripts' errors, blocked content, and pages that do not hold what ours must."""

import os, re

from axe_playwright_python.sync_playwright import Axe

import hostile

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# The narrowest screen that pages must fit.
NARROWEST = {"width": 360, "height": 740}
AXE = Axe()


class Visitor:
    """One person's browser."""

    def __init__(self, browser, platform, folder, language):
        self.platform, self.folder, self.language = platform, folder, language
        self.context = browser.new_context(
            locale="zh-CN" if language == "zh-Hans" else "en-US", timezone_id="Asia/Shanghai", viewport=WIDE,
            accept_downloads=True, base_url=platform.url)
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.context.set_default_timeout(60_000)
        self.page = self.context.new_page()
        self.complaints = []
        # Set where a page is meant to answer with an error, which browsers report.
        self.expects_error = False
        # Set while a page listens to its task: it never falls silent.
        self.is_live = False
        # What a question before something dangerous is answered with, and the questions that came.
        self.agrees, self.asked = True, []
        self.page.on("console", self.console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))
        self.page.on("dialog", self.dialog)

    def console(self, message):
        if message.type not in ("error", "warning"):
            return
        if self.expects_error and "Failed to load resource" in message.text:
            return
        self.complaints.append(f"{self.page.url}: console: {message.text}")

    def dialog(self, dialog):
        """Pages ask before something dangerous; what else opens one is hostile content."""
        if dialog.type != "confirm":
            self.complaints.append(f"{self.page.url}: dialog: {dialog.message}")
        self.asked.append(dialog.message)
        if self.agrees:
            dialog.accept()
        else:
            dialog.dismiss()

    def is_asked_by(self, button, words):
        """Presses what asks first: who says no stays where they are, and can press again. Leaves it to the caller to wait
        for what comes of saying yes."""
        address, self.agrees = self.page.url, False
        for agrees in (False, True):
            self.agrees = agrees
            self.asked.clear()
            button.click()
            assert len(self.asked) == 1 and words in self.asked[0], self.asked
            if not agrees:
                # Whatever the press had sent would be on its way by now.
                self.page.wait_for_timeout(100)
                assert self.page.url == address and button.is_enabled(), self.page.url

    def go(self, path, status=200):
        self.expects_error = status >= 400
        answer = self.page.goto(path, wait_until="load")
        assert answer.status == status, f"{path}: {answer.status}"
        return answer

    def press(self, name):
        """Presses a button or follows a link of that name, and waits for the page that comes."""
        self.page.locator("button:visible, a:visible, summary:visible").filter(
            has_text=re.compile("^\\s*" + re.escape(name) + "\\s*$")).first.click()
        self.page.wait_for_load_state("load")

    def look(self, name, whole=True, is_live=False):
        """Checks the page in both widths and schemes, and keeps pictures of it for people: of the whole page, or of what
        is seen first."""
        page = self.page
        page.wait_for_load_state("load" if self.is_live or is_live else "networkidle")
        self.check_words(name)
        hostile.check(self, name)
        for width, size in (("wide", WIDE), ("narrow", NARROW)):
            page.set_viewport_size(size)
            page.emulate_media(color_scheme="light" if width == "wide" else "dark", reduced_motion="reduce")
            self.check_axe(f"{name} {width}")
            self.check_width(f"{name} {width}")
            page.screenshot(
                path=os.path.join(self.folder, f"{name}.{self.language}.{width}.png"), full_page=whole,
                animations="disabled")
        page.set_viewport_size(NARROWEST)
        self.check_width(f"{name} narrowest")
        page.set_viewport_size(WIDE)
        page.emulate_media(color_scheme="light")

    def check_width(self, name):
        overflow = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if overflow > 0:
            self.complaints.append(f"{name}: {overflow} px too wide: {self.page.evaluate(WIDEST)}")

    def check_axe(self, name):
        for violation in AXE.run(self.page).response["violations"]:
            if violation["impact"] in ("serious", "critical"):
                nodes = [node["html"][:160] for node in violation["nodes"][:3]]
                self.complaints.append(f"{name}: {violation['id']}: {violation['help']} {nodes}")

    def check_words(self, name):
        page = self.page
        if page.locator("html").get_attribute("lang") != self.language:
            self.complaints.append(f"{name}: in another language")
        text = page.evaluate(OUR_WORDS)
        for mark in ("[[", "]]", "{{", "}}", "Optional(", "undefined"):
            if mark in text:
                self.complaints.append(f"{name}: shows {mark}")
        for key in re.findall(r"\b(?:" + KEYS + r")\.(?!md)[a-z][A-Za-z]+\b", text):
            self.complaints.append(f"{name}: shows the key {key}")
        if self.language == "en":
            chinese = re.findall(r"[\u4e00-\u9fff]+", text)
            if chinese:
                self.complaints.append(f"{name}: Chinese on an English page: {chinese[:5]}")
        if not page.title().endswith("MAIGEN"):
            self.complaints.append(f"{name}: title {page.title()!r}")


# The page's words without what people wrote, code, and names of languages.
OUR_WORDS = """() => {
  const copy = document.body.cloneNode(true);
  for (const part of copy.querySelectorAll("bdi, pre, code, .markdown, .tex, [lang], textarea, script, style")) part.remove();
  return copy.textContent;
}"""
WIDEST = """() => [...document.querySelectorAll("main *, header *, footer *")]
  .filter((part) => part.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .slice(0, 3).map((part) => part.tagName + "." + part.className)"""
KEYS = "frame|home|account|me|points|rules|community|problem|help|notices|done|error|tasks|task|newTask|office"
