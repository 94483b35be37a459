// What every page needs of JavaScript: formulas, local times, copy buttons, confirmations. Everything works without it.

const root = document.documentElement;

/** Sets the formulas below `place` that are seen and that the server could not set: colours, long arrows. KaTeX is
    loaded for those alone. */
export async function setFormulas(place) {
  const formulas = [...place.querySelectorAll(".tex[data-katex]")].filter((one) => !one.closest("details:not([open])"));
  const base = document.querySelector("link[data-katex]")?.dataset.katex;
  if (formulas.length === 0 || !base) return;
  for (const formula of formulas) formula.removeAttribute("data-katex");
  await loadScript(base + "katex.min.js");
  for (const formula of formulas) {
    const latex = formula.textContent;
    try {
      window.katex.render(latex, formula, {
        displayMode: "display" in formula.dataset,
        // Its own way to show a mistake is an inline style, which the policy forbids; and red on dark is hard to read.
        throwOnError: true,
        errorColor: "currentColor",
        trust: false,
        strict: "ignore",
        maxExpand: 200,
        maxSize: 20,
      });
    } catch {
      // What KaTeX cannot set stays readable as it was written.
      formula.textContent = latex;
    }
  }
}

const scripts = new Map();

/** Loads a classic script once. */
export function loadScript(address) {
  if (!scripts.has(address)) {
    scripts.set(address, new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    }));
  }
  return scripts.get(address);
}

/** Writes `<time datetime>` in the reader's own zone and language. */
export function setTimes(place) {
  const format = new Intl.DateTimeFormat(root.lang, { dateStyle: "medium", timeStyle: "short" });
  const full = new Intl.DateTimeFormat(root.lang, { dateStyle: "full", timeStyle: "long" });
  for (const time of place.querySelectorAll("time[datetime]:not([data-set])")) {
    const moment = new Date(time.dateTime);
    if (Number.isNaN(moment.getTime())) continue;
    time.dataset.set = "";
    time.textContent = format.format(moment);
    time.title = full.format(moment);
  }
}

document.addEventListener("toggle", (event) => { if (event.target.open) setFormulas(event.target); }, true);

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  await navigator.clipboard.writeText(source.value ?? source.textContent);
  const before = button.textContent;
  button.textContent = button.dataset.copied;
  setTimeout(() => { button.textContent = before; }, 1500);
});

document.addEventListener("submit", (event) => {
  const question = event.target.dataset.confirm;
  if (question && !window.confirm(question)) {
    event.preventDefault();
    return;
  }
  // One press, one request; the server would refuse a second one anyway.
  for (const button of event.target.querySelectorAll("button:not([name])")) button.disabled = true;
});

// Coming back by the history shows the page as it was left: with its buttons off.
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const button of document.querySelectorAll("button[disabled]")) button.disabled = false;
});

setTimes(document);
setFormulas(document);
