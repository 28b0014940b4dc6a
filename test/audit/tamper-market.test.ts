// The audit of a falsified market: what is withheld, altered, doubled or forged is found, and named.
import { expect } from "chai";
import { type AbiEvent, type Address, type Hex, pad, stringToHex, toEventSelector } from "viem";
import { jobMarketAbi, patronageAbi, surplusAbi, treasuryAbi } from "../../books/abi.ts";
import type { Difference } from "../../scripts/audit/check.ts";
import { perTest } from "../helpers/coop.ts";
import { falsifyFirst, falsifying, mapped, type RawLog, withWord } from "./falsify.ts";
import { marketStory } from "./market-story.ts";
import type { Falsify } from "./rpc-proxy.ts";

const EVENTS = "events, each once and possible";
const JOBS = "jobs, one by one";
const PARTIES = "jobs, their parties and terms worked out again";
const SPLITS = "splits, fees and points worked out again";
const MONEY = "money held by the market";
const HANDED_OVER = "fees handed over, and work for the co-op";
const POINTS = "points, member by member";
const PERIODS = "periods and their surpluses";
const SURPLUSES = "surpluses and claims worked out again";
const DIVIDENDS = "dividends, member by member";

const ABIS = [jobMarketAbi, patronageAbi, surplusAbi, treasuryAbi];
function topicOf(name: string): Hex {
  const all = ABIS.flat() as readonly { type: string; name?: string }[];
  return toEventSelector(all.find((item) => item.type === "event" && item.name === name) as AbiEvent);
}
const wordOf = (log: RawLog, word: number): bigint => BigInt(`0x${log.data.slice(2 + 64 * word, 66 + 64 * word)}`);
/** One more or less in a word of an event's data. */
const alter = (name: string, word: number, by: number, skip = 0) =>
  falsifyFirst(topicOf(name), (log) => [withWord(log, word, Number(wordOf(log, word)) + by)], skip);
const what = (differences: Difference[] = []): string[] => differences.map(({ what: named }) => named);

/** One less in the first movement of money into a fund with this memo. */
function alterMove(to: number, memo: Hex): Falsify {
  return (method, result) => {
    if (method !== "eth_getLogs") return result;
    const logs = result as RawLog[];
    const isMove = ({ topics }: RawLog) => topics[0] === topicOf("Moved") && Number(topics[2]) === to;
    const chosen = logs.find((log) => isMove(log) && log.data.endsWith(memo.slice(2)));
    return logs.map((log) => (log === chosen ? withWord(log, 1, Number(wordOf(log, 1)) - 1) : log));
  };
}

const WITHHELD: [event: string, check: string, what: RegExp, skip?: number][] = [
  ["MarketTermsSet", "terms of the market", /number of the terms that hold/, 1],
  ["JobOffered", "terms of the market", /jobs ever/, 3],
  ["ServicePosted", "terms of the market", /services ever/],
  ["NothingNewUntil", "terms of the market", /nothing new before/],
  ["ServiceWithdrawn", "services that can be booked", /service 2/],
  ["ServiceBooked", EVENTS, /^JobAccepted /],
  ["JobAccepted", JOBS, /job 1, state/],
  ["JobDone", JOBS, /job 2, state/, 1],
  ["JobCountersigned", EVENTS, /^JobEnded /],
  ["JobDisputed", JOBS, /job \d+, is what its events say|job \d+, state/, 2],
  ["JobRuled", EVENTS, /^JobEnded /],
  ["JobEnded", JOBS, /job 3, state/, 2],
  ["JobEnded", MONEY, /^held$/],
  ["PaymentHeld", MONEY, /^escrow, fees and waiting payments$/, 1],
  ["Collected", MONEY, /^waiting for 0x/],
  ["Remitted", SPLITS, /^Remitted .*operating/],
  ["PointsEarned", POINTS, /period 1, all points/],
  ["PointsEarned", SPLITS, /points of job 1 before it/],
  ["PeriodTurned", POINTS, /running period/, 1],
  ["PeriodClosed", PERIODS, /period 1, closedAt/],
  ["SurplusTermsSet", PERIODS, /inShares/, 1],
  ["SurplusDeclared", PERIODS, /period 2, surplus/, 1],
  ["PotFilled", DIVIDENDS, /period 2, money left/, 1],
  ["DividendClaimed", DIVIDENDS, /period 1, member 1 has claimed/],
  ["RestCarried", SURPLUSES, /rest carried/],
  ["RestCarried", DIVIDENDS, /^carried$/],
];

