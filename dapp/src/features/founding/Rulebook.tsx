import { Fragment } from "react";
import { zeroAddress } from "viem";
import { rulebookOf } from "../../../../books/charter/rulebook.ts";
import { t } from "../../../../books/say.ts";
import { shortAddress } from "../../shared/format/address.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { isWide } from "../../shared/ui/isWide.ts";
import { Plain } from "../../shared/ui/Plain.tsx";
import { useFounding } from "./useFounding.ts";

const NOBODY_YET = t`(an address that is still to be written)`;

/** Everything that the founders agree to, in words, to be printed and passed round the table. `stands` is where the co-op is, once
 * it is founded. */
export function Rulebook({ stands }: { stands?: string }) {
  const { charter, decimals, symbol, draft, now } = useFounding();
  const sections = rulebookOf(charter, { decimals, symbol });
  return (
    <article className="sheet rulebook p-5 sm:p-8" aria-labelledby="rulebook">
      <header className="mb-6 flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h2 id="rulebook" className="text-2xl">{rich`Rules of ${charter.name || t`the co-op without a name`}`}</h2>
          <p className="small wrap-anywhere text-muted">{stands ?? t`Draft of ${formatDay(now)}`}</p>
        </div>
        <button type="button" className="button button-quiet" onClick={() => print()}>{t`Print the rulebook`}</button>
      </header>
      {sections.map(({ title, clauses }) => (
        <details key={title} className="mt-2 sm:mt-6" open={isWide()}>
          <summary className="chapter">
            <h3 className="inline text-lg">{title}</h3>
          </summary>
          <dl className="mt-2 grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-3 gap-y-1.5">
            {clauses.map(({ id, sentence }) => (
              <Fragment key={`${id}:${sentence}`}>
                <dt className="small figures pt-0.5 text-muted">{id}</dt>
                <dd>
                  <Plain text={sentence.replaceAll(zeroAddress, NOBODY_YET)} />
                </dd>
              </Fragment>
            ))}
          </dl>
        </details>
      ))}
      <section className="mt-8 border-t border-line pt-4">
        <h3 className="mb-2 text-lg">{t`Founders`}</h3>
        <ol className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
          {charter.founders.map(({ account, class: index }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a founder is a place in the list
            <li key={i}>
              <span className="figures">{account === zeroAddress ? NOBODY_YET : shortAddress(account)}</span>,{" "}
              {draft.classes[index]?.name}
              <span className="mt-8 hidden border-t border-line print:block">{t`Signature`}</span>
            </li>
          ))}
        </ol>
      </section>
    </article>
  );
}
