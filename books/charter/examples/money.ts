// Money that shows what the figures of a charter mean, divided by the functions that divide it in the books.
import { type Job, JobKind, splitOf } from "../../job.ts";
import { t } from "../../say.ts";
import { money } from "../../share-math.ts";
import { divisionOf } from "../../surplus.ts";
import { shareUp } from "../../surplus-math.ts";
import { moneyOf } from "../../texts/money.ts";
import { plural, spanInWords } from "../../words.ts";
import type { Charter } from "../charter.ts";
import type { CountedIn } from "../rulebook/clause.ts";

/** Smallest units of the settlement token; points are counted in them too. */
export type MoneyLine = { words: string; amount: bigint; isPoints?: true };
export type MoneyExample = { id: "fare" | "non-member" | "surplus" | "shares"; title: string; lines: MoneyLine[] };

const FARE = 20n;
const SURPLUS = 10_000n;
const SHARES = 100n;

const points = (words: string, amount: bigint): MoneyLine => ({ words, amount, isPoints: true });
const whole = (units: bigint, { decimals }: CountedIn): bigint => units * 10n ** BigInt(decimals);

/** One between members; and where the market is open to others, one that a non-member booked (A3, J7). */
export function fareExamples({ market }: Pick<Charter, "market">, of: CountedIn): MoneyExample[] {
  const fare = whole(FARE, of);
  const lines = (customerId: number): MoneyLine[] => {
    const split = splitOf({ ...A_RIDE, fare, customerId }, market);
    const members: MoneyLine[] = [
      { words: t`to the provider`, amount: split.pay },
      { words: t`of the fee to the commons fund`, amount: split.commons },
      { words: t`of the fee to the operating fund`, amount: split.operating },
    ];
    const given = [points(t`points for the work`, split.work), points(t`points for the custom`, split.custom)];
    if (customerId !== 0) return [...members, ...given];
    return [...members, { words: t`of the fee to the reserve`, amount: split.reserve }, ...given];
  };
  const said = moneyOf(fare, of);
  const between: MoneyExample = { id: "fare", title: t`A fare of ${said} between two members`, lines: lines(2) };
  if (market.membersOnly) return [between];
  return [between, { id: "non-member", title: t`A fare of ${said} that a non-member pays`, lines: lines(0) }];
}

const NOBODY = "0x0000000000000000000000000000000000000000";
const A_RIDE: Job = {
  ...{ customer: NOBODY, provider: NOBODY, customerId: 2, providerId: 1, kind: JobKind.Ride, role: 0, terms: 1 },
  ...{ distance: 0, fare: 0n, passThrough: 0n, tip: 0n, acceptBy: 0, doBy: 0, acceptedAt: 0 },
};

/** Of a period without costs: the points are as many as the surplus, which is all members' part of fees. */
export function surplusExample({ surplus: terms }: Pick<Charter, "surplus">, of: CountedIn): MoneyExample {
  const surplus = whole(SURPLUS, of);
  const division = divisionOf(terms, { surplus, interest: 0n, points: surplus, carried: 0n });
  const { reserve, community, dividends } = division ?? { reserve: 0n, community: 0n, dividends: 0n };
  const inShares = shareUp(dividends, terms.inShares);
  return {
    id: "surplus",
    title: t`A surplus of ${moneyOf(surplus, of)}, without interest on shares`,
    lines: [
      { words: t`to the reserve`, amount: reserve },
      { words: t`to the community fund`, amount: community },
      { words: t`to the members, by points`, amount: dividends },
      ...(inShares === 0n ? [] : [{ words: t`of that to be taken in shares, at least`, amount: inShares }]),
    ],
  };
}

/** S1, S2 and S4: what goes in at par comes out at par. */
export function shareExample({ shares }: Pick<Charter, "shares">, of: CountedIn): MoneyExample {
  const wanted = SHARES > shares.minimum ? SHARES : shares.minimum;
  const units = wanted < shares.maximum ? wanted : shares.maximum;
  const paid = units * shares.par;
  const notice =
    shares.notice === 0
      ? t`paid back at once, when the share-capital fund has it`
      : t`paid back ${spanInWords(shares.notice)} later, when the share-capital fund has it`;
  return {
    id: "shares",
    title: t`${units} ${plural(Number(units), t`share`, t`shares`)} at ${moneyOf(shares.par, of)} bought, and withdrawn after a year`,
    lines: [
      { words: t`paid for them`, amount: paid },
      { words: t`interest in the year, at most`, amount: money(paid * BigInt(shares.interestCap) * 365n) },
      { words: notice, amount: paid },
    ],
  };
}
