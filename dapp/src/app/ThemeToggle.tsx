import { useState } from "react";
import { t } from "../../../books/say.ts";
import { KEPT } from "../shared/config/kept.ts";

const systemIsDark = () => matchMedia("(prefers-color-scheme: dark)").matches;

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen === undefined ? systemIsDark() : chosen === "dark";
}

/** Light or dark. Choosing what the system has gives the choice back to the system. */
export default function ThemeToggle() {
  const [dark, setDark] = useState(isDark);
  const toggle = () => {
    const next = !dark;
    if (next === systemIsDark()) {
      delete document.documentElement.dataset.theme;
      localStorage.removeItem(KEPT.theme);
    } else {
      document.documentElement.dataset.theme = next ? "dark" : "light";
      localStorage.setItem(KEPT.theme, next ? "dark" : "light");
    }
    setDark(next);
  };
  return (
    <button
      type="button"
      onClick={toggle}
      aria-label={dark ? t`Use the light theme` : t`Use the dark theme`}
      className="grid size-11 shrink-0 place-items-center rounded-full hover:bg-sunken"
    >
      <svg viewBox="0 0 24 24" className="size-5" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
        {dark ? (
          <>
            <circle cx="12" cy="12" r="4.2" />
            <path d="M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M5.3 18.7l2.1-2.1M16.6 7.4l2.1-2.1" />
          </>
        ) : (
          <path d="M20 14.5A8.3 8.3 0 0 1 9.5 4 8.3 8.3 0 1 0 20 14.5Z" />
        )}
      </svg>
    </button>
  );
}
