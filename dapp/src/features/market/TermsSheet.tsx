import { t } from "../../../../books/say.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { formatSpan } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";

/** What the market asks, in a few sentences. */
export function TermsSheet() {
  const terms = useMarket().terms.at(-1);
  if (!terms) return null;
  const percent = (part: number) => `${part / 100}\u00a0%`;
  const work = percent(terms.workShare);
  const custom = percent(10_000 - terms.workShare);
  return (
    <Disclosure label={t`What the market asks, and how long it waits`}>
      <ul className="max-w-[46rem] list-disc space-y-1 pl-5">
        <li>{rich`The fee is ${percent(terms.fee)} of the fare. Tolls, other costs and tips are the provider's whole. Whoever accepts sees it before, and it does not change for that job any more.`}</li>
        <li>{rich`${percent(terms.commonsShare)} of the fee goes to the commons fund; the rest is the members' part. It becomes points: ${work} to who did the job, ${custom} to the customer. What is left of it at the end of a period comes back by points. The side of who is no member goes to the reserve.`}</li>
        <li>{rich`A finished job can be disputed for ${formatSpan(terms.window)}; then it pays out. A dispute is decided within ${formatSpan(terms.ruleWithin)}, or ${percent(terms.defaultAward)} goes to the provider.`}</li>
        <li>{rich`A ride's distance counts once the customer agrees to it, up to ${terms.speed} km/h. A job may be a day late.`}</li>
      </ul>
    </Disclosure>
  );
}
