// Before the first paint: the theme this person chose, if any.
try {
  const chosen = localStorage.getItem("rochdale.theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is closed to this page: the system's choice stands.
}
