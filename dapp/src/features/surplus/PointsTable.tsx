import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { t } from "../../../../books/say.ts";
import type { Why } from "../../../../books/surplus.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { inFullPoints } from "../../shared/surplus/points.ts";

const PAGE = 12;

/** Job by job: what it gave to a member, on which side. The latest first. */
export function PointsTable({ why: { period, jobs, own } }: { why: Why }) {
  const { settlement } = useCoop();
  const [shown, setShown] = useState(PAGE);
  const latest = [...jobs].reverse();
  const figures = (points: bigint) => (points === 0n ? "" : inFullPoints(points, settlement));
  const hidden = latest.slice(shown).reduce((sum, { work, custom }) => sum + work + custom, 0n);
  return (
    <>
      <table className="w-full max-w-[40rem] border-collapse">
        <caption className="sr-only">{rich`Jobs that gave points in period ${period}, the latest first`}</caption>
        <thead>
          <tr className="small border-b border-line text-left text-muted">
            <th scope="col" className="py-1.5 pr-3 font-semibold">{t`Job`}</th>
            <th scope="col" className="py-1.5 pr-3 text-right font-semibold">{t`For work`}</th>
            <th scope="col" className="py-1.5 text-right font-semibold">{t`For custom`}</th>
          </tr>
        </thead>
        <tbody>
          {latest.slice(0, shown).map(({ entry, work, custom }) => (
            <tr key={entry.name} className="border-b border-line last:border-b-0">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                <Link to="/market/$id" params={{ id: entry.name }} className="link">{rich`No. ${entry.name}`}</Link>{" "}
                <span className="small text-muted">{formatDay(entry.dates.ended)}</span>
              </th>
              <td className="figures py-1.5 pr-3 text-right">{figures(work)}</td>
              <td className="figures py-1.5 text-right">{figures(custom)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small mt-2 text-muted">{rich`${hidden > 0n && t`${inFullPoints(hidden, settlement)} more from ${latest.length - shown} earlier jobs. `}Together ${inFullPoints(own, settlement)}. A point stands for a unit of the members' part of a fee.`}</p>
      {latest.length > shown && (
        <button
          type="button"
          className="button button-quiet mt-3"
          onClick={() => setShown(shown + 4 * PAGE)}
        >{t`Show earlier jobs`}</button>
      )}
    </>
  );
}
