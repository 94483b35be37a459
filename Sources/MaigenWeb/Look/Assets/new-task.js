// The form of a new task: preview, live understanding, samples, editor, counts, draft. Without it the form works too.

import { setFormulas } from "./site.js";
import { keepDraft } from "./draft.js";
import { edit } from "./editor.js";
import { understand } from "./understanding.js";

const form = document.getElementById("new-task");
for (const part of document.querySelectorAll(".script-only")) part.hidden = false;

// Counts

const counts = [...form.querySelectorAll('input[name^="count-"]')];
const total = document.getElementById("total");
const note = document.getElementById("total-note");

function addUp() {
  const most = Number(total.dataset.most);
  const sum = counts.reduce((sum, input) => sum + (Number(input.value) || 0), 0);
  total.textContent = sum;
  note.textContent = sum === 0 ? note.dataset.none : sum > most ? note.dataset.many : "";
  for (const input of counts) input.closest(".strategy").classList.toggle("chosen", Number(input.value) > 0);
}

for (const button of form.querySelectorAll("[data-step]")) {
  button.addEventListener("click", () => {
    const input = button.parentElement.querySelector("input");
    const count = (Number(input.value) || 0) + Number(button.dataset.step);
    input.value = Math.min(Math.max(count, Number(input.min)), Number(input.max));
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
for (const button of form.querySelectorAll("[data-mix]")) {
  button.addEventListener("click", () => {
    const mix = new Map(button.dataset.mix.split(",").map((pair) => pair.split("=")));
    for (const input of counts) input.value = mix.get(input.name.slice(6)) ?? 0;
    form.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// Samples

const samples = document.getElementById("samples");

/** Adds empty fields for a sample, or takes `old` away; numbers stay 1, 2, 3, … */
function number() {
  for (const [index, sample] of [...samples.children].entries()) {
    sample.querySelector(".sample-number").textContent = index + 1;
    for (const side of ["input", "output"]) {
      const field = sample.querySelector(`textarea[name$="-${side}"]`);
      const label = sample.querySelector(`label[for="${field.id}"]`);
      field.id = field.name = label.htmlFor = `sample-${index + 1}-${side}`;
    }
    sample.querySelector(".remove-sample").hidden = samples.children.length === 1;
  }
  document.getElementById("add-sample").disabled = samples.children.length >= Number(samples.dataset.most);
}

export function addSample() {
  const sample = samples.lastElementChild.cloneNode(true);
  for (const field of sample.querySelectorAll("textarea")) field.value = "";
  sample.querySelector(".sample-reads").textContent = "";
  // Both fields at once, or labels would name the old ones for a moment.
  for (const field of sample.querySelectorAll("textarea")) {
    const label = sample.querySelector(`label[for="${field.id}"]`);
    field.id += "-new";
    label.htmlFor = field.id;
  }
  samples.append(sample);
  number();
  return sample;
}

const add = document.getElementById("add-sample");
add.type = "button";
add.addEventListener("click", () => addSample().querySelector("textarea").focus());
samples.addEventListener("click", (event) => {
  const button = event.target.closest(".remove-sample");
  if (!button) return;
  button.closest(".sample-field").remove();
  number();
  add.focus();
  form.dispatchEvent(new Event("input", { bubbles: true }));
});

// The statement as readers see it

const shown = document.getElementById("statement-preview");
const empty = shown.innerHTML;
const parts = ["title", "description", "input", "output", "constraints"];
let asked;

async function preview() {
  asked?.abort();
  const body = new URLSearchParams({ token: form.elements.token.value });
  for (const part of parts) body.set(part, form.elements[part].value);
  if (parts.every((part) => body.get(part).trim() === "")) {
    shown.innerHTML = empty;
    return;
  }
  asked = new AbortController();
  try {
    const answer = await fetch("/tasks/new/statement", { method: "POST", body, signal: asked.signal, redirect: "error" });
    if (!answer.ok) return;
    // The server made it from escaped parts, as it makes the page itself.
    shown.innerHTML = await answer.text();
    await setFormulas(shown);
  } catch {
    // Cancelled by the next one, or there is no network: the last preview stays.
  }
}

// Files

/** Hands the text of the file that `input` was given to `take`. */
function onFile(input, take) {
  document.getElementById(input).addEventListener("change", async (event) => {
    const file = event.target.files[0];
    if (file) take(await file.text());
    event.target.value = "";
  });
}

onFile("document-file", (text) => {
  form.elements.document.value = text;
  document.getElementById("read-document").click();
});

// Everything together

const editor = await edit(form.elements.program);
onFile("program-file", (text) => editor.set(text));
const draft = keepDraft(form, { addSample, sampleCount: () => samples.children.length });
if (draft.restored) editor.set(form.elements.program.value);
const understanding = understand(form, samples);
let timer;

form.addEventListener("input", () => {
  addUp();
  draft.changed();
  understanding.changed();
  clearTimeout(timer);
  timer = setTimeout(preview, 250);
});
// A page that comes back by the history is about another task than the one it sent.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) form.elements.key.value = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
});

number();
addUp();
preview();
understanding.changed();
// A file is easier than pasting; what did not fit stays to be corrected.
const wrong = document.getElementById("refusal")?.dataset.field;
if (wrong) document.getElementById(wrong)?.setAttribute("aria-invalid", "true");
document.getElementById("document-box").hidden = wrong !== "document";
document.getElementById("document-box").open = wrong === "document";
form.dataset.ready = "";
