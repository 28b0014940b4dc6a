import { choose, LANGUAGES, type Language, language } from "../shared/language/language.ts";

/** The other languages of this page, each by its own name. */
export function LanguageChoice() {
  const others = (Object.keys(LANGUAGES) as Language[]).filter((one) => one !== language);
  return (
    <p className="flex gap-x-3">
      {others.map((other) => (
        <button key={other} type="button" lang={other} className="link" onClick={() => choose(other)}>
          {LANGUAGES[other]}
        </button>
      ))}
    </p>
  );
}
