// The pure parts of the market's pages: who can do what now, what the clock brings, how the money adds up, what is written.
import { expect } from "chai";
import type { Address } from "viem";
import { type Job, JobEnd, JobKind, JobState, type MarketTerms, splitOf } from "../../books/job.ts";
import { emptyMarket, type JobEntry } from "../../books/market.ts";
import type { Books } from "../../dapp/src/features/claims/claim.ts";
import { heldClaims, jobClaims } from "../../dapp/src/features/claims/job-claims.ts";
import { actsOn, hindranceTo, type Viewer } from "../../dapp/src/features/market/acts.ts";
import { openOffers, searchIn, underWay } from "../../dapp/src/features/market/browse.ts";
import { disputesOpen } from "../../dapp/src/features/market/disputes.ts";
import { kilometres, metresIn } from "../../dapp/src/features/market/distance.ts";
import { inField, momentIn, sumIn } from "../../dapp/src/features/market/offering.ts";
import { fromText, toText } from "../../dapp/src/features/market/signed.ts";
import { expectedSplit, figuresOf, missedPoints } from "../../dapp/src/features/market/split-lines.ts";
import { deadlineOf } from "../../dapp/src/shared/market/deadlines.ts";
import { linesOf, membersPartIn, periodAt, periodsOf, totalIn } from "../../dapp/src/shared/market/my-work.ts";
import { ARBITER, TREASURER } from "../../dapp/src/shared/motion/offices.ts";

const EURO = 1_000_000n;
const NOW = 1_800_000_000;
const HOUR = 3_600;
const DAY = 24 * HOUR;
const account = (digit: string) => `0x${digit.repeat(40)}` as Address;
const [CUSTOMER, PROVIDER, OTHER, JUDGE, OFFICER] = ["a", "b", "c", "d", "e"].map(account) as [
  Address,
  Address,
  Address,
  Address,
  Address,
];
const NOBODY = account("0");

const TERMS: MarketTerms = {
  fee: 1_000,
  commonsShare: 5_000,
  workShare: 5_000,
  window: 3 * DAY,
  ruleWithin: 14 * DAY,
  defaultAward: 5_000,
  speed: 150,
  membersOnly: false,
};
const market = { terms: [TERMS], closedUntil: 0 };

const job = (part: Partial<Job> = {}): Job => ({
  customer: CUSTOMER,
  provider: PROVIDER,
  customerId: 1,
  providerId: 2,
  kind: JobKind.Ride,
  role: 0,
  terms: 1,
  distance: 4_000,
  fare: 20n * EURO,
  passThrough: EURO,
  tip: 2n * EURO,
  acceptBy: NOW + HOUR,
  doBy: NOW + 2 * HOUR,
  acceptedAt: NOW,
  ...part,
});

const entry = (state: number, part: Partial<Job> = {}, more: Partial<JobEntry> = {}): JobEntry => ({
  id: 1,
  name: "1",
  market: OTHER,
  job: job(part),
  details: `0x${"0".repeat(64)}`,
  service: 0,
  state,
  dates: { offered: NOW, accepted: NOW, done: NOW, disputed: NOW, ended: 0 },
  period: 0,
  held: [],
  ...more,
});
const offered = (part: Partial<Job> = {}) =>
  entry(JobState.Offered, { provider: NOBODY, providerId: 0, customerId: 0, terms: 0, acceptedAt: 0, ...part });

const OFFICES: Record<number, readonly Address[]> = { [ARBITER]: [JUDGE], [TREASURER]: [OFFICER] };
const viewer = (who: Address | undefined, memberId = 0): Viewer => ({
  account: who,
  memberId,
  holds: (role, one) => one !== undefined && (OFFICES[role] ?? []).includes(one as Address),
});
const acts = (one: JobEntry, who: Address | undefined, now = NOW) => actsOn(one, viewer(who), market, now);

