// Funds, and the money that the Treasury really holds.
import { balanceOf } from "../../../books/apply/treasury.ts";
import { held } from "../../../books/chart.ts";
import { disposalOf } from "../../../books/disposal.ts";
import { BooksError } from "../../../books/event.ts";
import { fundName } from "../../../books/fund-names.ts";
import { checkBalance } from "../../../books/journal.ts";
import { ledgerOf } from "../../../books/ledger.ts";
import { askAll } from "../chain.ts";
import { type Check, Comparison } from "../check.ts";
import { type Subject, timeOf } from "../subject.ts";

/** Asked for even when no money ever moved through them. */
const NAMED_FUNDS = [1, 2, 3, 4, 6, 7, 8, 9, 10];

export async function checkFunds({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("fund balances");
  const { treasury } = house.at;
  const funds = [...new Set([...NAMED_FUNDS, ...coop.funds.keys()])];
  const pairs = assetsOf({ house, coop }).flatMap((asset) => funds.map((fund) => ({ fund, asset })));
  const held = await askAll(pairs, ({ fund, asset }) => chain.ask("treasury", treasury, "balanceOf", fund, asset));
  for (const [i, { fund, asset }] of pairs.entries()) {
    comparison.same(`${fundName(fund)} in ${asset}`, balanceOf(coop, fund, asset), held[i]?.[0]);
  }
  return comparison.check;
}

export async function checkTreasury({ chain, house, coop }: Subject): Promise<Check> {
  const comparison = new Comparison("money held by the treasury");
  const { treasury } = house.at;
  for (const asset of assetsOf({ house, coop })) {
    const [booked, loose, held] = await Promise.all([
      chain.ask("treasury", treasury, "booked", asset),
      chain.ask("treasury", treasury, "unposted", asset),
      chain.ask("token", asset, "balanceOf", treasury),
    ]);
    const inBooks = coop.booked.get(asset.toLowerCase()) ?? 0n;
    // Funds never add up to more than there is.
    comparison.same(`booked of ${asset}`, inBooks, booked?.[0]);
    comparison.same(`booked and unposted of ${asset}`, inBooks + BigInt(loose?.[0] ?? 0), held?.[0]);
  }
  return comparison.check;
}

/** What ordinary resolutions can still dispose of (V7), as it follows from movements and budgets. */
export async function checkDisposals({ chain, house, coop, commons }: Subject): Promise<Check> {
  const comparison = new Comparison("disposals in twelve months");
  const now = await timeOf(chain, house);
  for (const asset of assetsOf({ house, coop })) {
    const stored = await chain.ask("treasury", house.at.treasury, "disposalLimit", asset);
    const { disposed, limit } = disposalOf(coop, commons.budgets.values(), asset, now);
    comparison.same(`disposed of ${asset}`, disposed, stored?.[0]);
    comparison.same(`limit to disposals of ${asset}`, limit, stored?.[1]);
  }
  return comparison.check;
}

/** Treasury, reserve, commons and market together; and what the funds hold by the movements is what they hold by the journal. */
export async function checkJournal({ house, coop, commons, market }: Subject): Promise<Check> {
  const comparison = new Comparison("journal in balance");
  const entries = ledgerOf(coop, house.token, commons, market);
  try {
    const balances = checkBalance(entries);
    for (const [fund, assets] of coop.funds) {
      for (const [asset, amount] of assets) {
        const { name } = held(fund);
        comparison.same(`${name} in ${asset}`, balances.get(asset)?.get(name)?.amount ?? 0n, amount);
      }
    }
  } catch (error) {
    if (!(error instanceof BooksError)) throw error;
    comparison.wrong("journal", error.message, "a movement of one amount");
  }
  comparison.check.compared += entries.length;
  return comparison.check;
}

function assetsOf({ house, coop }: Pick<Subject, "house" | "coop">): string[] {
  return [...new Set([house.token.toLowerCase(), ...coop.otherAssets, ...coop.booked.keys()])];
}
