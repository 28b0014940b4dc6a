import type { FormerLease, Machine } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";

const HOW: Record<FormerLease["how"], string> = {
  term: t`its term was over`,
  returned: t`given back`,
  arrears: t`the rent was too late`,
};

/** Who had it before, and how that ended. */
export function FormerLeases({ machine }: { machine: Machine }) {
  const { settlement } = useCoop();
  const { formerLeases, debts } = machine;
  if (formerLeases.length === 0) return null;
  return (
    <Disclosure label={t`Former leases: ${formerLeases.length}`}>
      <ul className="small space-y-2">
        {[...formerLeases].reverse().map(({ lessee, startedAt, endedAt, how, arrears }) => (
          <li key={startedAt}>{rich`Member ${lessee}, ${formatDay(startedAt)} to ${formatDay(endedAt)}: ${HOW[how]}.${
            arrears > 0n && (
              <span className="text-muted">{rich` ${formatCents(arrears, settlement)} were owed then, ${
                (debts.get(lessee) ?? 0n) > 0n
                  ? t`${formatCents(debts.get(lessee) ?? 0n, settlement)} still are`
                  : t`paid since`
              }.`}</span>
            )
          }`}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
