// The life of a co-op that was founded from a template: how members join, decide, work, share and end it, by the template's figures.
import { expect } from "chai";
import { charterFrom, type Template } from "../../../books/charter/templates.ts";
import { splitOf } from "../../../books/job.ts";
import { type Kind, presenceNeeded } from "../../../books/rules.ts";
import { divisionOf } from "../../../books/surplus.ts";
import { boardOf, ClassKind, DAY, founder, NO_PERMIT, Position } from "../../../scripts/deploy/charter.ts";
import { Fund } from "../../commons/setting.ts";
import { commitment, GovernorState, resolution, Verdict } from "../../helpers/assembly.ts";
import { type Action, at, type Chain, EURO, found, hashOf } from "../../helpers/coop.ts";
import { account, addressOf, admission, declaration, memberOf, windingUp } from "../../helpers/motions.ts";
import { reverts } from "../../helpers/reverts.ts";
import { marketOf } from "../../market/setting.ts";

const FOUNDERS = 4;
export const BODY = 97;
export const STRANGER = 60;
const PURSE = 100_000n * EURO;
export const FARE = 2_000n * EURO;
/** What the co-op is given to begin with. */
const START = 3_000n * EURO;
const SHARES = 10n;

/** Who comes beside four founders: two to each class that one can apply to, these besides, and so many seats of a community. */
export type Cast = { newcomers?: readonly number[]; seats?: readonly number[] };

/** Founds a co-op from the template: four founders in the classes in turn, three of them the board. */
export async function begin(chain: Chain, template: Template, cast: Cast = {}) {
  const open = template.classes.flatMap(({ kind }, i) => (kind === ClassKind.Community ? [] : [i]));
  const now = await chain.networkHelpers.time.latest();
  const classOfFounder = (i: number) => at(open, i % open.length);
  const charter = charterFrom(template, {
    name: `The ${template.name}`,
    purpose: template.forWhom,
    settlementToken: chain.euro.address,
    body: addressOf(chain, BODY),
    decimals: 6,
    founders: Array.from({ length: FOUNDERS }, (_, i) => founder(addressOf(chain, i), classOfFounder(i))),
    officers: boardOf(
      [0, 1, 2].map((i) => addressOf(chain, i)),
      now + 364 * DAY,
    ),
  });
  const coop = await found(chain, charter, hashOf(template.id));
  /** Class of `wallets[i]`, in the order in which they came. */
  const members = Array.from({ length: FOUNDERS }, (_, i) => classOfFounder(i));
  const coming = [...open, ...open, ...(cast.newcomers ?? [])];
  return { chain, coop, charter, template, members, coming, seats: cast.seats ?? [] };
}

export type Life = Awaited<ReturnType<typeof begin>>;

const as = (chain: Chain, i: number) => ({ account: account(chain, i) });
export const ofKind = ({ charter, members }: Life, kind: number): number[] =>
  members.flatMap((index, i) => (charter.classes[index]?.kind === kind ? [i] : []));
export const fund = ({ chain, coop }: Life, which: number) =>
  coop.treasuryContract.read.balanceOf([which, chain.euro.address]);

async function purse({ chain, coop }: Life, i: number) {
  await chain.euro.write.mint([addressOf(chain, i), PURSE]);
  for (const spender of [coop.market, coop.treasury]) await chain.euro.write.approve([spender, PURSE], as(chain, i));
}

/** One applies, the board accepts, one joins and pays for shares; founders buy theirs. */
export async function join(life: Life) {
  const { chain, coop, members, coming } = life;
  await purse(life, STRANGER);
  const gift = [Fund.Operating, chain.euro.address, START, hashOf("to begin with")] as const;
  await coop.treasuryContract.write.deposit(gift, as(chain, STRANGER));
  for (let i = 0; i < FOUNDERS; i++) {
    await purse(life, i);
    await coop.sharesContract.write.subscribe([SHARES, 0n], as(chain, i));
  }
  for (const index of coming) {
    const i = members.length;
    await purse(life, i);
    await coop.registerContract.write.applyFor([index, commitment(i)], as(chain, i));
    await coop.registerContract.write.accept([addressOf(chain, i), hashOf(`${coop.directory} ${i}`)], as(chain, 0));
    await coop.registerContract.write.join([SHARES, 0n, NO_PERMIT], as(chain, i));
    members.push(index);
  }
}

