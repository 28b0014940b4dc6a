// The surplus on the pages: proposals to share it out, what a claim would hand over, and what waits for whom.
import { expect } from "chai";
import { zeroHash } from "viem";
import { emptyCommons } from "../../books/commons.ts";
import type { Move } from "../../books/coop.ts";
import { type Job, JobKind, JobState, type MarketTerms } from "../../books/job.ts";
import { emptyMarket, type JobEntry, type MarketBook, type PeriodEntry } from "../../books/market.ts";
import { titleOfMarket } from "../../dapp/src/features/commons/marketMoves.ts";
import { marketDutiesOf } from "../../dapp/src/features/home/marketDuties.ts";
import { termsWritten } from "../../dapp/src/features/voting/marketWriting.ts";
import { mistakesIn, motionOf, NOTHING_WRITTEN, type Written } from "../../dapp/src/features/voting/newProposal.ts";
import { surplusTermsWritten } from "../../dapp/src/features/voting/surplusTermsWriting.ts";
import { previewOf } from "../../dapp/src/features/voting/surplusWriting.ts";
import { actionsOf } from "../../dapp/src/shared/motion/actions.ts";
import { ARBITER } from "../../dapp/src/shared/motion/offices.ts";
import { outcomeOf } from "../../dapp/src/shared/surplus/claim.ts";
import { claimable, dividendDue, dividendsOf } from "../../dapp/src/shared/surplus/dividends.ts";
import { inFullPoints, perPoint, pointsWords } from "../../dapp/src/shared/surplus/points.ts";
import { interestAt, undeclared, waterfallOf } from "../../dapp/src/shared/surplus/preview.ts";
import { defaultMarket, defaultRules, defaultSurplus } from "../../scripts/deploy/charter.ts";
import { accountOf, memberOf, smallCoop } from "./helpers.ts";

const EURO = 1_000_000n;
const DAY = 86_400;
const NOW = Date.parse("2026-06-01T10:00:00Z") / 1_000;
const settlement = { address: accountOf(70), name: "Test euro", symbol: "tEUR", decimals: 6 };
const MODULES = {
  treasury: accountOf(61),
  assembly: accountOf(62),
  register: accountOf(63),
  directory: accountOf(64),
  authority: accountOf(65),
  market: accountOf(66),
  surplus: accountOf(67),
} as const;
const KNOWN = new Map(Object.entries(MODULES).map(([name, address]) => [address.toLowerCase(), name]));

/** Member 1 earned 30 of 80 points, member 2 the others. */
const period = (number: number, part: Partial<PeriodEntry> = {}): PeriodEntry => ({
  period: number,
  openedAt: NOW - 100 * DAY,
  closedAt: NOW - 9 * DAY,
  points: 80n * EURO,
  members: new Map([
    [1, { work: 20n * EURO, custom: 10n * EURO, claimed: 0n, claimedUnits: 0n, isClaimed: false }],
    [2, { work: 0n, custom: 50n * EURO, claimed: 0n, claimedUnits: 0n, isClaimed: false }],
  ]),
  moneyLeft: 0n,
  pointsLeft: 0n,
  ...part,
});

const declaredAs = (surplus: bigint, dividends: bigint): Pick<PeriodEntry, "declared"> => ({
  declared: {
    ...{ at: NOW - DAY, surplus, reserve: surplus / 5n, community: surplus / 20n, interest: 0n, dividends },
    ...{ fromCarried: 0n, pot: dividends, terms: defaultSurplus, carried: 0n, tx: zeroHash },
  },
});

/** Period 1 was shared out, period 2 is closed, period 3 runs. */
function book(): MarketBook {
  const market = emptyMarket();
  market.surplusTerms = defaultSurplus;
  market.terms = [defaultMarket as MarketTerms];
  market.periods.set(1, period(1, declaredAs(80n * EURO, 60n * EURO)));
  market.periods.set(2, period(2));
  market.periods.set(3, period(3, { closedAt: 0, openedAt: NOW - 9 * DAY, points: 0n, members: new Map() }));
  return market;
}

function house(market = book()) {
  const coop = { ...smallCoop(), rules: new Map([[1, defaultRules([6_000, 4_000])]]) };
  coop.shares.terms = {
    ...{ par: EURO, minimum: 5n, maximum: 100n, notice: 10, suspensionLimit: 10, interestCap: 500 },
  };
  const commons = emptyCommons();
  commons.funds.set(1, 1_000n * EURO);
  return { coop, settlement, modules: MODULES, now: NOW, book: commons, market };
}

