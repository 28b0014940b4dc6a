// A small co-op whose market has lived: jobs that ended in every way and jobs at every point, services, work for the co-op, strangers,
// payments that could not be delivered, three periods, and dividends in money and in shares. What the audit's tests look at.
import { DAY } from "../../scripts/deploy/charter.ts";
import { EURO } from "../helpers/coop.ts";
import { CABBIE, FARE, HOUR, type MarketCoop, marketCoop, STRANGER, TREASURER } from "./market-acts.ts";

const PERIOD = 91 * DAY;

export async function marketStory() {
  const life = await marketCoop();
  for (const i of [0, 1, 2, 3]) await life.subscribe(i, 20n);
  await end(life);
  await serve(life);
  await workForCoop(life);
  await wait(life);
  await share(life);
  await share2(life);
  await goOn(life);
  await life.chain.networkHelpers.mine();
  return life;
}

/** Jobs 1 to 10: every end, with members and strangers on both sides. */
async function end(life: MarketCoop) {
  const { paid, finished, offer, accept, release, cancel, lapse, refund, dispute, rule, divide, wait: pass } = life;
  await paid(1, 0);
  const released = await finished(2, 0, { fare: FARE + 7n });
  await pass(3 * DAY);
  await release(released);
  await cancel(1, await offer(1));
  const lapsed = await offer(STRANGER);
  await pass(HOUR);
  await lapse(lapsed);
  const givenUp = await offer(3);
  await accept(1, givenUp);
  await cancel(1, givenUp);
  const overdue = await offer(4, { provider: life.accountOf(3) });
  await accept(3, overdue);
  await pass(2 * DAY);
  await refund(overdue);
  const ruled = await finished(STRANGER, 0, { fare: 333n * EURO + 1n });
  await dispute(STRANGER, ruled);
  await rule(ruled, 7_777);
  const undecided = await finished(2, 1, { tip: 1n });
  await dispute(1, undecided);
  await pass(14 * DAY);
  await divide(undecided);
  await paid(1, CABBIE);
  await paid(STRANGER, CABBIE);
}

/** Services 1 and 2: one is booked twice, and countersigned by signature before it is said to be done; the other is withdrawn. */
async function serve({ post, book, confirmBySig, cancel, withdrawService }: MarketCoop) {
  const garden = await post(4, 120n * EURO);
  const windows = await post(5, 50n * EURO);
  await confirmBySig(3, await book(3, garden, 4, 120n * EURO), 500);
  await cancel(4, await book(STRANGER, garden, 4, 120n * EURO));
  await withdrawService(5, windows, 50n * EURO);
}

/** Jobs 13 and 14: the co-op is the customer. */
async function workForCoop({ offerForCoop, accept, done, confirm, cancel }: MarketCoop) {
  const cleaning = await offerForCoop();
  await accept(5, cleaning);
  await done(5, cleaning);
  await confirm(TREASURER, cleaning);
  await cancel(TREASURER, await offerForCoop({ fare: 100n * EURO }));
}

/** Payments that the token refuses to deliver: one is fetched later, two are not. */
async function wait({ token, paid, finished, confirm, offer, cancel, collect, accountOf }: MarketCoop) {
  for (const id of [await finished(2, 3), await finished(5, 6)]) {
    const driver = id === 15n ? 3 : 6;
    await token.write.setBlocked([accountOf(driver), true]);
    await confirm(id === 15n ? 2 : 5, id, 9_000);
  }
  await collect(3, 2);
  const asked = await offer(STRANGER);
  await token.write.setBlocked([accountOf(STRANGER), true]);
  await cancel(STRANGER, asked);
  for (const i of [3, 6, STRANGER]) await token.write.setBlocked([accountOf(i), false]);
  await paid(6, 3);
}

/** Period 1 is declared with interest: one claims money, one shares, one through somebody else. */
async function share({ wait: pass, close, declare, claim }: MarketCoop) {
  await pass(PERIOD);
  await close();
  await declare(1, 30n * EURO, 300);
  await claim(0, 1, [1]);
  await claim(1, 2, [1], true);
  await claim(STRANGER, 3, [1]);
}

/** Period 2, under other terms: so large a surplus that the points have all of theirs; a part of dividends is taken in shares. */
async function share2({
  coop,
  paid,
  wait: pass,
  close,
  declare,
  claim,
  remit,
  setMarketTerms,
  setSurplusTerms,
  by,
}: MarketCoop) {
  await setMarketTerms({ fee: 1_500, commonsShare: 2_500, workShare: 3_333 });
  await setSurplusTerms({ inShares: 2_000 });
  await paid(1, 0, { fare: 777n * EURO + 3n });
  await remit();
  await paid(0, 2, { fare: 100n * EURO + 1n });
  await paid(4, 2);
  await coop.registerContract.write.resign(by(4));
  await pass(PERIOD);
  await close();
  await declare(2, 900n * EURO);
  await claim(0, 1, [2]);
  await claim(STRANGER, 5, [2]);
  for (const [i, id] of [
    [3, 4],
    [4, 5],
    [5, 6],
    [6, 7],
  ] as const) {
    await claim(i, id, [1]);
  }
}

/** The running period: jobs at every point, fees that were not handed over, money that arrived unasked, and a stop. */
async function goOn({ coop, token, offer, accept, accountOf, finished, dispute, paid, halt }: MarketCoop) {
  await paid(1, 0);
  await offer(2, { provider: accountOf(3) });
  await accept(3, await offer(5));
  await finished(5, 6);
  await dispute(6, await finished(5, 6, { fare: 1n }));
  await token.write.mint([coop.market, 11n]);
  await token.write.mint([coop.patronage, 13n]);
  await halt(DAY);
}
