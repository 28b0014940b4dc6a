import { t } from "../../../books/say.ts";
import { capitalised } from "../../../books/words.ts";
import { COOP_FILE } from "../shared/config/coopFile.ts";
import { rich } from "../shared/language/rich.ts";

type Props = {
  title: string;
  why: string;
  /** Whose page this is, where it has a co-op of its own. */
  home?: string;
};

/** Instead of everything, when the page does not know which co-op it shows, or must not show it. */
export function NoCoop({ title, why, home }: Props) {
  return (
    <>
      <div className="selvedge" />
      <main className="mx-auto max-w-xl px-6 py-24">
        <h1 className="text-3xl">{title}</h1>
        <p className="mt-4">{`${capitalised(why)}.`}</p>
        {home ? (
          <p className="mt-2 text-muted">{t`Do not trust the link that brought you here before you know who made it.`}</p>
        ) : (
          <p className="mt-2 text-muted">{rich`Whoever runs this page puts a file named ${COOP_FILE} beside it; ${<code>npm start</code>} does so on your own computer.`}</p>
        )}
        <p className="mt-6 flex flex-wrap gap-3">
          <button
            type="button"
            className="button button-main"
            onClick={() => location.reload()}
          >{t`Look again`}</button>
          {home && <a className="button button-quiet" href="/">{t`Go to ${home}`}</a>}
        </p>
      </main>
    </>
  );
}