const write = (part: Partial<Written>): Written => ({ ...NOTHING_WRITTEN, title: "T", text: "W.", ...part });

function proposal(written: Written, context = house()) {
  const { coop, market, now, book: commons } = context;
  const motion = motionOf(written, context);
  const known = KNOWN as never;
  const [action] = motion ? actionsOf(motion, { coop, known, settlement, market, commons, now }) : [];
  const facts = Object.fromEntries(action?.facts?.map(({ name, says }) => [name, says]) ?? []);
  const mistakes = mistakesIn(written, coop, settlement, now, { book: commons, market });
  return { motion, action, facts, mistakes: Object.keys(mistakes), says: mistakes };
}

describe("A proposal to share out a surplus", () => {
  const whole = write({ what: "declare", period: "2", amount: "100" });

  it("is for a period that has ended and was not shared out yet (A4, A7)", () => {
    expect(undeclared(book()).map((one) => one.period)).to.deep.equal([2]);
    expect(proposal(whole).mistakes).to.deep.equal([]);
    for (const wrong of ["", "1", "3", "4"])
      expect(proposal({ ...whole, period: wrong }).mistakes).to.deep.equal(["period"]);
  });

  it("takes no more than the operating fund holds, and says so", () => {
    expect(proposal({ ...whole, amount: "1000.01" }).says.amount).to.equal("The operating fund holds €1,000.00.");
    expect(proposal({ ...whole, amount: "0" }).mistakes).to.deep.equal(["amount"]);
  });

  it("reads back with everything that would become of it, an ordinary resolution", () => {
    const { motion, action, facts } = proposal(whole);
    expect(motion?.kind).to.equal(1);
    expect(action?.sentence).to.equal(
      "Shares out €100.00 of the operating fund as the surplus of period 2 (21 Feb 2026 to 23 May 2026).",
    );
    expect(facts).to.include({ Reserve: "€20.00", Community: "€5.00", Dividends: "€75.00; a point brings €0.9375" });
  });

  it("shows after it was carried out what became of it, not what would", () => {
    const context = house();
    const { motion } = proposal(whole, context);
    if (!motion) throw new Error("There is a motion.");
    context.market.periods.set(2, period(2, declaredAs(100n * EURO, 40n * EURO)));
    const { coop, market } = context;
    const [action] = actionsOf(motion, { coop, known: KNOWN as never, settlement, market, now: NOW });
    expect(action?.facts?.find(({ name }) => name === "Dividends")?.says).to.equal("€40.00; a point brings €0.50");
  });

  it("has interest within its cap, a year after the last, and never more than is left (S4)", () => {
    const context = house();
    const { shares } = context.coop;
    Object.assign(shares, { units: 1_000n, unitDays: 0n, day: Math.floor(NOW / DAY) - 365 + 31 });
    const at = (rate: string, amount = "100") => proposal({ ...whole, rate, amount }, context);
    expect(interestAt(context.coop, 500, NOW + 31 * DAY)).to.equal(50n * EURO);
    expect(at("5.01").says.rate).to.equal("At most 5 %.");
    expect(at("x").mistakes).to.deep.equal(["rate"]);
    expect(at("5").mistakes).to.deep.equal([]);
    expect(at("5", "66").says.rate).to.match(/more than reserve and community leave/);
    expect(at("5").action?.sentence).to.match(/, with interest of 5 % a year on members' shares\.$/);
    shares.postings.push({ day: Math.floor(NOW / DAY) - 300 } as never);
    expect(at("5").says.rate).to.match(/once a year; the next from/);
    expect(at("").mistakes).to.deep.equal([]);
    expect(previewOf({ ...whole, rate: "5" }, context)).to.equal(undefined);
  });

  it("has parts that add up to the surplus, whatever it is (A1, A6, A4)", () => {
    for (const surplus of [1n, 7n, 99n, 100n * EURO + 1n, 200n * EURO]) {
      const parts = waterfallOf(book(), { points: 80n * EURO }, surplus, 0n);
      if (!parts) throw new Error("There is a division.");
      const { least, left, reserve, community, dividends } = parts;
      expect(least + community + dividends + (reserve - least)).to.equal(surplus);
      expect(left).to.equal(surplus - least - community);
      expect(dividends <= 80n * EURO).to.equal(true);
    }
  });
});

describe("A proposal to change what the market asks", () => {
  const now = write({ what: "marketTerms", ...termsWritten(book()) });

  it("begins with the terms that hold, and wants one of them changed", () => {
    expect(now).to.include({ fee: "10", commonsShare: "50", window: "72", ruleWithin: "14", speed: "150" });
    expect(proposal(now).says.fee).to.match(/as they are now/);
    expect(proposal({ ...now, membersOnly: "yes" }).mistakes).to.deep.equal([]);
  });

  it("stays within the bounds (J1 to J6)", () => {
    const bounds: Partial<Record<keyof Written, string[]>> = {
      fee: ["20.01", "x", ""],
      commonsShare: ["24.99", "100.01"],
      workShare: ["101"],
      window: ["0.99", "337"],
      ruleWithin: ["0.5", "31"],
      defaultAward: ["100.5"],
      speed: ["0", "301", "12.5"],
    };
    for (const [name, wrong] of Object.entries(bounds)) {
      for (const text of wrong)
        expect(proposal({ ...now, [name]: text }).mistakes, `${name} ${text}`).to.deep.equal([name]);
    }
    const lowest = { fee: "0", commonsShare: "25", workShare: "0", window: "1", ruleWithin: "1", defaultAward: "0" };
    expect(proposal({ ...now, ...lowest, speed: "1" }).mistakes).to.deep.equal([]);
  });

  it("is constitutional, and reads back term by term", () => {
    const { motion, action, facts } = proposal({ ...now, fee: "8.5", workShare: "70" });
    expect(motion?.kind).to.equal(3);
    expect(action?.sentence).to.equal("Sets what the market asks: a fee of 8.5 % of the fare.");
    expect(facts.Points).to.equal("70 % for the work, 30 % for the custom");
    expect(facts.Disputes).to.equal("Decided within 14 days; otherwise the provider gets 50 %");
  });
});

describe("A proposal to change how surpluses are shared", () => {
  const now = write({ what: "surplusTerms", ...surplusTermsWritten(book()) });

  it("begins with the shares that hold, and wants one of them changed", () => {
    expect(now).to.include({ reserveShare: "20", communityShare: "5", inShares: "0", periodDays: "91" });
    expect(proposal(now).says.reserveShare).to.match(/as they are now/);
    expect(proposal({ ...now, periodDays: "90" }).mistakes).to.deep.equal([]);
  });

  it("stays within the bounds (A1, A6, A7, S6), and within one whole", () => {
    const bounds: Partial<Record<keyof Written, string[]>> = {
      reserveShare: ["4.99", "100.01", "x", ""],
      communityShare: ["50.01", "-1"],
      inShares: ["50.01"],
      periodDays: ["27", "367"],
    };
    for (const [name, wrong] of Object.entries(bounds)) {
      for (const text of wrong)
        expect(proposal({ ...now, [name]: text }).mistakes, `${name} ${text}`).to.deep.equal([name]);
    }
    expect(proposal({ ...now, reserveShare: "60", communityShare: "40" }).mistakes).to.deep.equal([]);
    expect(proposal({ ...now, reserveShare: "60.01", communityShare: "40" }).says.communityShare).to.match(/together/);
  });

  it("is constitutional, and reads back share by share", () => {
    const { motion, action, facts } = proposal({ ...now, reserveShare: "25", inShares: "12.5" });
    expect(motion?.kind).to.equal(3);
    expect(action?.sentence).to.match(/^Sets how a surplus is shared out: 25 % to the reserve, 5 % to the community/);
    expect(facts["In shares"]).to.equal("Members take 12.5 % of every dividend in shares");
  });
});

describe("A proposal about an arbiter or the community's money", () => {
  it("appoints an arbiter", () => {
    const { motion, action } = proposal(
      write({ what: "appoint", office: String(ARBITER), officer: "3", until: "2027-03-01" }),
    );
    expect(motion?.kind).to.equal(1);
    expect(action?.sentence).to.match(/^Appoints member 3 \(driver\) as arbiter until /);
  });

  it("pays out of the community fund what is in it", () => {
    const context = house();
    context.book.funds.set(10, 50n * EURO);
    const gift = write({ what: "pay", payFund: "10", recipient: "2", amount: "50", purpose: "A bench" });
    expect(proposal(gift, context).action?.sentence).to.match(/^Pays €50\.00 from the community fund to member 2/);
    expect(proposal({ ...gift, amount: "51" }, context).says.amount).to.equal("The community fund holds €50.00.");
  });
});

describe("Dividends on the pages", () => {
  it("are those of every period that was shared out, until they are claimed (A5)", () => {
    const market = book();
    expect(dividendDue(market, 1)).to.equal((30n * 60n * EURO) / 80n);
    expect(dividendDue(market, 3)).to.equal(0n);
    const own = market.periods.get(1)?.members.get(1);
    Object.assign(own ?? {}, { isClaimed: true, claimed: 22_500_000n });
    expect(dividendDue(market, 1)).to.equal(0n);
    expect(dividendsOf(market, 1).map(({ amount, claimed }) => [amount, claimed?.amount])).to.deep.equal([
      [22_500_000n, 22_500_000n],
    ]);
    expect(claimable(dividendsOf(market, 1))).to.deep.equal([]);
  });

  it("say points in the unit of money, and what one brings", () => {
    expect(pointsWords(1_500_000n, settlement)).to.equal("1.50 points");
    expect(inFullPoints(3_924_998n, settlement)).to.equal("3.924998");
    expect(perPoint(EURO, 3n * EURO, settlement)).to.equal("€0.3333");
    expect(perPoint(0n, 0n, settlement)).to.equal("€0.00");
  });

  it("become whole shares within the bounds of a holding, the rest money (S1, S6)", () => {
    const bounds = { par: EURO, minimum: 5n, maximum: 12n };
    const held = { units: 8n, promised: 1n, queued: 0n };
    const of = (amounts: bigint[], inShares: boolean, required = 0, holding = held) =>
      outcomeOf(amounts, inShares, required, holding, bounds);
    expect(of([2_700_000n], true)).to.deep.equal({ units: 2n, money: 700_000n });
    expect(of([2_700_000n, 2_700_000n], true)).to.deep.equal({ units: 3n, money: 2_400_000n });
    expect(of([2_700_000n], false)).to.deep.equal({ units: 0n, money: 2_700_000n });
    expect(of([2_700_000n], false, 2_000)).to.deep.equal({ units: 1n, money: 1_700_000n });
    expect(of([900_000n], false, 5_000)).to.deep.equal({ units: 0n, money: 900_000n });
    expect(of([2_700_000n], true, 0, { units: 2n, promised: 0n, queued: 0n })).to.deep.equal({
      units: 0n,
      money: 2_700_000n,
    });
    expect(of([2_700_000n], true, 0, { units: 8n, promised: 0n, queued: 6n })).to.deep.equal({
      units: 0n,
      money: 2_700_000n,
    });
  });
});

describe("What waits for a person in the market", () => {
  const job = (part: Partial<Job>): Job => ({
    ...{ customer: accountOf(1), provider: accountOf(2), customerId: 1, providerId: 2, kind: JobKind.Ride, role: 0 },
    ...{ terms: 1, distance: 0, fare: EURO, passThrough: 0n, tip: 0n },
    ...{ acceptBy: NOW + DAY, doBy: NOW + DAY, acceptedAt: NOW - DAY },
    ...part,
  });
  const entry = (id: number, state: number, part: Partial<Job> = {}, since = NOW - DAY): JobEntry => ({
    ...{
      id,
      name: String(id),
      market: MODULES.market,
      job: job(part),
      details: zeroHash,
      service: 0,
      state,
      period: 0,
      held: [],
    },
    dates: { offered: since, accepted: since, done: since, disputed: since, ended: 0 },
  });

  function duties(place: number, ...entries: JobEntry[]) {
    const { coop, market } = house();
    for (const one of entries) market.jobs.set(one.id, one);
    coop.offices.push({ role: ARBITER, account: accountOf(3), since: 0, until: NOW + DAY } as never);
    const found = marketDutiesOf(coop, market, { account: memberOf(coop, place).account, cent: 10_000n }, NOW);
    const kept = Object.entries(found).filter(([, list]) => list.length > 0);
    return Object.fromEntries(
      kept.map(([name, list]) => [
        name,
        list.map((one) => (typeof one === "object" ? (one as { id?: number }).id : one)),
      ]),
    );
  }

  it("is what its part in a job asks of it now", () => {
    const jobs = [
      entry(1, JobState.Accepted),
      entry(2, JobState.Done),
      entry(3, JobState.Disputed),
      entry(4, JobState.Offered, { terms: 0 }),
      entry(5, JobState.Ended),
    ];
    expect(duties(2, ...jobs)).to.deep.equal({ toClaim: [undefined], toAccept: [4], toDo: [1] });
    expect(duties(1, ...jobs)).to.deep.equal({ toClaim: [undefined], toConfirm: [2] });
    expect(duties(3, ...jobs)).to.deep.equal({ toRule: [3] });
    expect(duties(4, ...jobs)).to.deep.equal({});
  });

  it("is at a market that was replaced as much, but that nothing is accepted there", () => {
    const { coop, market } = house();
    const { account } = memberOf(coop, 2);
    const former = "0x00000000000000000000000000000000000000f0";
    const jobs = [entry(1, JobState.Accepted), entry(2, JobState.Offered, { terms: 0 })];
    const terms = market.terms;
    market.former.set(former, {
      ...emptyMarket(),
      terms,
      jobs: new Map(jobs.map((one) => [one.id, { ...one, market: former }])),
      owed: new Map([[account.toLowerCase(), 5n]]),
    });
    market.owed.set(account.toLowerCase(), 7n);
    const found = marketDutiesOf(coop, market, { account, cent: 10_000n }, NOW);
    expect(found.toDo.map(({ id }) => id)).to.deep.equal([1]);
    expect([found.toAccept, found.toFetch]).to.deep.equal([[], [12n]]);
  });

  it("is to end it once its time is over, for those whose money it is", () => {
    const late = [
      entry(1, JobState.Done, {}, NOW - 3 * DAY),
      entry(2, JobState.Accepted, { doBy: NOW - DAY - 1 }),
      entry(3, JobState.Disputed, {}, NOW - 14 * DAY),
    ];
    expect(duties(2, ...late)).to.deep.equal({ toClaim: [undefined], toSettle: [1, 2, 3] });
    expect(duties(1, ...late)).to.deep.equal({ toClaim: [undefined], toSettle: [2, 3] });
    expect(duties(3, ...late)).to.deep.equal({});
  });

  it("is to close a period whose time is over, for anyone (A7)", () => {
    const { coop, market } = house();
    const to = (now: number) => marketDutiesOf(coop, market, { account: undefined, cent: 1n }, now).toClose;
    const until = NOW - 9 * DAY + defaultSurplus.period;
    expect([to(until - 1), to(until)]).to.deep.equal([[], [3]]);
  });
});

describe("Movements for jobs and the surplus", () => {
  const move = (part: Partial<Move>): Move =>
    ({ ...{ from: 1, to: 0, party: MODULES.surplus, memo: word(2), tx: "0x1", logIndex: 5 }, ...part }) as Move;
  const word = (number: number) => `0x${number.toString(16).padStart(64, "0")}` as const;

  it("are named by what they are for", () => {
    const { coop } = house();
    const placed = { predecessor: accountOf(0), at: 0, block: 0n };
    coop.placements.push(
      { place: 14, module: MODULES.market, ...placed },
      { place: 16, module: MODULES.surplus, ...placed },
    );
    const reserve = move({});
    const dividends = move({ logIndex: 9 });
    coop.moves.push(reserve, dividends);
    const of = (one: Move, budget?: number) => titleOfMarket(one, coop, budget);
    expect(of(reserve)).to.equal("Surplus of period 2: to the reserve");
    expect(of(dividends)).to.equal("Surplus of period 2: dividends for points");
    expect(of(move({ to: 10, party: accountOf(0) }))).to.equal("Surplus of period 2: the community's share");
    expect(of(move({ from: 0, to: 3, party: MODULES.market }))).to.equal("Fees of jobs: commons part");
    expect(of(move({ from: 0, to: 1, party: MODULES.market }))).to.equal("Fees of jobs: members' part");
    expect(of(move({ party: MODULES.market, memo: word(12) }), 4)).to.equal("Held for job 12, out of budget 4");
    expect(of(move({ party: accountOf(1) }))).to.equal(undefined);
    expect(of(move({ from: 10, party: accountOf(1) }))).to.equal(undefined);
  });
});
