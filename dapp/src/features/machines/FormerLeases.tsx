import type { FormerLease, Machine } from "../../../../books/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";

const HOW: Record<FormerLease["how"], string> = {
  term: "its term was over",
  returned: "given back",
  arrears: "the rent was too late",
};

/** Who had it before, and how that ended. */
export function FormerLeases({ machine }: { machine: Machine }) {
  const { settlement } = useCoop();
  const { formerLeases, debts } = machine;
  if (formerLeases.length === 0) return null;
  return (
    <Disclosure label={`Former leases: ${formerLeases.length}`}>
      <ul className="small space-y-2">
        {[...formerLeases].reverse().map(({ lessee, startedAt, endedAt, how, arrears }) => (
          <li key={startedAt}>
            Member {lessee}, {formatDay(startedAt)} to {formatDay(endedAt)}: {HOW[how]}.
            {arrears > 0n && (
              <span className="text-muted">
                {" "}
                {formatCents(arrears, settlement)} were owed then,{" "}
                {(debts.get(lessee) ?? 0n) > 0n
                  ? `${formatCents(debts.get(lessee) ?? 0n, settlement)} still are`
                  : "paid since"}
                .
              </span>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