const ALTERED: [event: string, word: number, by: number, check: string, what: RegExp, skip?: number][] = [
  ["JobOffered", 2, 1, SPLITS, /^JobEnded .*pay/],
  ["JobAccepted", 0, 1, PARTIES, /^JobAccepted .*provider/],
  ["JobAccepted", 2, 1, PARTIES, /^JobAccepted .*terms/],
  ["JobDone", 0, 1, PARTIES, /^JobCountersigned .*distance/],
  ["JobEnded", 1, 1, SPLITS, /^JobEnded .*pay/],
  ["JobEnded", 3, -1, SPLITS, /^JobEnded .*commons/],
  ["JobEnded", 4, 1, MONEY, /^gathered, operating$/, 21],
  ["JobEnded", 4, 1, "accounts of the market and of dividends", /^escrow of jobs$/, 21],
  ["Remitted", 1, -1, SPLITS, /^Remitted .*commons/],
  ["Remitted", 0, 1, HANDED_OVER, /^handed over in 0x/],
  ["PointsEarned", 0, 1, POINTS, /period 1, member \d, points for work/],
  ["PointsEarned", 1, 1, POINTS, /period 1, member \d, points of its jobs/],
  ["PeriodClosed", 0, 1, SURPLUSES, /^PeriodClosed .*points/],
  ["SurplusDeclared", 1, 1, SURPLUSES, /^SurplusDeclared .*sum of its parts/],
  ["SurplusDeclared", 3, 1, SURPLUSES, /^SurplusDeclared .*interest/],
  ["SurplusDeclared", 4, -1, PERIODS, /period 1, dividends/],
  ["PotFilled", 0, 1, SURPLUSES, /^PotFilled .*pot/],
  ["DividendClaimed", 1, -1, SURPLUSES, /^DividendClaimed .*amount/],
  ["DividendClaimed", 1, -1, DIVIDENDS, /period 1, claimed by member 1/],
  ["DividendClaimed", 2, 1, DIVIDENDS, /^shares taken for dividends in 0x/, 1],
];

