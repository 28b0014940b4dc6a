// What a member's bonds brought: units as they came and went, the coupons that they received, and what was taken (K3, K5).
import { byChainOrder } from "../event.ts";
import type { BondClaim, CommonsBook, Funding, Series, Told, UnitTransfer } from "../model/commons.ts";
import type { MemberLine } from "./member.ts";

type Unsummed = Omit<MemberLine, "balance">;

/** Of all accounts that are or were the member's, lower case. */
export function bondLines({ series }: CommonsBook, accounts: ReadonlySet<string>): Unsummed[] {
  return [...series.values()].flatMap((one) => linesOfSeries(one, accounts));
}

function linesOfSeries(series: Series, accounts: ReadonlySet<string>): Unsummed[] {
  const isOwn = (account: string): boolean => accounts.has(account.toLowerCase());
  const steps = [
    ...series.transfers
      .filter(({ from, to }) => isOwn(from) !== isOwn(to))
      .map((transfer) => ({ transfer, ...transfer })),
    ...series.fundings.map((funding) => ({ funding, ...funding })),
    ...series.claims.filter(({ holder }) => isOwn(holder)).map((claim) => ({ claim, ...claim })),
  ] as (Told & { transfer?: UnitTransfer; funding?: Funding; claim?: BondClaim })[];
  steps.sort((a, b) => byChainOrder(where(a), where(b)));
  const lines: Unsummed[] = [];
  let [units, owed] = [0n, 0n];
  for (const { at, tx, transfer, funding, claim } of steps) {
    const line = (of: "bonds" | "coupons", what: string, amount: bigint) =>
      amount !== 0n && lines.push({ at, tx, of, what: `${what}, series ${series.id}`, amount });
    if (transfer) {
      const by = isOwn(transfer.to) ? transfer.units : -transfer.units;
      units += by;
      line("bonds", wordsOf(transfer, by), by);
    } else if (funding) {
      const part = units * funding.coupon;
      line("coupons", "coupons", wholeOf(series, owed + part) - wholeOf(series, owed));
      owed += part;
    } else if (claim) {
      line("coupons", "coupons paid", -claim.coupon);
    }
  }
  return lines;
}

const where = ({ block, logIndex }: Told) => ({ blockNumber: block, logIndex });
const wholeOf = ({ issued }: Series, owed: bigint): bigint => (issued === 0n ? 0n : owed / issued);

/** Bonds begin from nobody, and end there. */
function wordsOf({ from, to }: UnitTransfer, by: bigint): string {
  if (by > 0n) return BigInt(from) === 0n ? "bonds issued" : "bonds received";
  return BigInt(to) === 0n ? "bonds repaid" : "bonds passed on";
}
