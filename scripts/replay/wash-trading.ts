// What two accounts of one hand lose by trading with each other, under lawful settings: run through the contracts, job by job and
// period by period. `node scripts/replay/wash-trading.ts` prints the table of docs/wash-trading.md.
import { type Abi, type Address, encodeFunctionData, zeroHash } from "viem";
import { jobMarketAbi, memberSharesAbi, patronageAbi, surplusAbi, treasuryAbi } from "../../books/abi.ts";
import { JobKind } from "../../books/job.ts";
import { approve, mint } from "../demo/test-euro.ts";
import { DAY, defaultMarket, defaultSurplus, NO_PERMIT, Role } from "../deploy/charter.ts";
import { JobLog } from "../lib/job-log.ts";
import { Class, foundRideHouse, PAR, PERIOD, type Person, type RideHouse } from "./ride-house.ts";
import { units } from "./rides-expected.ts";

type Trade = {
  what: string;
  market?: Partial<typeof defaultMarket>;
  surplus?: Partial<typeof defaultSurplus>;
  /** Who provides and who asks; by default both are members. */
  provider?: "member" | "guest";
  customer?: "member" | "guest" | "co-op";
  how?: "confirm" | "release" | "divide";
  /** What the members declare: as much as brings a unit a point, or only what the trade itself brought in. */
  declares?: "plenty" | "own";
  /** Smallest units, where it is not a hundred. */
  fare?: bigint;
  /** Points that others earned in the same period, by a fare of so many units of money. */
  others?: bigint;
  inShares?: boolean;
};
export type Row = { what: string; fee: bigint; points: bigint; paidIn: bigint; gotBack: bigint };

const FARE = 100n * PAR;
const PLENTY = 1_000n * PAR;
const BUDGET = 200n * PAR;
const OPERATING_FUND = 1;
/** The hardest bounds in favour of whoever trades with itself: J1, J2, A1, A6. */
const MILDEST = { market: { fee: 2_000, commonsShare: 2_500 }, surplus: { reserveShare: 500, communityShare: 0 } };

/** In this order: the board, which holds the budget, is in office for the first periods only. */
const TRADES: readonly Trade[] = [
  { what: "task for the co-op out of a budget, for an accomplice", customer: "co-op" },
  { what: "defaults, any surplus" },
  { what: "defaults, a surplus of nothing but their own fee", declares: "own" },
  { what: "highest fee, least commons part, least reserve, no community", ...MILDEST },
  { what: "the same, a surplus of nothing but their own fee", ...MILDEST, declares: "own" },
  { what: "lowest fee that there is but none: a basis point", ...MILDEST, market: { ...MILDEST.market, fee: 1 } },
  { what: "mildest bounds, the smallest fare that earns a point", ...MILDEST, fare: 10n },
  { what: "no fee", ...MILDEST, market: { ...MILDEST.market, fee: 0 } },
  { what: "mildest bounds, all points for work", ...MILDEST, market: { ...MILDEST.market, workShare: 10_000 } },
  { what: "mildest bounds, all points for custom", ...MILDEST, market: { ...MILDEST.market, workShare: 0 } },
  { what: "mildest bounds, the provider is not a member", ...MILDEST, provider: "guest" },
  { what: "mildest bounds, the customer is not a member", ...MILDEST, customer: "guest" },
  { what: "mildest bounds, neither is a member", ...MILDEST, provider: "guest", customer: "guest" },
  { what: "mildest bounds, released without a countersignature", ...MILDEST, how: "release" },
  { what: "mildest bounds, a dispute that nobody decides: half", ...MILDEST, how: "divide" },
  { what: "mildest bounds, dividends in shares", ...MILDEST, inShares: true },
  {
    what: "mildest bounds, half of dividends in shares by charter",
    ...MILDEST,
    surplus: { ...MILDEST.surplus, inShares: 5_000 },
  },
  { what: "mildest bounds, diluting others who earned as much", ...MILDEST, declares: "own", others: FARE },
];