describe("Market pages: what can be done now, and by whom", () => {
  it("an offer is accepted by others and withdrawn by its customer, until it lapses", () => {
    expect(acts(offered(), OTHER)).to.deep.equal(["accept"]);
    expect(acts(offered(), CUSTOMER)).to.deep.equal(["withdraw"]);
    expect(acts(offered(), OTHER, NOW + HOUR)).to.deep.equal(["lapse"]);
    expect(acts(offered({ provider: PROVIDER }), OTHER)).to.deep.equal([]);
    expect(acts(offered({ provider: PROVIDER }), PROVIDER)).to.deep.equal(["accept"]);
  });

  it("says what keeps somebody from accepting", () => {
    const why = (part: Partial<Viewer>, one = market) =>
      hindranceTo(offered(), { ...viewer(OTHER), ...part }, one, NOW);
    expect(why({})).to.equal(undefined);
    expect(why({ account: CUSTOMER })).to.equal("own");
    expect(why({ suspendedUntil: NOW + 1 })).to.equal("suspended");
    expect(why({ suspendedUntil: NOW })).to.equal(undefined);
    expect(why({}, { ...market, closedUntil: NOW + 1 })).to.equal("closed");
    const closed = { ...market, terms: [{ ...TERMS, membersOnly: true }] };
    expect(why({}, closed)).to.equal("membersOnly");
    expect(why({ memberId: 3 }, closed)).to.equal(undefined);
  });

  it("an accepted job is done or given up by its provider, confirmed by its customer, and sent back when it is late", () => {
    const accepted = entry(JobState.Accepted);
    expect(acts(accepted, PROVIDER)).to.deep.equal(["done", "handIn", "giveUp"]);
    expect(acts(accepted, CUSTOMER)).to.deep.equal(["confirm", "sign"]);
    const latest = NOW + 2 * HOUR + DAY;
    expect(acts(accepted, PROVIDER, latest))
      .to.include("done")
      .and.not.include("refund");
    expect(acts(accepted, PROVIDER, latest + 1))
      .to.include("refund")
      .and.not.include("done");
  });

  it("a finished job is disputed within the window and paid out after it, never both", () => {
    const done = entry(JobState.Done);
    const end = NOW + TERMS.window;
    expect(acts(done, CUSTOMER, end - 1)).to.deep.equal(["confirm", "sign", "dispute"]);
    expect(acts(done, CUSTOMER, end)).to.deep.equal(["release", "confirm", "sign"]);
    expect(acts(done, PROVIDER, end - 1)).to.deep.equal(["handIn", "dispute"]);
    expect(acts(done, undefined, end)).to.deep.equal(["release", "handIn"]);
  });

  it("a dispute is for an arbiter who is no party, in time; then anyone has it divided", () => {
    const disputed = entry(JobState.Disputed);
    expect(acts(disputed, JUDGE)).to.deep.equal(["rule"]);
    expect(acts(disputed, OTHER)).to.deep.equal([]);
    expect(acts(entry(JobState.Disputed, { provider: JUDGE }), JUDGE)).to.deep.equal([]);
    expect(acts(disputed, JUDGE, NOW + TERMS.ruleWithin)).to.deep.equal(["divide"]);
    expect(acts(entry(JobState.Ended), CUSTOMER)).to.deep.equal([]);
  });

  it("for the co-op its office acts as the customer, unless the worker holds it too", () => {
    const own = { customer: OTHER, role: TREASURER, customerId: 0 };
    expect(acts(entry(JobState.Done, own), OFFICER)).to.deep.equal(["confirm", "dispute"]);
    expect(acts(entry(JobState.Done, own), CUSTOMER)).to.deep.equal([]);
    expect(acts(entry(JobState.Done, { ...own, provider: OFFICER }), OFFICER)).to.deep.equal(["dispute"]);
    expect(acts(offered(own), OFFICER)).to.include("withdraw");
  });

  it("a deadline comes from the terms under which it was accepted, not from later ones", () => {
    const later = [TERMS, { ...TERMS, window: DAY }];
    expect(deadlineOf(entry(JobState.Done), later)).to.deep.equal({ act: "release", at: NOW + 3 * DAY });
    expect(deadlineOf(entry(JobState.Done, { terms: 2 }), later)).to.deep.equal({ act: "release", at: NOW + DAY });
    expect(deadlineOf(entry(JobState.Ended), later)).to.equal(undefined);
  });
});

