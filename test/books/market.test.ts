// Jobs in the books: every end, the money, and the points (J1 to J6, A3).
import { expect } from "chai";
import { PLACE } from "../../books/apply/founding.ts";
import { JobEnd, JobKind, JobState, splitOf } from "../../books/job.ts";
import { jobNamed } from "../../books/markets.ts";
import { DAY } from "./house.ts";
import { disagreementsIn, impossibleInMarket, marketHouse, TERMS } from "./market-house.ts";
import { account, hash } from "./sample.ts";

describe("Jobs in the books", () => {
  it("are paid when they are countersigned, and both sides have points (J2, J5)", () => {
    const { ride, book, jobOf } = marketHouse();
    const id = ride({ tip: 20n, passThrough: 30n });
    const entry = jobOf(id);
    expect(entry).to.deep.include({ state: JobState.Ended, how: JobEnd.Countersigned, period: 1 });
    expect(entry.split).to.deep.equal({
      ...{ pay: 950n, refund: 0n, commons: 50n, operating: 50n, reserve: 0n },
      ...{ work: 25n, custom: 25n },
    });
    expect(book().gathered).to.deep.equal({ operating: 50n, commons: 50n, reserve: 0n });
    expect(book().held).to.equal(100n);
    expect(book().periods.get(1)?.points).to.equal(50n);
    expect(disagreementsIn(book())).to.deep.equal([]);
  });

  it("end in eight ways, each with its own money", () => {
    const { offer, accept, done, dispute, release, rule, divide, back, ride, book, jobOf } = marketHouse();
    ride();
    const accepted = () => {
      const id = offer({ tip: 10n });
      accept(id);
      return id;
    };
    const finished = () => {
      const id = accepted();
      done(id);
      return id;
    };
    release(finished());
    back(offer(), JobEnd.Withdrawn);
    back(offer(), JobEnd.Lapsed, DAY);
    back(accepted(), JobEnd.GivenUp);
    back(accepted(), JobEnd.Overdue, 4 * DAY);
    const [ruled, undecided] = [finished(), finished()];
    for (const id of [ruled, undecided]) dispute(id);
    rule(ruled, 7_500);
    divide(undecided);
    const ends = [...book().jobs.values()].map(({ how }) => how);
    expect(ends).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(jobOf(2).split).to.include({ pay: 910n, refund: 0n, work: 25n, custom: 0n });
    expect(jobOf(5).split).to.include({ pay: 0n, refund: 1_010n, operating: 0n });
    // Three quarters of 1,010 rounded down, less a tenth of 750.
    expect(jobOf(ruled).split).to.include({ pay: 682n, refund: 253n, commons: 38n, operating: 37n, work: 18n });
    expect(jobOf(undecided).split).to.include({ pay: 455n, refund: 505n, work: 12n, custom: 13n });
    // Only fees are left.
    const { operating, commons, reserve } = book().gathered;
    expect(book().held).to.equal(operating + commons + reserve);
    expect(disagreementsIn(book())).to.deep.equal([]);
  });

  it("keep their terms, and know who was a member when they were accepted (J1, J5)", () => {
    const { offer, accept, done, confirm, add, book, jobOf } = marketHouse();
    const id = offer();
    accept(id);
    add("market", "MarketTermsSet", { number: 2, terms: { ...TERMS, fee: 2_000 } });
    add("register", "Left", { memberId: 2, account: account(2), seat: 2 });
    done(id);
    confirm(id);
    expect(jobOf(id).split).to.include({ pay: 900n, work: 25n });
    const later = offer();
    accept(later, 2, { providerId: 0 });
    expect(jobOf(later).job).to.include({ terms: 2, providerId: 0, customerId: 1 });
    add("register", "Recovered", { memberId: 1, former: account(1), newAccount: account(11) });
    const recovered = offer({ customer: 11 });
    accept(recovered, 3, { customerId: 1 });
    expect(book().memberOf.get(account(1))).to.equal(1);
    expect(disagreementsIn(book())).to.deep.equal([]);
    accept(offer({ customer: 1 }), 3);
    expect(disagreementsIn(book())).to.deep.equal(["JobAccepted, customer: 1, not 0"]);
  });

  it("are contradicted by figures that do not follow", () => {
    const split = marketHouse();
    const id = split.offer();
    split.accept(id);
    split.done(id);
    split.end(id, JobEnd.Released, splitOf(split.jobOf(id).job, TERMS), { pay: 901n }, TERMS.window);
    // It was released without a word of the customer, so its points are none (J5).
    expect(disagreementsIn(split.book())).to.deep.equal([
      "JobEnded, pay: 901, not 900",
      "PointsEarned, custom: 25, not 0",
    ]);
    const terms = marketHouse();
    terms.accept(terms.offer(), 2, { terms: 1, providerId: 3 });
    expect(disagreementsIn(terms.book())).to.deep.equal(["JobAccepted, provider: 3, not 2"]);
    const fees = marketHouse();
    fees.ride();
    fees.remit({ commons: 51n });
    expect(disagreementsIn(fees.book())).to.deep.equal(["Remitted, commons: 51, not 50"]);
    const points = marketHouse();
    points.ride();
    points.add("patronage", "PointsEarned", { period: 1, providerId: 2, customerId: 1, work: 1n, custom: 0n });
    expect(disagreementsIn(points.book()).at(-1)).to.equal("PointsEarned, work: 1, not 0");
    const untold = marketHouse();
    untold.ride();
    untold.events.pop();
    untold.offer();
    expect(disagreementsIn(untold.book())).to.deep.equal(["JobOffered, points of job 1 before it: 0, not 50"]);
  });

  it("have a distance only when both agree to it and nobody drives as fast (J6)", () => {
    const told = (kind: number, stated: number, agreed: number) => {
      const { offer, accept, done, add, book, jobOf } = marketHouse();
      const id = offer({ kind });
      accept(id);
      done(id, stated);
      add("market", "JobCountersigned", { jobId: BigInt(id), by: account(1), distance: agreed });
      expect(jobOf(id).countersigned).to.deep.equal({ by: account(1), distance: agreed });
      return disagreementsIn(book());
    };
    expect(told(JobKind.Ride, 4_000, 4_000)).to.deep.equal([]);
    expect(told(JobKind.Ride, 4_000, 0)).to.deep.equal([]);
    expect(told(JobKind.Ride, 4_000, 3_000)).to.deep.equal(["JobCountersigned, distance: 3000, not 0"]);
    // 151 kilometres in an hour.
    expect(told(JobKind.Ride, 151_000, 151_000)).to.deep.equal(["JobCountersigned, distance: 151000, not 0"]);
    expect(told(JobKind.Task, 9, 9)).to.deep.equal(["JobCountersigned, distance: 9, not 0"]);
  });
});

