/* After each autosave of a supplement the advice beneath its place is read anew. */
(() => {
  const address = document.currentScript.dataset.supplementAdviceOf;
  const editing = /\/pages\/(\d+)\/edit\//;

  async function refresh(event) {
    const advice = document.querySelector("[data-supplement-advice]");
    const found = editing.exec(window.location.pathname) || editing.exec(event.detail?.response?.url || "");
    if (!advice || !found) return;
    const response = await fetch(address.replace("/0/", `/${found[1]}/`), { headers: { Accept: "text/html" } });
    if (response.ok) advice.innerHTML = await response.text();
  }

  document.addEventListener("w-autosave:success", refresh);
})();
