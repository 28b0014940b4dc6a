// Random lives of a market: customers, providers, arbiters and the token do as the dice say.
import { zeroAddress } from "viem";
import { JobState } from "../../books/job.ts";
import { DAY } from "../../scripts/deploy/charter.ts";
import { dice } from "../books/sample.ts";
import { at, EURO } from "../helpers/coop.ts";
import { CABBIE, HOUR, type MarketCoop, marketCoop, STRANGER, TREASURER } from "./market-acts.ts";

const ACTS = 200;
/** How many times as often as others. */
const OFTEN: Record<string, number> = { offer: 4, advance: 30, wait: 3 };
const PEOPLE = [0, 1, 2, 3, 4, 5, 6, STRANGER, CABBIE];

/** People who do as the dice say; how often each thing was done. */
export async function liveInMarket(seed: number, acts = ACTS) {
  const roll = dice(seed);
  const life = await marketCoop();
  for (const i of [0, 1, 2]) await life.subscribe(i, BigInt(5 + roll(90)));
  const possible = actsOf(life, roll);
  const names = Object.keys(possible).flatMap((name) => Array.from({ length: OFTEN[name] ?? 1 }, () => name));
  const done: Record<string, number> = {};
  for (let n = 0; n < acts; n++) {
    const name = at(names, roll(names.length));
    const who = at(PEOPLE, roll(PEOPLE.length));
    const act = async () => possible[name]?.(who);
    const succeeded = await act().then(
      () => true,
      () => false,
    );
    if (succeeded) done[name] = (done[name] ?? 0) + 1;
  }
  return { ...life, done };
}

type Act = (i: number) => Promise<unknown>;

function actsOf(life: MarketCoop, roll: (n: number) => number): Record<string, Act> {
  const { coop, token, of, accountOf } = life;
  let [jobs, services] = [0n, 0];
  const some = (n: number) => BigInt(1 + roll(n));
  /** One of the last jobs; those who have a part in it mostly play it. */
  const job = () => {
    const back = BigInt(roll(4));
    return jobs > back ? jobs - back : jobs;
  };
  const whoIs = (account: string) =>
    PEOPLE.find((i) => accountOf(i).toLowerCase() === account.toLowerCase()) ?? TREASURER;
  const provider = (id: bigint) => whoIs(of(id).provider);
  const customer = (id: bigint) => whoIs(of(id).customer);
  const asked = (i: number) => ({
    provider: roll(3) === 0 ? accountOf(at(PEOPLE, (i + 1) % PEOPLE.length)) : zeroAddress,
    fare: [1n, some(50), some(900_000_000)][roll(3)] ?? 1n,
    passThrough: BigInt(roll(2) * roll(9_999)),
    tip: BigInt(roll(2) * roll(9_999)),
  });
  const begun = async (id: Promise<bigint>) => {
    jobs = await id;
  };
  const period = () => coop.patronageContract.read.currentPeriod();
  return {
    offer: (i) => begun(life.offer(i, asked(i))),
    offerForCoop: () => begun(life.offerForCoop({ fare: some(20_000_000) })),
    advance: async (i) => {
      const id = job();
      const [state] = await coop.marketContract.read.stateOf([id]);
      const asks = of(id).provider;
      if (state === JobState.Offered) return life.accept(asks === zeroAddress ? i : whoIs(asks), id);
      if (state === JobState.Accepted) return life.done(provider(id), id, roll(60_000));
      if (state === JobState.Disputed) return life.rule(id, roll(10_001));
      if (roll(3) === 0) return life.dispute(customer(id), id);
      return life.confirm(customer(id), id, roll(3) === 0 ? roll(60_000) : of(id).distance);
    },
    confirmBySig: () => {
      const id = job();
      return life.confirmBySig(customer(id), id, roll(9_000));
    },
    release: () => life.release(job()),
    cancel: () => {
      const id = job();
      return life.cancel(roll(2) === 0 ? customer(id) : provider(id), id);
    },
    lapse: () => life.lapse(job()),
    refund: () => life.refund(job()),
    dispute: () => {
      const id = job();
      return life.dispute(roll(2) === 0 ? customer(id) : provider(id), id);
    },
    divide: () => life.divide(job()),
    post: async (i) => {
      await life.post(i, 7n * EURO);
      services += 1;
    },
    withdrawService: (i) => life.withdrawService(i, BigInt(1 + roll(services + 1)), 7n * EURO),
    book: (i) => begun(life.book(i, BigInt(1 + roll(services + 1)), at(PEOPLE, roll(PEOPLE.length)), 7n * EURO)),
    block: (i) => token.write.setBlocked([accountOf(i), roll(2) === 0]),
    collect: (i) => life.collect(i, at(PEOPLE, roll(PEOPLE.length))),
    remit: () => life.remit(),
    setTerms: () =>
      life.setMarketTerms({ fee: roll(2_001), commonsShare: 2_500 + roll(7_501), workShare: roll(10_001) }),
    setSurplusTerms: () => life.setSurplusTerms({ reserveShare: 500 + roll(5_000), inShares: roll(5_001) }),
    close: async () => {
      await life.wait(91 * DAY);
      await life.close();
    },
    declare: async () => life.declare((await period()) - 1, some(300_000_000), roll(2) * roll(400)),
    claim: async (i) => life.claim(i, i + 1, [1 + roll(await period())], roll(2) === 0),
    claimAgain: async (i) => life.claim(i, i + 1, [(await period()) - 1], roll(2) === 0),
    claimForAll: async () => {
      const last = (await period()) - 1;
      for (let id = 1; id <= 7; id++) await life.claim(STRANGER, id, [last]).catch(() => undefined);
    },
    resign: (i) =>
      roll(8) === 0 ? coop.registerContract.write.resign(life.by(i)) : Promise.reject(new Error("stays")),
    wait: () => life.wait(at([60, 600, HOUR / 2, HOUR, DAY, 3 * DAY, 14 * DAY], roll(7))),
  };
}
