// A co-op whose members replace their market by constitutional resolution while jobs are at every point there: what the scenario, the
// audit and the pages are tried on.
import type { Address } from "viem";
import { DAY, defaultMarket, Place, Position } from "../../scripts/deploy/charter.ts";
import { initialisationOf, type Successor, successorFor } from "../../scripts/deploy/successor.ts";
import { actsAt, FARE, type MarketCoop, marketCoop, STRANGER, TREASURER } from "../audit/market-acts.ts";
import { resolution } from "../helpers/assembly.ts";
import { type Chain, EURO } from "../helpers/coop.ts";

/** The members vote the successor in: everybody is for it. */
const VOTERS = [0, 1, 2, 3, 4, 5, 6];

/** The code of a second edition of the market, which anyone may deploy. */
export async function secondEdition(chain: Chain): Promise<Address> {
  const { address: JobTerms } = await chain.viem.deployContract("JobTerms");
  return (await chain.viem.deployContract("JobMarketTwo", [], { libraries: { JobTerms } })).address;
}

/** What is to be put to the members: a market of this code, with the terms that one has when nobody says otherwise. */
export async function successorOf(
  { chain, coop }: Pick<MarketCoop, "chain" | "coop">,
  implementation?: Address,
  initialisation = initialisationOf("market", [defaultMarket]),
): Promise<Successor> {
  return successorFor(chain.client as never, {
    directory: coop.directory,
    at: "market",
    implementation: implementation ?? (await secondEdition(chain)),
    initialisation,
  });
}

/** The resolution, passed and waiting to be carried out: 28 days of notice, 14 of voting, 3 of delay. */
export async function decidedOn(
  { chain, coop }: Pick<MarketCoop, "chain" | "coop">,
  successor: Successor,
  text: string,
) {
  const step = resolution(chain, coop, [successor.action], text);
  await step.propose();
  await step.toOpening();
  for (const i of VOTERS) await step.vote(i, Position.For);
  await step.toClose();
  await step.toEta();
  return step;
}

/** Jobs at every point, and the resolution ready to be carried out. Numbers of jobs are those of the market. */
export async function beforeReplacement() {
  const life = await marketCoop();
  const { token, accountOf, offer, accept, paid, finished, confirm, dispute, post, book, offerForCoop, done } = life;
  const early = await paid(1, 0);
  const successor = await successorOf(life);
  const step = await decidedOn(life, successor, "Replace the market");
  const atWork = {
    released: await finished(2, 0, { fare: FARE + 11n }),
    signed: await finished(STRANGER, 0),
    ruled: await finished(1, 3),
    divided: await finished(5, 3, { tip: 1n }),
    disputedLater: await finished(4, 6),
    held: await finished(2, 6),
  };
  const service = await post(4, 120n * EURO);
  const jobs = {
    early,
    ...atWork,
    service,
    withdrawn: await offer(1),
    lapsed: await offer(STRANGER),
    givenUp: await offer(2),
    overdue: await offer(3),
    confirmed: await offer(1, { fare: FARE + 7n }),
    coopOffered: await offerForCoop({ fare: 100n * EURO }),
    coopDone: await offerForCoop(),
    booked: await book(3, service, 4, 120n * EURO),
  };
  for (const [driver, id] of [
    [0, jobs.givenUp],
    [1, jobs.overdue],
    [0, jobs.confirmed],
    [5, jobs.coopDone],
  ] as const) {
    await accept(driver, id);
  }
  await done(5, jobs.coopDone);
  await dispute(1, jobs.ruled);
  await dispute(3, jobs.divided);
  // The token refuses to deliver, so that the payment waits.
  await token.write.setBlocked([accountOf(6), true]);
  await confirm(2, jobs.held, 9_000);
  await token.write.setBlocked([accountOf(6), false]);
  return { ...life, successor, step, jobs };
}

export type Replaced = Awaited<ReturnType<typeof beforeReplacement>>;

/** Everything that was running ends at the former market, each in another way. */
export async function endEverything(life: Replaced): Promise<void> {
  const { jobs } = life;
  await life.cancel(1, jobs.withdrawn);
  await life.cancel(0, jobs.givenUp);
  await life.done(0, jobs.confirmed, 9_000);
  await life.confirm(1, jobs.confirmed, 9_000);
  await life.confirmBySig(STRANGER, jobs.signed, 9_000);
  await life.dispute(4, jobs.disputedLater);
  await life.rule(jobs.disputedLater, 2_500);
  await life.rule(jobs.ruled, 7_777);
  await life.cancel(TREASURER, jobs.coopOffered);
  await life.confirm(TREASURER, jobs.coopDone);
  await life.confirm(3, jobs.booked);
  await life.wait(2 * DAY);
  await life.lapse(jobs.lapsed);
  await life.refund(jobs.overdue);
  await life.wait(2 * DAY);
  await life.release(jobs.released);
  await life.wait(14 * DAY);
  await life.divide(jobs.divided);
  await life.collect(6, 6);
  await life.remit();
}

/** The same people in the market that stands now. */
export const inNewMarket = async (life: Replaced) =>
  actsAt(life, await life.coop.directoryContract.read.moduleAt([Place.Market]));
