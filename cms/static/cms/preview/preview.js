// The preview's bar: what is chosen is remembered in a cookie of the admin, and shown at once.
document.querySelectorAll("[data-preview-bar]").forEach((bar) => {
  bar.addEventListener("submit", (event) => event.preventDefault());
  bar.addEventListener("change", () => {
    const chosen = new FormData(bar);
    const value = `${chosen.get("region") ?? ""}.${chosen.get("level") ?? ""}`;
    document.cookie = `tillagg_preview=${value}; path=/; samesite=strict; max-age=31536000`;
    window.location.reload();
  });
});
