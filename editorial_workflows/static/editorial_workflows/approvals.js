// Keys of the review screen: r to the remark, a and s to the buttons. The changes' own keys are in
// comparison.js.
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable='true']");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const form = document.getElementById("approvals-form");
  if (!form) return;
  const target =
    event.key === "r"
      ? form.querySelector("textarea")
      : form.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: "center" });
});
