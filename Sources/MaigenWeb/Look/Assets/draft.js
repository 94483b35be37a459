// What is typed into a form stays in the browser until it is submitted: a reload or a lost session loses nothing.

const name = "maigen.new-task";
const lifetime = 30 * 24 * 3600 * 1000;
const left = new Set(["token", "key", "press", "document"]);

/** Restores the draft of `form` where it may take one, and keeps every change. */
export function keepDraft(form, { addSample, sampleCount }) {
  const box = document.getElementById("draft-note");
  let timer;
  let isCleared = false;

  function save() {
    if (isCleared) return;
    const fields = [...new FormData(form)].filter(([key]) => !left.has(key));
    try {
      localStorage.setItem(name, JSON.stringify({ at: Date.now(), fields }));
    } catch {
      // No room, or the browser keeps nothing: the form works without.
    }
  }

  function restore() {
    if (!("takesDraft" in form.dataset)) return false;
    let draft;
    try {
      draft = JSON.parse(localStorage.getItem(name));
    } catch {
      return false;
    }
    if (!Array.isArray(draft?.fields) || Date.now() - draft.at > lifetime) return false;
    const fields = new Map(draft.fields);
    const isWorth = ["title", "description", "input", "program", "specification"].some((key) => fields.get(key)?.trim());
    if (!isWorth) return false;
    while (fields.has(`sample-${sampleCount() + 1}-input`) && sampleCount() < 100) addSample();
    for (const [key, value] of fields) {
      const field = form.elements[key];
      if (field && typeof value === "string") field.value = value;
    }
    if (form.elements.specification.value) document.getElementById("specification-box").open = true;
    return true;
  }

  const restored = restore();
  box.hidden = !restored;
  document.getElementById("draft-clear").addEventListener("click", () => {
    isCleared = true;
    localStorage.removeItem(name);
    location.assign("/tasks/new");
  });
  window.addEventListener("pagehide", () => { if (timer) save(); });
  return {
    restored,
    changed() {
      clearTimeout(timer);
      timer = setTimeout(save, 300);
    },
  };
}
