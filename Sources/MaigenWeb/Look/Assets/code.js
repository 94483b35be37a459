// The button that has a code sent by mail: without leaving the page, and not again before it may.

const form = document.querySelector("form[data-code]");
const button = form.querySelector("button[value=code]");
const message = form.querySelector("[data-message]");
const label = button.textContent;

// A button of its own, so that Enter in a field sends the form.
button.type = "button";
button.addEventListener("click", async () => {
  if (!form.elements.address.reportValidity()) return;
  button.disabled = true;
  try {
    const answer = await fetch("/api/v1/auth/email-codes", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ address: form.elements.address.value, purpose: form.dataset.code }),
    });
    const body = await answer.json();
    message.textContent = answer.ok ? form.dataset.sent : body.detail;
    message.className = answer.ok ? "hint" : "error";
    const wait = answer.ok ? body.resendInSeconds : Number(answer.headers.get("Retry-After") ?? 0);
    if (answer.ok) form.elements.code.focus();
    countDown(wait);
  } catch {
    // No network: the form itself is the way that works whenever anything does.
    button.type = "submit";
    button.disabled = false;
    button.click();
  }
});

function countDown(seconds) {
  const end = Date.now() + seconds * 1000;
  const tick = () => {
    const left = Math.ceil((end - Date.now()) / 1000);
    button.disabled = left > 0;
    button.textContent = left > 0 ? button.dataset.wait.replace("{}", left) : label;
    if (left > 0) setTimeout(tick, 250);
  };
  tick();
}
