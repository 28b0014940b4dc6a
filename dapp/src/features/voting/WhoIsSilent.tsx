import type { Proposal } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { rollOfClass } from "../../../../books/texts/roll.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";

/** Who is on the closed roll and has not voted, by class. Folded: in a large co-op these are many. */
export function WhoIsSilent({ proposal, closed }: { proposal: Proposal; closed: boolean }) {
  const { coop } = useCoop();
  const silent = coop.classes
    .map(({ index, name }) => ({ name, ids: rollOfClass(coop, proposal, index).filter(({ ballot }) => !ballot) }))
    .filter(({ ids }) => ids.length > 0);
  const count = silent.reduce((sum, { ids }) => sum + ids.length, 0);
  if (count === 0) return null;
  return (
    <Disclosure label={closed ? t`Who did not vote: ${count}` : t`Who has not voted yet: ${count}`}>
      <dl className="small space-y-2">
        {silent.map(({ name, ids }) => (
          <div key={name}>
            <dt className="font-semibold">{name}</dt>
            <dd className="figures text-muted">{ids.map(({ memberId }) => memberId).join(", ")}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
