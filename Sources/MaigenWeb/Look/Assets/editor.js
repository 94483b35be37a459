// The standard program in CodeMirror, which stays a plain field where that does not load.

import { loadScript } from "./site.js";

/** Makes an editor of `field`; `set` puts a text into it. */
export async function edit(field) {
  const base = document.querySelector("link[data-codemirror]")?.dataset.codemirror;
  let editor;
  try {
    await loadScript(base + "lib/codemirror.js");
    await Promise.all([loadScript(base + "mode/clike/clike.js"), loadScript(base + "addon/edit/matchbrackets.js")]);
    // What the page needs of a field that nobody sees: its value, not its rules.
    field.required = false;
    editor = window.CodeMirror.fromTextArea(field, {
      mode: "text/x-c++src",
      theme: "maigen",
      lineNumbers: true,
      indentUnit: 4,
      matchBrackets: true,
      // Tab leaves the editor, as it leaves every field.
      extraKeys: { Tab: false, "Shift-Tab": false },
    });
    const label = document.querySelector(`label[for="${field.id}"]`);
    editor.getInputField().setAttribute("aria-label", label.textContent);
    label.addEventListener("click", () => editor.focus());
    editor.on("change", () => {
      editor.save();
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  } catch {
    editor = undefined;
  }
  return {
    set(text) {
      if (editor) return editor.setValue(text);
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
  };
}