/** The seats of a community: nobody can apply for them, a resolution fills them (C1). */
export async function seat(life: Life) {
  const { chain, coop, members, seats } = life;
  const first = members.length;
  const admissions: Action[] = [];
  for (const [n, index] of seats.entries()) {
    const application = coop.registerContract.write.applyFor([index, commitment(first + n)], as(chain, first + n));
    await reverts(application, "MemberRegisterByResolutionOnly", [index]);
    admissions.push(admission(coop, addressOf(chain, first + n), index));
  }
  await decide(life, 1, admissions, "Who speaks for the place");
  members.push(...seats);
  for (const [n, index] of seats.entries()) {
    expect((await memberOf(chain, coop, first + n)).seat >>> 24).to.equal(index);
  }
}

/** From notice to the deed, by the figures of the charter: one ballot fewer would not have been enough. */
export async function decide(life: Life, kind: Kind, actions: readonly Action[], text: string) {
  const { chain, coop, charter, members } = life;
  const rule = charter.rules.kinds[kind];
  const step = resolution(chain, coop, actions, text);
  const id = await step.propose();
  const { kind: told, noticeAt } = await coop.deskContract.read.proposalRecord([id]);
  const opens = await step.opens();
  expect([told, opens - noticeAt, (await step.closes()) - opens], text).to.deep.equal([kind, rule.notice, rule.period]);
  if (rule.notice > 0) await reverts(step.vote(0, Position.For), "GovernorUnexpectedProposalState");

  await step.toOpening();
  const { quorum, turnout } = presenceNeeded(kind, rule, members.length, false);
  const enough = Math.max(quorum, turnout);
  for (let i = 0; i < enough - 1; i++) await step.vote(i, Position.For);
  expect((await step.outcome()).verdict, text).to.equal(Verdict.Adjourned);
  await step.vote(enough - 1, Position.For);
  await step.toClose();
  expect((await step.outcome()).verdict, text).to.equal(Verdict.Passed);

  // What an advisory resolution passes stands by itself.
  if (kind === 0) {
    await reverts(step.execute(), "AssemblyNothingToCarryOut");
    return;
  }
  expect((await step.eta()) - (await step.closes()), text).to.equal(rule.delay);
  await reverts(step.execute(), "AssemblyTooEarly");
  await step.toEta();
  await step.execute();
  expect(await step.state(), text).to.equal(GovernorState.Executed);
}

/** How a motion ends on which the members vote as `positions` has it, by wallet. */
export async function outcomeOf(
  { chain, coop }: Life,
  actions: readonly Action[],
  text: string,
  positions: readonly (number | undefined)[],
) {
  const step = resolution(chain, coop, actions, text);
  await step.propose();
  await step.toOpening();
  await step.votes(positions);
  await step.toClose();
  return step.outcome();
}

/** A worker does a job for a user or, where no class uses the co-op, for a stranger; its fee is divided as the template says. */
export async function work(life: Life) {
  const { chain, coop, charter } = life;
  const worker = at(ofKind(life, ClassKind.Worker), 0);
  const [user = STRANGER] = ofKind(life, ClassKind.User);
  const market = marketOf(chain, coop);
  const before = await market.money(worker);
  const ride = await market.paid(user, worker, { fare: FARE, passThrough: 0n, tip: 0n });
  const split = splitOf(market.of(ride), charter.market);
  expect(await market.money(worker)).to.equal(before + split.pay);
  expect(await market.points(worker)).to.deep.equal([split.work, 0n]);
  if (user !== STRANGER) expect(await market.points(user)).to.deep.equal([0n, split.custom]);
  return { worker, user, split };
}

