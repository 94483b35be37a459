"""What somebody would write who wants a page to do something. Every page that shows it must show it as text."""

SCRIPT = "<script>alert('script')</script>"
IMAGE = "<img src=x onerror=alert('image')>"
RIGHT_TO_LEFT = "abc\u202egnp.exe\u202c"
# As long as a statement may be; what is longer, such as the 10⁵ characters of other tests, is refused before any page.
LONG = "x" * 60_000
MARKDOWN = (
    SCRIPT + "\n\n" + IMAGE + "\n\n[link](javascript:alert('link')) ![picture](https://a.example/p.png)\n\n"
    "<a href=\"javascript:alert('raw')\">raw</a> {{frame.formToken}} [[frame.skip]]\n\n"
    "$\\href{javascript:alert('formula')}{x}$ $\\htmlData{a=b}{y}$ $\\includegraphics{https://a.example/p.png}$\n\n"
    "$$\\def\\a{\\a\\a}\\a$$\n\n" + RIGHT_TO_LEFT + "\n\n" + LONG)


def problem():
    """A problem that is understood and full of it."""
    return {
        "title": SCRIPT + " A+B " + RIGHT_TO_LEFT,
        "description": "Add two numbers.\n\n" + MARKDOWN,
        "input": "One line with two integers $a$ and $b$ ($1 \\le a, b \\le 1000$).",
        "output": "Print $a+b$.\n\n" + IMAGE,
        "samples": [{"input": "1 2\n", "output": "3\n"}],
    }


def check(visitor, name):
    """Nothing acted, nothing was fetched from elsewhere, no address runs a script."""
    page = visitor.page
    bad = page.evaluate("""() => [...document.querySelectorAll("a[href], img, script, iframe, object, embed, form")].filter((part) =>
      /^\\s*(javascript|data|vbscript):/i.test(part.getAttribute("href") ?? "")
      || (part.tagName === "SCRIPT" && !part.src.startsWith(location.origin + "/static/"))
      || ["IMG", "IFRAME", "OBJECT", "EMBED"].includes(part.tagName)
      || (part.tagName === "FORM" && new URL(part.getAttribute("action") ?? "", location.href).origin !== location.origin)).map((part) => part.outerHTML.slice(0, 200))""")
    bad += page.evaluate(HANDLERS) + page.evaluate(TURNED)
    if bad:
        visitor.complaints.append(f"{name}: acts: {bad}")


# Elements that would run a script by an attribute.
HANDLERS = """() => [...document.querySelectorAll("*")].filter((part) => [...part.attributes].some(({ name }) => name.startsWith("on")))
  .map((part) => part.outerHTML.slice(0, 200))"""

# Words that turn what follows them, outside of what keeps them to itself.
TURNED = """() => {
  const found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const place = texts.currentNode.parentElement;
    if (!texts.currentNode.data.includes("\\u202e") || place.closest("bdi, pre, code, .markdown, textarea, option, template")) continue;
    found.push("turns " + place.outerHTML.slice(0, 200));
  }
  return found;
}"""