describe("Audit of a falsified market", function () {
  this.timeout(180_000);
  const story = perTest(marketStory);
  const { find, rewrite } = falsifying(story);
  async function finds(falsify: Falsify | undefined, check: string, named: RegExp): Promise<void> {
    const { found } = await find(falsify);
    expect(what(found[check]), `${check} among ${Object.keys(found).join("; ")}`).to.satisfy((list: string[]) =>
      list.some((one) => named.test(one)),
    );
  }

  for (const [event, check, named, skip] of WITHHELD) {
    it(`misses ${event} in "${check}" when it is withheld`, () =>
      finds(
        falsifyFirst(topicOf(event), () => [], skip),
        check,
        named,
      ));
  }

  for (const [event, word, by, check, named, skip] of ALTERED) {
    it(`names ${event} in "${check}" when word ${word} of it is another`, () =>
      finds(alter(event, word, by, skip), check, named));
  }

  it("names points that come twice, and points of no job", async () => {
    const topic = topicOf("PointsEarned");
    await finds(
      falsifyFirst(topic, (log) => [log, log]),
      EVENTS,
      /^PointsEarned /,
    );
    const again = (log: RawLog) => [log, { ...log, logIndex: "0xfff" } as RawLog];
    await finds(falsifyFirst(topic, again), SPLITS, /^PointsEarned .*work/);
    await finds(falsifyFirst(topic, again), POINTS, /period 1, all points/);
  });

  it("names fees that did not arrive, work that the co-op did not pay for, and a part of a surplus that did not move", async () => {
    await finds(alterMove(1, stringToHex("fees", { size: 32 })), HANDED_OVER, /^handed over in 0x/);
    await finds(alterMove(0, pad("0x0d")), HANDED_OVER, /^job 13, paid by the co-op$/);
    await finds(alterMove(0, pad("0x02")), DIVIDENDS, /^period 2, reserve and dividends paid out$/);
    await finds(alterMove(7, pad("0x01")), DIVIDENDS, /^period 1, interest moved$/);
    await finds(alterMove(10, pad("0x02")), DIVIDENDS, /^period 2, community's part moved$/);
  });

  describe("in what the contracts keep and hold", () => {
    /** The place of a mapping's entry, whichever slot the mapping stands at. */
    async function placeIn(address: Address, within: (slot: bigint) => bigint): Promise<bigint> {
      for (let slot = 0n; slot < 12n; slot++) {
        const key = `0x${within(slot).toString(16)}` as Hex;
        const word = await story().chain.client.getStorageAt({ address, slot: key });
        if (BigInt(word ?? "0x0") !== 0n) return within(slot);
      }
      throw new Error("Nothing is kept under this key.");
    }
    const more = (word: bigint) => word + 1n;
    /** Of the first job that is under way. */
    const LIVE = 24n;

    it("names the job whose fingerprint was forged", async () => {
      const { coop } = story();
      const [state] = await coop.marketContract.read.stateOf([LIVE]);
      expect(state).to.be.within(1, 4);
      await rewrite(coop.market, await placeIn(coop.market, (slot) => mapped(LIVE, slot)), more);
      await finds(undefined, JOBS, /^job 24, is what its events say$/);
    });

    it("names what is held, gathered and owed otherwise", async () => {
      const { coop, accountOf } = story();
      await rewrite(coop.market, 0n, more);
      await finds(undefined, MONEY, /^held$/);
      await rewrite(coop.market, 1n, more);
      await finds(undefined, MONEY, /^gathered, operating$/);
      const waits = BigInt(pad(accountOf(6)));
      await rewrite(coop.market, await placeIn(coop.market, (slot) => mapped(waits, slot)), more);
      await finds(undefined, MONEY, /^waiting for 0x/);
    });

    it("names the points, the pot and the surplus that were forged", async () => {
      const { coop } = story();
      const { patronage } = coop;
      await rewrite(patronage, await placeIn(patronage, (slot) => mapped(3n, mapped(1n, slot))), more);
      await finds(undefined, POINTS, /^period 1, member 3, points for/);
      await rewrite(coop.surplus, await placeIn(coop.surplus, (slot) => mapped(1n, slot) + 1n), more);
      await finds(undefined, PERIODS, /^period 1, surplus$/);
      await rewrite(coop.surplus, 0n, more);
      await finds(undefined, PERIODS, /^period$/);
      await rewrite(coop.surplus, 1n, more);
      await finds(undefined, PERIODS, /^the running period ends at$/);
    });

    it("names money that is not there", async () => {
      const { coop, token, chain } = story();
      for (const [module, check, named] of [
        [coop.market, MONEY, /^held, and there$/],
        [coop.patronage, DIVIDENDS, /^owed for dividends, and there$/],
      ] as const) {
        await chain.networkHelpers.impersonateAccount(module);
        await chain.networkHelpers.setBalance(module, 10n ** 18n);
        await token.write.transfer([story().accountOf(0), 14n], { account: module });
        await chain.networkHelpers.mine();
        await finds(undefined, check, named);
      }
    });
  });
});