describe("Market pages: where the money goes", () => {
  it("both halves of the table add up to what was paid in, whoever the parties are and whatever is awarded", () => {
    for (const award of [0, 3_333, 10_000]) {
      for (const [providerId, customerId] of [
        [2, 1],
        [0, 1],
        [2, 0],
        [0, 0],
      ] as const) {
        const one = job({ providerId, customerId, fare: 18_350_001n });
        const { paid, goes, total } = figuresOf(one, splitOf(one, TERMS, award), TERMS);
        const sum = (lines: typeof paid) => lines.reduce((all, { amount }) => all + amount, 0n);
        expect([sum(paid), sum(goes)]).to.deep.equal([total, total]);
      }
    }
  });

  it("before acceptance it is told as it would be for who reads it", () => {
    const asMember = expectedSplit(offered().job, TERMS, { providerId: 2, customerId: 1 });
    const asGuest = expectedSplit(offered().job, TERMS, { providerId: 0, customerId: 1 });
    expect(asMember.pay).to.equal(21n * EURO);
    expect(asMember.work).to.equal(EURO / 2n);
    expect([asGuest.work, asGuest.reserve]).to.deep.equal([0n, EURO / 2n]);
    expect(asGuest.pay).to.equal(asMember.pay);
  });

  it("tells who is no member what a member would have earned", () => {
    const guest = job({ customerId: 0 });
    expect(missedPoints(guest, splitOf(guest, TERMS), TERMS, 10_000, "custom")).to.equal(EURO / 2n);
    expect(missedPoints(guest, splitOf(guest, TERMS), TERMS, 10_000, "work")).to.equal(0n);
  });

  it("a person's jobs are summed by period and side", () => {
    const book = emptyMarket();
    book.terms = [TERMS];
    const period = { points: 0n, members: new Map(), moneyLeft: 0n, pointsLeft: 0n };
    book.periods.set(1, { ...period, period: 1, openedAt: NOW - DAY, closedAt: NOW });
    book.periods.set(2, { ...period, period: 2, openedAt: NOW, closedAt: 0 });
    const ended = (id: number, part: Partial<Job>, how: number, award: number, in_: number) => {
      const one = job(part);
      const dates = { offered: NOW, accepted: NOW, done: NOW, disputed: 0, ended: NOW - DAY + (in_ - 1) * DAY };
      book.jobs.set(id, {
        ...entry(JobState.Ended, part, { id, how, split: splitOf(one, TERMS, award), period: in_, dates }),
        ...(how === JobEnd.Ruled && { ruling: { arbiter: JUDGE, award, reasons: `0x${"1".repeat(64)}` as const } }),
      });
    };
    ended(1, {}, JobEnd.Countersigned, 10_000, 1);
    ended(2, {}, JobEnd.Ruled, 5_000, 2);
    ended(3, { customer: PROVIDER, customerId: 2, provider: OTHER, providerId: 3 }, JobEnd.Released, 10_000, 2);
    const [running, first] = periodsOf(book, linesOf(book, { account: PROVIDER, memberId: 2 }));
    expect(first?.provider).to.deep.equal({
      jobs: 1,
      fares: 20n * EURO,
      fees: 2n * EURO,
      costs: EURO,
      tips: 2n * EURO,
      points: EURO / 2n,
      dividends: 0n,
    });
    expect(first && totalIn("provider", first.provider)).to.equal(21n * EURO);
    expect(running?.provider.fares).to.equal(10n * EURO);
    expect(running && totalIn("customer", running.customer)).to.equal(23n * EURO);
    const nobody = periodsOf(book, linesOf(book, { account: JUDGE, memberId: 0 }));
    expect(nobody.map(({ period: one }) => one)).to.deep.equal([2]);
    // As an account alone one sees what it did before it was a member's.
    expect(linesOf(book, { account: PROVIDER, memberId: 7 })).to.have.lengthOf(3);
    expect([membersPartIn(book, 1), membersPartIn(book, 2)]).to.deep.equal([EURO, EURO / 2n + EURO]);
    expect([periodAt(book, NOW - 1), periodAt(book, NOW)]).to.deep.equal([1, 2]);
  });
});

