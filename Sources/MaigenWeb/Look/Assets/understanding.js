// Live understanding: what analysis reads of the statement, while it is typed.

/** Follows `form`; `changed` says that something was typed. */
export function understand(form, samples) {
  const panel = document.getElementById("understanding");
  const badge = document.getElementById("understanding-state");
  const reasons = document.getElementById("understanding-reasons");
  const body = panel.querySelector(".understanding-body");
  const own = form.elements.specification;
  const shown = document.getElementById("specification-shown");
  const read = document.getElementById("specification-read");
  let timer;
  let asked;
  let sent = "";

  function say(kind, text) {
    badge.className = "tag " + kind;
    badge.textContent = text;
  }

  /** The problem as the API takes it; nil while there is too little to read. */
  function problem() {
    const value = (name) => form.elements[name].value;
    const given = [...samples.children].map((sample) => {
      const [input, output] = sample.querySelectorAll("textarea");
      return { input: input.value, output: output.value };
    });
    const numbered = given.map((sample, index) => ({ ...sample, index })).filter((sample) => sample.input.trim());
    if (!value("input").trim() || numbered.length === 0) return undefined;
    // What has no part in how the input is read may still be missing.
    return {
      places: numbered.map((sample) => sample.index),
      body: {
        title: value("title").trim() || "-",
        description: value("description").trim() ? value("description") : "-",
        input: value("input"),
        output: value("output").trim() ? value("output") : "-",
        constraints: value("constraints"),
        samples: numbered.map(({ input, output }) => ({ input, output: output.trim() ? output : "-" })),
        specification: own.value.trim() ? own.value : undefined,
      },
    };
  }

  async function ask() {
    const wanted = problem();
    if (!wanted) {
      asked?.abort();
      sent = "";
      say("", panel.dataset.waiting);
      return clear();
    }
    const text = JSON.stringify(wanted.body);
    if (text === sent) return;
    asked?.abort();
    asked = new AbortController();
    const { signal } = asked;
    say("info", panel.dataset.reading);
    try {
      const answer = await fetch("/api/v1/spec/preview", {
        method: "POST", headers: { "Content-Type": "application/json" }, body: text, signal,
      });
      const found = await answer.json();
      if (answer.status === 429) {
        say("warn", panel.dataset.later);
        timer = setTimeout(ask, 1000 * Math.min(Number(answer.headers.get("Retry-After")) || 10, 60));
        return;
      }
      sent = text;
      if (!answer.ok) {
        clear();
        return say("warn", found.detail ?? panel.dataset.failed);
      }
      show(found, wanted.places);
    } catch {
      if (!signal.aborted) say("warn", panel.dataset.failed);
    }
  }

  function clear() {
    reasons.hidden = true;
    body.hidden = true;
    read.hidden = true;
    for (const place of samples.querySelectorAll(".sample-reads")) place.textContent = "";
  }

  function show(found, places) {
    const isOwn = own.value.trim() !== "";
    say(
      found.isUnderstood ? "good" : "warn",
      found.isUnderstood ? (isOwn ? panel.dataset.own : panel.dataset.understood) : panel.dataset.unclear);
    reasons.hidden = found.isUnderstood;
    fill(reasons.querySelector("ul"), found.reasons, "li");
    fill(document.getElementById("understanding-unread"), found.unread, "blockquote");
    document.getElementById("unread-title").hidden = found.unread.length === 0;
    body.hidden = found.bounds.length + found.facts.length === 0;
    document.getElementById("understanding-bounds").replaceChildren(...found.bounds.map(({ name, least, greatest }) => {
      const row = document.createElement("tr");
      for (const [text, kind] of [[name, ""], [least, "number"], [greatest, "number"]]) {
        const cell = row.insertCell();
        cell.className = kind;
        cell.textContent = text;
      }
      return row;
    }));
    const assumptions = document.getElementById("understanding-assumptions");
    assumptions.hidden = found.assumptions.length === 0;
    fill(assumptions.querySelector("ul"), found.assumptions, "li");
    document.getElementById("understanding-facts").replaceChildren(...found.facts.flatMap(({ meaning, evidence }) => {
      const [term, words] = [document.createElement("dt"), document.createElement("dd")];
      term.textContent = meaning;
      words.append(document.createElement("bdi"));
      words.firstChild.textContent = evidence;
      return [term, words];
    }));
    for (const sample of samples.querySelectorAll(".sample-reads")) sample.textContent = "";
    found.samples.forEach((sample, index) => {
      const place = samples.children[places[index]]?.querySelector(".sample-reads");
      if (!place) return;
      place.className = "sample-reads small " + (sample.isRead ? "good" : "bad");
      place.textContent = sample.isRead ? panel.dataset.sampleRead : panel.dataset.sampleNotRead + sample.failure;
    });
    if (!isOwn) shown.textContent = found.specification;
    read.hidden = isOwn || !found.specification;
    arrange();
  }

  function fill(list, texts, kind) {
    list.replaceChildren(...texts.map((text) => {
      const item = document.createElement(kind);
      const words = document.createElement("bdi");
      words.textContent = text;
      item.append(words);
      return item;
    }));
  }

  /** The field for an own specification is there when there is one, or nothing else to show. */
  function arrange() {
    const isOwn = own.value.trim() !== "";
    document.getElementById("specification-own").hidden = !isOwn && !read.hidden && document.activeElement !== own;
  }

  document.getElementById("specification-edit").addEventListener("click", () => {
    own.value = shown.textContent;
    read.hidden = true;
    document.getElementById("specification-own").hidden = false;
    own.focus();
    own.dispatchEvent(new Event("input", { bubbles: true }));
  });
  document.getElementById("specification-drop").addEventListener("click", () => {
    own.value = "";
    own.dispatchEvent(new Event("input", { bubbles: true }));
  });
  arrange();

  return {
    changed() {
      clearTimeout(timer);
      timer = setTimeout(ask, 700);
    },
  };
}
