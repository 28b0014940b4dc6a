// Runs bonds with published cash flows through the contracts and compares every event's date and amount.
import { type BondHouse, foundBondHouse, type Issued } from "./bond-house.ts";
import { type Bond, UNIT } from "./bond-terms.ts";
import { dateText, type Published } from "./bonds-file.ts";
import { agrees, type Fraction, fractionOf, plus, shown, times } from "./decimal.ts";

export type Row = { type: string; published?: Event; found?: Event; agrees: boolean };
export type Event = { date: number; payoff: Fraction };
export type Replayed = {
  bond: Bond;
  rows: Row[];
  /** Sentences, each naming contract, event, expected and got. */
  differences: string[];
};
export type Outcome = { replayed: Replayed[]; refused: string[] };

/** @param say takes what is going on, a line at a time */
export async function replayBonds(bonds: readonly Bond[], say: (line: string) => void): Promise<Outcome> {
  const house = await foundBondHouse(Math.min(...bonds.map(({ series }) => series.plan.issueDate)));
  const orders: { bond: Bond; gas: bigint }[] = [];
  const refused: string[] = [];
  for (const bond of bonds) {
    const gas = await house.estimate(bond);
    if (typeof gas === "bigint") orders.push({ bond, gas });
    else refused.push(`${bond.contract.id}: the bond office refuses its terms: ${gas}.`);
  }
  const issues = await house.order(orders);
  say(`Ordered ${issues.length} machines by ordinary resolutions.`);
  await house.issue(issues);
  say("All their bonds were bid for, cleared and issued at par.");
  const replayed: Replayed[] = [];
  for (const issue of issues) replayed.push(compare(issue.bond, await eventsOf(house, issue)));
  return { replayed, refused };
}

/** What the contracts say happens, told from the side of the file. */
async function eventsOf(house: BondHouse, { bond, series }: Issued): Promise<Published[]> {
  const { issueDate, dates, units } = await house.seriesOf(series);
  const money = (smallest: Fraction) => fractionOf(smallest.numerator * bond.side, smallest.denominator * UNIT);
  const principal = money(fractionOf(units));
  // We sell at par; a premium or a discount is between the file's two parties.
  const paid = plus(principal, times(bond.premium, bond.side));
  const events = [{ type: "IED", date: issueDate, payoff: times(paid, -1n) }];
  for (const [index, date] of dates.entries()) {
    // The issue date is a coupon date, without interest yet, only where the cycle begins there.
    if (index === 0 && bond.series.plan.anchor > issueDate) continue;
    events.push({ type: "IP", date, payoff: money(await house.couponOf(series, index, units)) });
  }
  events.push({ type: "MD", date: dates.at(-1) ?? 0, payoff: principal });
  const { until } = bond.contract;
  return events.filter(({ date }) => until === undefined || date <= until);
}

function compare(bond: Bond, found: readonly Published[]): Replayed {
  const { id, events } = bond.contract;
  const rows: Row[] = [];
  for (const type of new Set([...found, ...events].map((event) => event.type))) {
    const [expected, got] = [events, found].map((list) => list.filter((event) => event.type === type));
    for (let i = 0; i < Math.max(expected?.length ?? 0, got?.length ?? 0); i++) {
      rows.push(row(type, expected?.[i], got?.[i]));
    }
  }
  const differences = rows.filter((one) => !one.agrees).map((one) => differing(id, one));
  return { bond, rows, differences };
}

function row(type: string, published: Published | undefined, found: Published | undefined): Row {
  const same = published && found && published.date === found.date && agrees(published.payoff, found.payoff);
  return { type, ...(published && { published }), ...(found && { found }), agrees: same === true };
}

const told = (event: Event | undefined): string =>
  event ? `${shown(event.payoff)} on ${dateText(event.date)}` : "nothing";

function differing(id: string, { type, published, found }: Row): string {
  return `${id}, ${type}: expected ${told(published)}, got ${told(found)}.`;
}
