// Each text is stored when its field is left; without this script, with the button.
(() => {
    const form = document.getElementById("translating-form");
    if (!form) return;
    const token = form.elements.csrfmiddlewaretoken.value;
    const kept = new WeakMap();
    let waiting = 0;

    const tell = (text, error, words) => {
        text.querySelector(".error-message").textContent = error;
        text.querySelector("[data-kept]").textContent = words;
        text.classList.toggle("has-error", Boolean(error));
        const field = text.querySelector("textarea");
        if (error) field.setAttribute("aria-invalid", "true");
        else field.removeAttribute("aria-invalid");
    };

    const keep = async (field) => {
        const text = field.closest("[data-text]");
        const was = text.querySelector("input[name^=was-]");
        const written = field.value;
        if (field.readOnly || kept.get(field) === written) return;
        const body = new FormData();
        body.set("text", written);
        body.set("was", was.value);
        waiting += 1;
        try {
            const answer = await fetch(field.dataset.keep, {
                method: "POST", body, headers: { "X-CSRFToken": token, Accept: "application/json" },
            });
            if (!(answer.headers.get("Content-Type") || "").includes("json")) throw new Error(answer.status);
            const said = await answer.json();
            if (said.error) {
                tell(text, said.error, "");
                return;
            }
            kept.set(field, written);
            was.value = said.was;
            tell(text, "", form.dataset.kept);
            if (!said.optional) text.classList.toggle("is-missing", !said.was);
            const required = Number(document.querySelector("[data-required]").textContent);
            document.querySelector("[data-done]").textContent = required - said.missing;
        } catch {
            // Nothing is lost: it is still in its field, and is sent with the button.
            tell(text, form.dataset.notKept, "");
        } finally {
            waiting -= 1;
            form.dataset.waiting = waiting;
        }
    };

    for (const field of form.querySelectorAll("textarea[data-keep]")) {
        kept.set(field, field.value);
        let queue = Promise.resolve();
        field.addEventListener("change", () => { queue = queue.then(() => keep(field)); });
        const text = field.closest("[data-text]");
        const write = (words) => {
            field.value = words;
            field.focus();
            field.dispatchEvent(new Event("change"));
        };
        const same = text.querySelector("[data-as-source]");
        if (same) {
            // Only into an empty field: nothing is written over.
            const offer = () => { same.hidden = Boolean(field.value.trim()); };
            offer();
            field.addEventListener("input", offer);
            field.addEventListener("change", offer);
            same.addEventListener("click", () => write(text.querySelector(".translating-source p").innerText));
        }
        const earlier = text.querySelector("[data-use-earlier]");
        if (earlier) {
            earlier.hidden = false;
            earlier.addEventListener("click", () => {
                field.value = text.querySelector("[data-earlier]").textContent;
                field.dispatchEvent(new Event("input"));
                field.focus();
            });
        }
    }

    document.getElementById("translating-missing").addEventListener("change", (event) => {
        form.classList.toggle("only-missing", event.target.checked);
    });

    let sent = false;
    form.addEventListener("submit", () => { sent = true; });
    window.addEventListener("beforeunload", (event) => {
        const unkept = [...form.querySelectorAll("textarea[data-keep]")].some((field) => kept.get(field) !== field.value);
        if (!sent && unkept) event.preventDefault();
    });
})();