export async function washTrades(): Promise<Row[]> {
  const house = await foundRideHouse(Date.UTC(2024, 0, 1) / 1_000);
  const table = new Table(house);
  await table.open();
  const rows: Row[] = [];
  for (const trade of TRADES) rows.push(await table.run(trade));
  return rows;
}

/** As Markdown. */
export function tableOf(rows: readonly Row[]): string {
  return [
    "| Setting | Fee | Points | Paid in | Got back | Lost |",
    "|---|---:|---:|---:|---:|---:|",
    ...rows.map(({ what, fee, points, paidIn, gotBack }) => {
      const cells = [fee, points, paidIn, gotBack, paidIn - gotBack].map(units);
      return `| ${[what, ...cells].join(" | ")} |`;
    }),
  ].join("\n");
}

class Table {
  private readonly house: RideHouse;
  private readonly log: JobLog;
  private readonly people = new Map<string, Person>();
  private readonly ids = new Map<string, number>();
  private period = 0;

  constructor(house: RideHouse) {
    this.house = house;
    this.log = new JobLog(house.client as never, house.coop.market);
  }

  async open(): Promise<void> {
    const { house } = this;
    const { coop, euro } = house;
    for (const name of ["provider", "customer", "other", "other's", "guest provider", "guest customer"]) {
      const person = await house.person(name);
      this.people.set(name, person);
      await house.fund(person.address, 100n * FARE);
      if (!name.startsWith("guest")) this.ids.set(name, await house.admit(person.address, Class.Drivers));
    }
    // Others have brought in far more than any trade here.
    const { address } = this.of("other");
    const calls = [mint(euro, address, 100n * PLENTY), approve(euro, address, coop.treasury, 100n * PLENTY)];
    for (const { from, to, data } of calls) await house.send(from, to, data);
    await this.call(address, coop.treasury, treasuryAbi, "deposit", [OPERATING_FUND, euro, 100n * PLENTY, zeroHash]);
    const until = house.now() + 90 * DAY;
    const budget = [Role.Board, OPERATING_FUND, euro, BUDGET, until, zeroHash];
    await this.call(coop.assembly, coop.treasury, treasuryAbi, "grantBudget", budget);
  }

  async run(trade: Trade): Promise<Row> {
    const { coop } = this.house;
    const market = { ...defaultMarket, ...trade.market };
    await this.call(coop.assembly, coop.market, jobMarketAbi, "setTerms", [market]);
    await this.call(coop.assembly, coop.surplus, surplusAbi, "setTerms", [
      { ...defaultSurplus, period: PERIOD, ...trade.surplus },
    ]);
    const parties = [
      this.of(trade.provider === "guest" ? "guest provider" : "provider"),
      this.of(trade.customer === "guest" ? "guest customer" : "customer"),
    ] as const;
    const before = await this.wealth(parties);
    const paidIn = trade.fare ?? FARE;
    const fee = await this.trade(trade, paidIn, ...parties);
    if (trade.others) await this.trade({ what: "" }, trade.others, this.of("other"), this.of("other's"));
    const points = await this.divide(trade);
    const gained = (await this.wealth(parties)) - before;
    // Of a task for the co-op itself the co-op pays the fare.
    const gotBack = trade.customer === "co-op" ? gained : paidIn + gained;
    return { what: trade.what, fee, points, paidIn, gotBack };
  }

