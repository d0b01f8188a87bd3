/* Steps through the changes of a comparison with buttons and with the keys j (next) and k (previous). */
(() => {
    const STORED = "tillagg-comparison-keys";
    const WRITES = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";

    class Comparison {
        constructor(root) {
            this.root = root;
            this.changes = [...root.querySelectorAll("[data-change]")];
            this.bar = root.querySelector("[data-comparison-bar]");
            this.position = this.bar.querySelector("[data-comparison-position]");
            this.keys = root.querySelector("[data-comparison-keys]");
            this.unchanged = root.querySelector("[data-comparison-unchanged]");
            this.details = [...root.querySelectorAll("details.compared__unchanged")];
            this.current = -1;
            this.start();
        }

        start() {
            this.measure();
            this.keys.parentElement.hidden = false;
            this.unchanged.hidden = this.details.length === 0;
            this.keys.checked = stored() !== "off";
            this.keys.addEventListener("change", () => store(this.keys.checked ? "on" : "off"));
            this.unchanged.addEventListener("click", () => this.fold());
            this.bar.querySelectorAll("[data-comparison-step]").forEach((button) => {
                button.hidden = false;
                button.addEventListener("click", () => this.step(Number(button.dataset.comparisonStep)));
            });
            this.changes.forEach((change, index) => {
                change.addEventListener("focusin", () => this.arrive(index));
            });
            document.addEventListener("keydown", (event) => this.press(event));
        }

        /* The bar sticks below Wagtail's header, and a change is shown below the bar. */
        measure() {
            const header = document.querySelector(".w-slim-header");
            const menu = document.querySelector(".sidebar-nav-toggle");
            const heights = () => {
                const covered = Math.max(heightOf(header), heightOf(menu));
                this.root.style.setProperty("--compared-bar-top", `${covered}px`);
                this.root.style.setProperty("--compared-bar-height", `${heightOf(this.bar)}px`);
            };
            const observer = new ResizeObserver(heights);
            [header, menu, this.bar].filter(Boolean).forEach((part) => observer.observe(part));
        }

        press(event) {
            const step = { j: 1, k: -1 }[event.key];
            if (!step || !this.keys.checked || event.defaultPrevented || isTyping(event)) return;
            event.preventDefault();
            this.step(step);
        }

        /* Stops at both ends, so that nobody goes round without noticing. */
        step(by) {
            const next = Math.min(Math.max(this.current + by, 0), this.changes.length - 1);
            const change = this.changes[next];
            if (!change) return;
            for (let fold = change.closest("details"); fold; fold = fold.parentElement.closest("details")) {
                fold.open = true;
            }
            change.focus({ preventScroll: true });
            change.scrollIntoView({ block: "start", behavior: "instant" });
            this.arrive(next);
        }

        arrive(index) {
            if (index === this.current) return;
            this.current = index;
            this.position.textContent = this.position.dataset.comparisonPosition
                .replace("{number}", index + 1)
                .replace("{total}", this.changes.length);
        }

        fold() {
            const open = this.unchanged.getAttribute("aria-pressed") !== "true";
            this.unchanged.setAttribute("aria-pressed", String(open));
            this.details.forEach((part) => {
                part.open = open;
            });
        }
    }

    function heightOf(part) {
        return part ? part.getBoundingClientRect().height : 0;
    }

    /* A column that does not fit must not be overlooked. */
    function tellOfWidth(root) {
        const notes = new Map();
        const observer = new ResizeObserver((entries) => {
            entries.forEach(({ target }) => {
                notes.get(target).hidden = target.scrollWidth <= target.clientWidth + 1;
            });
        });
        root.querySelectorAll(".compared__text").forEach((text) => {
            const note = document.createElement("p");
            note.className = "compared__wider";
            note.textContent = root.dataset.wider;
            note.hidden = true;
            text.before(note);
            notes.set(text, note);
            observer.observe(text);
        });
    }

    function isTyping(event) {
        const within = event.target instanceof Element && event.target.closest(WRITES);
        return Boolean(within) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    }

    /* Storage may be switched off; then the choice lasts as long as the page. */
    function stored() {
        try {
            return window.localStorage.getItem(STORED);
        } catch {
            return null;
        }
    }

    function store(value) {
        try {
            window.localStorage.setItem(STORED, value);
        } catch {
            /* Nothing to do. */
        }
    }

    function start() {
        document.querySelectorAll("[data-comparison]").forEach((root) => {
            tellOfWidth(root);
            if (root.querySelector("[data-comparison-bar]")) new Comparison(root);
        });
    }

    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
    else start();
})();