describe("Impossible jobs", () => {
  /** Job 1 was offered, job 2 is for member 3, job 3 accepted, job 4 done, job 5 disputed. */
  function jobs() {
    const all = marketHouse();
    const { offer, accept, done, dispute } = all;
    for (const provider of [0, 3, 0, 0, 0]) offer({ provider });
    for (const id of [3, 4, 5]) accept(id);
    for (const id of [4, 5]) done(id);
    dispute(5);
    const impossible = (name: string, args: Record<string, unknown>, why: RegExp, later = 60) =>
      impossibleInMarket(all.events, all.tell("market", name, args, later), why);
    return { ...all, impossible };
  }
  const money = { pay: 0n, refund: 1_000n, commons: 0n, operating: 0n, reserve: 0n };
  const ended = (jobId: bigint, how: number) => ({ jobId, how, ...money });
  const accepted = { jobId: 1n, provider: account(2), providerId: 2, customerId: 1, terms: 1 };

  it("are accepted by somebody else, by their customer, or too late", () => {
    const { impossible } = jobs();
    impossible("JobAccepted", { ...accepted, jobId: 9n }, /never offered/);
    impossible("JobAccepted", { ...accepted, jobId: 2n }, /which is for 0x/);
    impossible("JobAccepted", { ...accepted, jobId: 3n }, /not at this point/);
    impossible("JobAccepted", { ...accepted, provider: account(1) }, /its own job/);
    impossible("JobAccepted", accepted, /too late/, DAY);
  });

  it("go on out of turn, or outside their times (J3, J4)", () => {
    const { impossible } = jobs();
    impossible("JobDone", { jobId: 1n, distance: 1 }, /not at this point/);
    impossible("JobDone", { jobId: 3n, distance: 1 }, /done too late/, 4 * DAY);
    impossible("JobCountersigned", { jobId: 5n, by: account(1), distance: 1 }, /not at this point/);
    impossible("JobDisputed", { jobId: 3n, by: account(1), evidence: hash(1) }, /not at this point/);
    impossible("JobDisputed", { jobId: 4n, by: account(1), evidence: hash(1) }, /window has passed/, TERMS.window);
    const ruled = { arbiter: account(60), award: 1, reasons: hash(1) };
    impossible("JobRuled", { jobId: 4n, ...ruled }, /not at this point/);
    impossible("JobRuled", { jobId: 5n, ...ruled }, /too late/, TERMS.ruleWithin);
  });

  it("end in ways that are not open to them (J3, J4)", () => {
    const { impossible, book } = jobs();
    impossible("JobEnded", ended(3n, JobEnd.Countersigned), /not open/);
    impossible("JobEnded", ended(3n, JobEnd.Withdrawn), /not at this point/);
    impossible("JobEnded", ended(1n, JobEnd.GivenUp), /not at this point/);
    impossible("JobEnded", ended(4n, JobEnd.GivenUp), /not at this point/);
    impossible("JobEnded", ended(1n, JobEnd.Lapsed), /not open/);
    impossible("JobEnded", ended(3n, JobEnd.Overdue), /not open/);
    impossible("JobEnded", ended(4n, JobEnd.Released), /not open/);
    impossible("JobEnded", ended(5n, JobEnd.Ruled), /not open/);
    impossible("JobEnded", ended(5n, JobEnd.Undecided), /not open/);
    impossible("JobEnded", ended(1n, 8), /not open/);
    const held = book().held;
    expect(held).to.equal(5_000n);
  });

  it("hold or give money that is nobody's", () => {
    const { impossible, back, add } = jobs();
    back(1, JobEnd.Withdrawn);
    impossible("PaymentHeld", { jobId: 1n, account: account(2), amount: 1_000n }, /does not owe/);
    impossible("PaymentHeld", { jobId: 1n, account: account(1), amount: 999n }, /does not owe/);
    impossible("PaymentHeld", { jobId: 3n, account: account(2), amount: 1_000n }, /not at this point/);
    impossible("Collected", { account: account(1), to: account(1), amount: 1_000n }, /where 0 waits/);
    add("market", "PaymentHeld", { jobId: 1n, account: account(1), amount: 1_000n }, 0);
    impossible("Collected", { account: account(1), to: account(1), amount: 999n }, /where 1000 waits/);
  });

  it("begin twice, while nothing new begins, or under terms out of turn (G1, A2)", () => {
    const { impossible, add, events, now } = jobs();
    const offered = events.find(({ name }) => name === "JobOffered")?.args ?? {};
    impossible("JobOffered", offered, /again/);
    impossible("MarketTermsSet", { number: 3, terms: TERMS }, /the next are 2/);
    add("market", "NothingNewUntil", { until: now() + 7 * DAY });
    impossible("JobOffered", { ...offered, jobId: 6n }, /nothing new begins/);
    impossible("JobAccepted", accepted, /nothing new begins/);
  });
});

