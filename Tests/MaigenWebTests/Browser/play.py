"""Plays people's scenarios in a browser against a real `maigen serve`.

Usage: play.py MAIGEN FOLDER [PART …]

Pictures of every page go to FOLDER/pages, the server's log to FOLDER. Ends with status 1 and a list of complaints where
a page is not as it must be. A part is a module here with a function `play(world)`.
"""

import importlib, os, shutil, sys, time, traceback

from playwright.sync_api import sync_playwright

from browser import Visitor
from platform_under_test import Platform

PARTS = ["members", "setters", "keyboard", "faults", "live", "everywhere"]


class World:
    """The platform, its administrator, and everybody's browsers."""

    def __init__(self, browser, platform, pages):
        self.browser, self.platform, self.pages, self.people = browser, platform, pages, []
        self.root_password = platform.administrator("root@example.org")

    def visitor(self, language="zh-Hans"):
        person = Visitor(self.browser, self.platform, self.pages, language)
        person.world = self
        self.people.append(person)
        return person

    def logged_in(self, address, password, language="zh-Hans"):
        """The browser of somebody who has an account."""
        person = self.visitor(language)
        person.go("/login")
        person.page.fill("#address", address)
        person.page.fill("#password", password)
        person.page.press("#password", "Enter")
        person.page.wait_for_url("**/tasks")
        return person

    @property
    def complaints(self):
        return [complaint for person in self.people for complaint in person.complaints]


def main(maigen, folder, *parts):
    shutil.rmtree(os.path.join(folder, "data"), ignore_errors=True)
    pages = os.path.join(folder, "pages")
    os.makedirs(pages, exist_ok=True)
    platform = Platform(os.path.abspath(maigen), os.path.abspath(folder))
    failed = False
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
            world = World(browser, platform, pages)
            for part in parts or PARTS:
                start = time.monotonic()
                try:
                    importlib.import_module(part).play(world)
                except Exception:
                    failed = True
                    traceback.print_exc()
                    for number, person in enumerate(world.people):
                        print(f"{part}: browser {number} is at {person.page.url}", file=sys.stderr)
                        person.page.screenshot(path=os.path.join(pages, f"failed-{part}-{number}.png"))
                print(f"{part}: {time.monotonic() - start:.0f} s", flush=True)
            for complaint in world.complaints:
                print(complaint, file=sys.stderr)
            failed = failed or bool(world.complaints)
            browser.close()
    finally:
        platform.stop()
    return failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