/** What the job left is the surplus of the period: divided as the template says, and claimed by points. */
export async function share(life: Life, { worker, user, split }: Awaited<ReturnType<typeof work>>) {
  const { chain, coop, charter } = life;
  const { surplusContract: surplus, patronageContract: patronage, sharesContract: shares } = coop;
  const closesAt = Number(await surplus.read.closesAt());
  if ((await chain.networkHelpers.time.latest()) < closesAt) await chain.networkHelpers.time.increaseTo(closesAt);
  await surplus.write.close();
  const [commons, community] = [await fund(life, Fund.Commons), await fund(life, Fund.Community)];
  expect(commons).to.equal(split.commons);
  await decide(life, 1, [declaration(coop, 1, split.operating)], "What the first period left");

  const points = split.work + split.custom;
  const division = divisionOf(charter.surplus, { surplus: split.operating, interest: 0n, points, carried: 0n });
  const record = await surplus.read.recordOf([1]);
  expect([record.reserve, record.community, record.dividends]).to.deep.equal([
    division?.reserve,
    division?.community,
    division?.dividends,
  ]);
  expect((await fund(life, Fund.Community)) - community).to.equal(record.community);

  let claimed = 0n;
  for (const i of user === STRANGER ? [worker] : [worker, user]) {
    const { id } = await memberOf(chain, coop, i);
    const had = [
      await chain.euro.read.balanceOf([addressOf(chain, i)]),
      await shares.read.balanceOf([addressOf(chain, i)]),
    ];
    await patronage.write.claim([id, [1], false], as(chain, i));
    const money = (await chain.euro.read.balanceOf([addressOf(chain, i)])) - at(had, 0);
    const units = (await shares.read.balanceOf([addressOf(chain, i)])) - at(had, 1);
    const dividend = money + units * charter.shares.par;
    // As many whole shares as the charter asks for, and no more than that takes.
    const least = dividend * BigInt(charter.surplus.inShares);
    expect(units).to.equal((least + 10_000n * charter.shares.par - 1n) / (10_000n * charter.shares.par));
    claimed += dividend;
  }
  expect(claimed).to.equal(record.dividends);
}

/** The members end it; shares are repaid at par, and the body gets the reserve and all that is left (A2). */
export async function end(life: Life) {
  const { chain, coop, charter, members } = life;
  const body = async () => chain.euro.read.balanceOf([addressOf(chain, BODY)]);
  await coop.reserveContract.write.acceptBody(as(chain, BODY));
  await decide(life, 3, [windingUp(coop)], "The end");
  const since = Number(await coop.directoryContract.read.windingUpSince());
  await chain.networkHelpers.time.increaseTo(since + 90 * DAY);
  await coop.directoryContract.write.close(as(chain, STRANGER));

  for (const i of members.keys()) {
    const { id } = await memberOf(chain, coop, i);
    const units = await coop.sharesContract.read.balanceOf([addressOf(chain, i)]);
    if (units === 0n) continue;
    const before = await chain.euro.read.balanceOf([addressOf(chain, i)]);
    await coop.sharesContract.write.redeem([id], as(chain, STRANGER));
    expect(await chain.euro.read.balanceOf([addressOf(chain, i)])).to.equal(before + units * charter.shares.par);
  }
  expect(await coop.sharesContract.read.totalSupply()).to.equal(0n);

  const before = await body();
  const left = await chain.euro.read.balanceOf([coop.treasury]);
  const reserve = await coop.reserveContract.read.booked();
  expect(left > 0n && reserve > 0n).to.equal(true);
  await coop.treasuryContract.write.endow([chain.euro.address], as(chain, STRANGER));
  await coop.reserveContract.write.endow([chain.euro.address], as(chain, STRANGER));
  expect(await body()).to.equal(before + left + reserve);
  for (const place of [coop.treasury, coop.reserve, coop.market, coop.patronage] as const) {
    expect(await chain.euro.read.balanceOf([place])).to.equal(0n);
  }
}
