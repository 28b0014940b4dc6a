import { Link } from "@tanstack/react-router";
import { t } from "../../../../../books/say.ts";
import { formatDay } from "../../../shared/format/time.ts";
import { rich } from "../../../shared/language/rich.ts";
import { breaking } from "../../../shared/ui/breaking.ts";
import { Plain } from "../../../shared/ui/Plain.tsx";
import type { Change, Told } from "./history.ts";

/** Parameters with their rule, their value, their bounds and every change. */
export function ParameterTable({ caption, told }: { caption: string; told: readonly Told[] }) {
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{rich`${caption}: value now, bounds and changes`}</caption>
      <thead>
        <tr className="small border-b border-line text-left text-muted">
          <th scope="col" className="py-2 pr-4 font-semibold">{t`What`}</th>
          <th scope="col" className="py-2 pr-4 font-semibold">{t`Now`}</th>
          <th scope="col" className="hidden py-2 font-semibold sm:table-cell">{t`Bounds`}</th>
        </tr>
      </thead>
      <tbody>
        {told.map(({ parameter: { rule, name, bound }, now, changes }) => (
          <tr key={name} className="border-b border-line align-baseline last:border-b-0">
            <th scope="row" className="py-2.5 pr-4 text-left font-normal wrap-anywhere">
              {name} <span className="small figures whitespace-nowrap text-muted">{rule}</span>
              <span className="small block text-muted sm:hidden">{rich`Bounds: ${<Plain text={bound} />}`}</span>
              <Changes changes={changes} />
            </th>
            <td className={`figures py-2.5 pr-4 font-semibold ${breaking(now)}`}>{now}</td>
            <td className="small figures hidden py-2.5 text-muted sm:table-cell">
              <Plain text={bound} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return null;
  return (
    <ul className="small mt-1 text-muted">
      {changes.map(({ at, from, to, proposal }) => (
        <li
          key={at}
        >{rich`${formatDay(at)}: from ${from} to ${to}${proposal !== undefined && rich`, by ${<Link to="/proposals/$number" params={{ number: String(proposal) }} className="link">{rich`resolution No. ${proposal}`}</Link>}`}`}</li>
      ))}
    </ul>
  );
}
