// Before the first paint: the theme and the language this person chose, if any. The words of a language must be there
// before any module runs, so they come as a script that the rest waits for; in English nothing is loaded.
const OTHERS = ["es"];
const kept = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is closed to this page: the system's choice stands.
  }
};

const theme = kept("rochdale.theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

const language = kept("rochdale.language") ?? navigator.language.slice(0, 2);
if (OTHERS.includes(language)) {
  document.documentElement.lang = language;
  document.write(`<script src="/words-${language}.js"></script>`);
}
