import { useState } from "react";
import { t } from "../../../../../books/say.ts";
import { plural } from "../../../shared/format/words.ts";
import { rich } from "../../../shared/language/rich.ts";
import type { Line } from "./check.ts";
import type { Result } from "./useChecks.ts";

/** One check: what it compared with what, everything that differs, and on demand each figure. */
export function CheckRow({ check: { title, of }, lines, failed }: Result) {
  const wrong = lines.filter(({ agrees }) => !agrees);
  return (
    <li className="border-b border-line py-3 last:border-b-0 last:pb-0">
      <details className="group">
        <summary className="print:grid! grid cursor-pointer list-none grid-cols-[1.2rem_minmax(0,1fr)] items-baseline gap-x-2 sm:grid-cols-[1.2rem_minmax(0,1fr)_auto] [&::-webkit-details-marker]:hidden">
          <span
            aria-hidden="true"
            className="text-muted transition-transform group-open:rotate-90 motion-reduce:transition-none"
          >
            ▸
          </span>
          <h3 className="text-lg group-hover:underline">{title}</h3>
          <Answer compared={lines.length} wrong={wrong.length} failed={failed !== undefined} />
        </summary>
        <div className="mt-2 sm:pl-7">
          <p className="small mb-3 max-w-[46rem] text-muted">{of}</p>
          {lines.length > 0 && <Figures lines={lines} caption={title} />}
        </div>
      </details>
      {failed !== undefined && (
        <p className="small mt-2 font-semibold text-bad wrap-anywhere sm:pl-7">{rich`It could not be checked: ${failed}`}</p>
      )}
      {wrong.length > 0 && <Differences lines={wrong} />}
    </li>
  );
}

function Answer({ compared, wrong, failed }: { compared: number; wrong: number; failed: boolean }) {
  const bad = wrong > 0 || failed;
  const words = failed
    ? t`not checked`
    : wrong > 0
      ? t`${wrong} of ${compared} differ`
      : compared === 0
        ? t`nothing to compare yet`
        : `${compared} ${plural(compared, t`figure agrees`, t`figures agree`)}`;
  return (
    <span
      className={`small figures col-start-2 font-semibold sm:col-start-3 ${bad ? "text-bad" : compared === 0 ? "text-muted" : "text-good"}`}
    >
      <span aria-hidden="true">{bad ? "✗ " : compared === 0 ? "" : "✓ "}</span>
      {words}
    </span>
  );
}

const FIRST = 20;

function Differences({ lines }: { lines: readonly Line[] }) {
  return (
    <ul className="mt-3 space-y-2">
      {lines.slice(0, FIRST).map(({ what, books, chain }, i) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: two findings can read alike
          key={`${i}:${what}`}
          className="rounded-xl bg-bad-soft px-4 py-3 text-bad wrap-anywhere"
        >{rich`${<strong>{what}</strong>}${<br />}The events add up to ${<strong className="figures">{books}</strong>}, the contract says ${<strong className="figures">{chain}</strong>}.`}</li>
      ))}
      {lines.length > FIRST && (
        <li className="small text-bad">{rich`And ${lines.length - FIRST} more: open the check to see every figure.`}</li>
      )}
    </ul>
  );
}

const PAGE = 50;

function Figures({ lines, caption }: { lines: readonly Line[]; caption: string }) {
  const [shown, setShown] = useState(PAGE);
  return (
    <>
      <table className="small figures w-full border-collapse">
        <caption className="sr-only">{rich`${caption}: what the events add up to, beside what the contract says`}</caption>
        <thead>
          <tr className="border-b border-line text-left text-muted">
            <th scope="col" className="py-2 pr-4 font-semibold">{t`What`}</th>
            <th scope="col" className="hidden py-2 pr-4 font-semibold md:table-cell">{t`From events`}</th>
            <th scope="col" className="py-2 font-semibold">{t`From the contract`}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, shown).map(({ what, books, chain, agrees }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two figures can read alike
            <tr key={`${i}:${what}`} className="border-b border-line align-top last:border-b-0">
              <th scope="row" className="py-2 pr-4 text-left font-normal wrap-anywhere">
                {what}
              </th>
              <td className="hidden py-2 pr-4 wrap-anywhere md:table-cell">{books}</td>
              <td className={`py-2 wrap-anywhere ${agrees ? "" : "font-semibold text-bad"}`}>
                {!agrees && <span className="block md:hidden">{rich`events: ${books}`}</span>}
                {chain}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > shown && (
        <button
          type="button"
          className="button button-quiet mt-3"
          onClick={() => setShown(shown + 10 * PAGE)}
        >{rich`Show more of ${lines.length}`}</button>
      )}
    </>
  );
}