describe("Services in the books", () => {
  const posted = { kind: JobKind.Task, terms: 1, fare: 500n, passThrough: 0n, lasts: DAY, details: hash(3) };

  function service() {
    const all = marketHouse();
    all.add("market", "ServicePosted", { serviceId: 1n, provider: account(2), ...posted });
    const booked = (changes: Record<string, unknown> = {}) => {
      const at = all.now() + 60;
      const asked = { customer: account(1), provider: account(2), kind: JobKind.Task, role: 0, fare: 500n };
      const rest = { passThrough: 0n, tip: 9n, acceptBy: at, doBy: at + DAY, details: hash(4) };
      all.add("market", "JobOffered", { jobId: 1n, ...asked, ...rest, ...changes });
    };
    return { ...all, booked };
  }

  it("are booked as they were posted, and accepted at once", () => {
    const { booked, add, accept, book, jobOf } = service();
    booked();
    add("market", "ServiceBooked", { serviceId: 1n, jobId: 1n }, 0);
    accept(1);
    add("market", "ServiceWithdrawn", { serviceId: 1n });
    expect(book().services.get(1)).to.deep.include({ open: false, bookings: [1], fare: 500n });
    expect(jobOf(1)).to.include({ service: 1, state: JobState.Accepted });
  });

  it("are not booked otherwise, nor once they are withdrawn", () => {
    for (const changes of [{ fare: 499n }, { provider: account(3) }, { kind: 0 }, { passThrough: 1n }, { doBy: 1 }]) {
      const { booked, events, tell } = service();
      booked(changes);
      impossibleInMarket(events, tell("market", "ServiceBooked", { serviceId: 1n, jobId: 1n }, 0), /that is another/);
    }
    const { booked, add, events, tell } = service();
    impossibleInMarket(
      events,
      tell("market", "ServicePosted", { serviceId: 1n, provider: account(2), ...posted }),
      /again/,
    );
    add("market", "ServiceWithdrawn", { serviceId: 1n });
    booked();
    impossibleInMarket(events, tell("market", "ServiceBooked", { serviceId: 1n, jobId: 1n }, 0), /not there/);
  });
});

