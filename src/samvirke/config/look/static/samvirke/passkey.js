// Takes the question about a passkey to the device, and its answer into the form. Without it there are no passkeys.
"use strict";
const canAsk = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON;

async function answered(form) {
  const token = form.elements.csrfmiddlewaretoken.value;
  const asked = await fetch(form.dataset.question, { method: "POST", headers: { "X-CSRFToken": token } });
  const question = await asked.json();
  const made = form.dataset.passkey === "create"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
  return JSON.stringify(made.toJSON());
}

for (const form of canAsk ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wrong = form.querySelector("[role=alert]");
    wrong.hidden = true;
    try {
      form.elements.answer.value = await answered(form);
      form.submit();
    } catch {
      wrong.hidden = false;
    }
  });
}
if (canAsk) document.querySelectorAll("[data-no-passkeys]").forEach((one) => one.remove());
