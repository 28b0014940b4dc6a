import { Link } from "@tanstack/react-router";
import { t } from "../../../../books/say.ts";
import type { Settlement } from "../../shared/chain/settlement.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoney } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { breaking } from "../../shared/ui/breaking.ts";
import { Exact } from "../../shared/ui/Exact.tsx";
import type { IncomeLine, Source } from "./why.ts";

type Props = {
  caption: string;
  lines: readonly IncomeLine[];
  /** What the last column says: "Your part". */
  part: string;
};

/** Rent by rent: where it came from, by how many it was shared, and what one member got. The latest first. */
export function IncomeTable({ caption, lines, part }: Props) {
  const { settlement } = useCoop();
  const shared = (line: IncomeLine) => <Shared line={line} settlement={settlement} />;
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="small border-b border-line text-left text-muted">
          <th scope="col" className="py-2 pr-3 font-semibold">{t`From`}</th>
          <th
            scope="col"
            className="hidden py-2 pr-3 text-right font-semibold sm:table-cell"
          >{t`Came in, shared by`}</th>
          <th scope="col" className="py-2 text-right font-semibold">
            {part}
          </th>
        </tr>
      </thead>
      <tbody>
        {[...lines].reverse().map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added, and counted from the last
          <tr key={lines.length - i} className="border-b border-line align-top last:border-b-0">
            <th scope="row" className="py-2.5 pr-3 text-left font-normal wrap-anywhere">
              <SourceName source={line.source} />
              <span className="small block text-muted">{formatDay(line.at)}</span>
              <span className="small figures block sm:hidden">{shared(line)}</span>
            </th>
            <td className="figures hidden py-2.5 pr-3 text-right sm:table-cell">{shared(line)}</td>
            <td className="figures py-2.5 text-right whitespace-nowrap">
              <Exact amount={line.part} unit={settlement} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Shared({ line, settlement }: { line: IncomeLine; settlement: Settlement }) {
  const { amount, carried, members } = line;
  const came = formatMoney(amount, settlement);
  return (
    <>
      <span className={breaking(came)}>{came}</span>{" "}
      {carried > 0n && (
        <span className="whitespace-nowrap text-muted">{rich`+ ${formatMoney(carried, settlement)} carried `}</span>
      )}
      <span className="whitespace-nowrap text-muted">{members > 0 ? `÷ ${members}` : t`carried to the next`}</span>
    </>
  );
}

export function SourceName({ source: { machine, name, proposal } }: { source: Source }) {
  if (machine) return rich`Rent: ${name}`;
  if (!proposal) return <>{name}</>;
  return (
    <Link
      to="/proposals/$number"
      params={{ number: String(proposal.number) }}
      className="link"
    >{rich`${name}, No. ${proposal.number}`}</Link>
  );
}