describe("A market that replaces another", () => {
  it("numbers its jobs anew; those of the former end there, and its points are the last (J5)", () => {
    const { offer, ride, add, tell, book, events } = marketHouse();
    ride();
    const open = offer();
    const successor = account(0x77);
    const former = events.find(({ contract }) => contract === "market")?.address ?? account(0);
    const placed = events.find(({ name, args }) => name === "ModulePlaced" && args.place === PLACE.market);
    Object.assign(placed ?? {}, { args: { ...placed?.args, module: former } });
    add("directory", "ModulePlaced", { place: PLACE.market, module: successor, predecessor: former });
    const terms = tell("market", "MarketTermsSet", { number: 1, terms: TERMS });
    events.push({ ...terms, address: successor });
    const offered = {
      customer: account(4),
      provider: account(0),
      kind: 0,
      role: 0,
      fare: 70n,
      passThrough: 0n,
      tip: 0n,
    };
    const job = tell("market", "JobOffered", { jobId: 1n, ...offered, acceptBy: 2e9, doBy: 2e9, details: hash(1) });
    events.push({ ...job, address: successor });
    expect([...book().jobs.keys()]).to.deep.equal([1]);
    expect(book().held).to.equal(70n);
    // Each is found by what it is called, now and for good.
    expect(["1", "2.1", "2.2", "3.1", "x"].map((name) => jobNamed(book(), name)?.market)).to.deep.equal([
      former,
      successor,
      undefined,
      undefined,
      undefined,
    ]);
    expect(jobNamed(book(), "2.1")?.name).to.equal("2.1");
    // Told by the former: it gives back what it holds.
    const ended = { jobId: BigInt(open), how: JobEnd.Withdrawn, pay: 0n, refund: 1_000n };
    events.push(tell("market", "JobEnded", { ...ended, commons: 0n, operating: 0n, reserve: 0n }));
    const kept = book().former.get(former.toLowerCase());
    expect(kept?.jobs.get(open)).to.include({ state: JobState.Ended, market: former });
    expect(kept?.held).to.equal(100n);
    expect(book().periods.get(1)?.points).to.equal(50n);
    expect(disagreementsIn(book())).to.deep.equal([]);
  });
});
