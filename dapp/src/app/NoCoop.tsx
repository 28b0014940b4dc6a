import { t } from "../../../books/say.ts";
import { COOP_FILE } from "../shared/config/coopFile.ts";
import { rich } from "../shared/language/rich.ts";

/** Instead of everything, when the page does not know which co-op it shows. */
export function NoCoop({ why }: { why: string }) {
  return (
    <>
      <div className="selvedge" />
      <main className="mx-auto max-w-xl px-6 py-24">
        <h1 className="text-3xl">{t`This page has no co-op yet`}</h1>
        <p className="mt-4">{rich`This page has no co-op yet: ${why}.`}</p>
        <p className="mt-2 text-muted">{rich`Whoever runs this page puts a file named ${COOP_FILE} beside it; ${<code>npm start</code>} does so on your own computer.`}</p>
        <button
          type="button"
          className="button button-main mt-6"
          onClick={() => location.reload()}
        >{t`Look again`}</button>
      </main>
    </>
  );
}