describe("Market pages: what people read and write", () => {
  it("the address of the page says what is shown; what it does not know is passed over", () => {
    expect(searchIn({ kind: "ride", mine: true })).to.deep.equal({ kind: "ride", mine: true });
    expect(searchIn({ kind: "boat", mine: "yes" })).to.deep.equal({});
    const jobs = new Map([
      [1, offered()],
      [2, { ...offered({ provider: PROVIDER, kind: JobKind.Task }), id: 2 }],
      [3, { ...entry(JobState.Accepted), id: 3 }],
    ]);
    const ids = (list: JobEntry[]) => list.map(({ id }) => id);
    expect(ids(openOffers({ jobs }, viewer(OTHER), NOW, {}))).to.deep.equal([1]);
    expect(ids(openOffers({ jobs }, viewer(PROVIDER), NOW, {}))).to.deep.equal([2, 1]);
    expect(ids(openOffers({ jobs }, viewer(OTHER), NOW, { kind: "ride" }))).to.deep.equal([1]);
    expect(ids(openOffers({ jobs }, viewer(PROVIDER), NOW, { mine: true }))).to.deep.equal([2]);
    expect(ids(openOffers({ jobs }, viewer(OTHER), NOW + HOUR, {}))).to.deep.equal([]);
    expect(ids(underWay({ jobs, former: new Map() }, viewer(PROVIDER), NOW, {}))).to.deep.equal([3]);
  });

  it("jobs of a market that was replaced are among one's own and among disputes, and can not be accepted", () => {
    const former = new Map([
      [1, offered({ provider: PROVIDER })],
      [2, { ...entry(JobState.Disputed), id: 2, name: "2" }],
      [3, { ...entry(JobState.Ended), id: 3, name: "3" }],
    ]);
    const jobs = new Map([[1, { ...offered({ provider: PROVIDER }), name: "2.1" }]]);
    const book = { ...emptyMarket(), jobs, former: new Map([[CUSTOMER, { ...emptyMarket(), jobs: former }]]) };
    const names = (list: JobEntry[]) => list.map(({ name }) => name);
    expect(names(openOffers(book, viewer(PROVIDER), NOW, {}))).to.deep.equal(["2.1"]);
    expect(names(underWay(book, viewer(PROVIDER), NOW, {}))).to.deep.equal(["2", "1"]);
    expect(names(disputesOpen(book))).to.deep.equal(["2"]);
    const closed = { terms: [TERMS], closedUntil: 2 ** 40 - 1 };
    expect(hindranceTo(offered(), viewer(PROVIDER), closed, NOW)).to.equal("closed");
  });

  it("distances are written in kilometres and kept in metres", () => {
    expect(["4", "4,25", " 0.5 ", "", "4.2555", "far"].map(metresIn)).to.deep.equal([
      4_000,
      4_250,
      500,
      0,
      undefined,
      undefined,
    ]);
    expect(kilometres(4_250)).to.equal("4.25 km");
  });

  it("an amount that may be nothing can be left out", () => {
    const unit = { address: NOBODY, name: "Test euro", symbol: "EUR", decimals: 6 };
    expect(["", "0", "0,00", "2.50", "2.505", "x"].map((text) => sumIn(text, unit))).to.deep.equal([
      0n,
      0n,
      0n,
      2_500_000n,
      undefined,
      undefined,
    ]);
  });

  it("a moment goes into its field and comes out the same, to the minute", () => {
    expect(momentIn(inField(NOW))).to.equal(NOW - (NOW % 60));
    expect(momentIn("")).to.equal(undefined);
  });

  it("a signed confirmation survives being copied as a text or a link", () => {
    const signed = { job: 12, distance: 4_000, until: NOW, signature: "0xabcd" as const };
    expect(fromText(toText(signed))).to.deep.equal(signed);
    expect(fromText(` https://coop.example/market/12#${toText(signed)}\n`)).to.deep.equal(signed);
    expect(fromText(toText(signed).slice(0, -1))).to.equal(undefined);
    expect(fromText("confirmed.12")).to.equal(undefined);
  });
});

describe("Claiming what jobs owe", () => {
  const book = (...entries: JobEntry[]) => {
    const made = { ...emptyMarket(), terms: [TERMS] };
    made.jobs = new Map(entries.map((one) => [one.id, one]));
    return made;
  };
  const claimed = (market: ReturnType<typeof book>, who: Address, now: number) =>
    jobClaims({ market, now } as Books, who).map(({ id, expected }) => [id, expected]);
  const ALL = 23n * EURO;

  it("is for whose money it is, once the job's time is over", () => {
    const waiting = entry(JobState.Accepted);
    const over = NOW + 2 * HOUR + 24 * HOUR + 1;
    expect(claimed(book(waiting), CUSTOMER, over - 1)).to.deep.equal([]);
    expect(claimed(book(waiting), CUSTOMER, over)).to.deep.equal([["refund:1", ALL]]);
    expect(claimed(book(waiting), PROVIDER, over)).to.deep.equal([]);
    expect(claimed(book(offered()), CUSTOMER, NOW + HOUR)).to.deep.equal([["lapse:1", ALL]]);
    const done = entry(JobState.Done);
    expect(claimed(book(done), PROVIDER, NOW + 3 * DAY)).to.deep.equal([["release:1", 0n]]);
    expect(claimed(book(done), CUSTOMER, NOW + 3 * DAY)).to.deep.equal([]);
    const disputed = book(entry(JobState.Disputed));
    for (const who of [PROVIDER, CUSTOMER]) {
      expect(claimed(disputed, who, NOW + 14 * DAY)).to.deep.equal([["divide:1", 0n]]);
    }
    expect(claimed(disputed, OTHER, NOW + 14 * DAY)).to.deep.equal([]);
  });

  it("is not for who booked it for the co-op, and not for a job that has ended", () => {
    const late = NOW + 30 * DAY;
    expect(claimed(book(entry(JobState.Accepted, { role: TREASURER })), CUSTOMER, late)).to.deep.equal([]);
    expect(claimed(book(entry(JobState.Ended)), PROVIDER, late)).to.deep.equal([]);
  });

  it("is what could not be delivered too, at whatever market", () => {
    const market = book();
    market.owed = new Map([[PROVIDER, 4n]]);
    market.former = new Map([[JUDGE, { ...book(), owed: new Map([[PROVIDER, 3n]]) }]]);
    const claims = heldClaims({ market, modules: { market: OTHER } } as unknown as Books, PROVIDER);
    expect(claims.map(({ call, expected }) => [call.address, expected])).to.deep.equal([
      [JUDGE, 3n],
      [OTHER, 4n],
    ]);
  });
});