  /** One job from offer to end; returns its fee. */
  private async trade(trade: Trade, fare: bigint, provider: Person, customer: Person): Promise<bigint> {
    const { house, log } = this;
    const now = house.now();
    const asked = {
      provider: provider.address,
      kind: JobKind.Task,
      fare,
      passThrough: 0n,
      tip: 0n,
      acceptBy: now + DAY,
      doBy: now + DAY,
      details: zeroHash,
    };
    const director = house.director;
    const forCoop = trade.customer === "co-op";
    const job = await log.follow(
      forCoop
        ? await this.market(director, "offerForCoop", [1n, asked])
        : await this.market(customer.address, "offer", [asked, NO_PERMIT]),
    );
    const terms = await house.client.readContract({
      address: house.coop.market,
      abi: jobMarketAbi,
      functionName: "currentTerms",
    });
    const by = async (who: Address, name: string, args: unknown[] = []) =>
      log.follow(await this.market(who, name, [job, log.of(job), ...args]));
    await by(provider.address, "accept", [terms]);
    const gathered = () => this.read<readonly bigint[]>(house.coop.market, jobMarketAbi, "gathered");
    const sum = (parts: readonly bigint[]) => parts.reduce((all, part) => all + part, 0n);
    const before = sum(await gathered());
    if (trade.how) await by(provider.address, "done", [0]);
    if (trade.how === "divide") await by(customer.address, "dispute", [zeroHash]);
    if (trade.how) house.reach(house.now() + defaultMarket.ruleWithin);
    if (trade.how) await by(provider.address, trade.how);
    else await by(forCoop ? director : customer.address, "confirm", [0]);
    return sum(await gathered()) - before;
  }

  /** Closes the period, declares a surplus and has every dividend claimed; returns the traders' points. */
  private async divide(trade: Trade): Promise<bigint> {
    const { house } = this;
    const { coop } = house;
    this.period += 1;
    const [operating] = await this.read<readonly bigint[]>(coop.market, jobMarketAbi, "gathered");
    house.reach(Number(await this.read<bigint>(coop.surplus, surplusAbi, "closesAt")));
    await this.call(coop.assembly, coop.surplus, surplusAbi, "close", []);
    const amount = trade.declares === "own" ? this.ownPart(trade, operating ?? 0n) : PLENTY;
    await this.call(coop.assembly, coop.surplus, surplusAbi, "declare", [this.period, amount, 0]);
    let points = 0n;
    for (const [name, id] of this.ids) {
      const args = [this.period, id];
      const [work, custom] = await this.read<readonly [bigint, bigint]>(coop.patronage, patronageAbi, "pointsOf", args);
      if (work + custom === 0n) continue;
      if (!name.startsWith("other")) points += work + custom;
      const inShares = trade.inShares === true;
      const claim = [id, [this.period], inShares];
      await this.call(this.of(name).address, coop.patronage, patronageAbi, "claim", claim);
    }
    return points;
  }

  /** Of two trades alike, the half; what others brought in was needed for costs. */
  private ownPart = (trade: Trade, operating: bigint): bigint => (trade.others ? operating / 2n : operating);

  /** Money, and shares at par. */
  private async wealth(people: readonly Person[]): Promise<bigint> {
    let sum = 0n;
    for (const { address } of people) {
      sum += await this.house.balanceOf(address);
      const name = [...this.people].find(([, person]) => person.address === address)?.[0] ?? "";
      const id = this.ids.get(name);
      if (id) sum += (await this.read<bigint>(this.house.coop.shares, memberSharesAbi, "unitsOf", [id])) * PAR;
    }
    return sum;
  }

  private of(name: string): Person {
    const person = this.people.get(name);
    if (!person) throw new Error(`There is no ${name}.`);
    return person;
  }

  private market = (from: Address, functionName: string, args: unknown[]) =>
    this.call(from, this.house.coop.market, jobMarketAbi, functionName, args);

  private call(from: Address, to: Address, abi: readonly unknown[], functionName: string, args: unknown[]) {
    return this.house.send(from, to, encodeFunctionData({ abi: abi as Abi, functionName, args }));
  }

  private read<T>(address: Address, abi: readonly unknown[], functionName: string, args: unknown[] = []): Promise<T> {
    return this.house.client.readContract({ address, abi: abi as Abi, functionName, args }) as Promise<T>;
  }
}

if (import.meta.main) {
  console.log(tableOf(await washTrades()));
  process.exit(0);
}
