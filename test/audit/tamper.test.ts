// Errors planted on either side: in what the RPC tells of the past, and in what the contracts keep. The audit names each.
import { expect } from "chai";
import { encodeAbiParameters, keccak256, numberToHex, pad, toEventSelector } from "viem";
import { at, EURO, perTest } from "../helpers/coop.ts";
import { falsifyFirst, falsifying, mapped, type RawLog, withWord } from "./falsify.ts";
import type { Falsify } from "./rpc-proxy.ts";
import { livedInCoop } from "./story.ts";

const VOTE_CAST = toEventSelector("VoteCast(address,uint256,uint8,uint256,string)");
const MOVED = toEventSelector("Moved(uint32,uint32,address,address,uint256,bytes32)");
const SIGNED_BALLOTS = toEventSelector("SignedBallotsCast(uint256,bytes)");
const PETITIONED = toEventSelector("Petitioned(uint256,uint8,address,uint24)");
const EVERY_CLASS_ASKED = toEventSelector("EveryClassAsked(uint256,uint8)");
const NOTICE_GIVEN = toEventSelector(
  "NoticeGiven(uint256,uint256,uint8,uint32,uint16,uint8,(bool,bool,bool,bool),uint32,uint24[],uint24[])",
);
const PROXY_ACCEPTED = toEventSelector("ProxyAccepted(uint32,uint32,uint8)");
const VOTED_BY_PROXY = toEventSelector("VotedByProxy(uint256,uint32,uint8,uint32[])");
const ANSWERED = toEventSelector("Answered(uint256,address,uint8)");
const EXPELLED = toEventSelector("Expelled(uint32,address,uint32,bytes32)");
const ADMITTED = toEventSelector("Admitted(uint32,address,uint32,bytes32)");

/** Keeps every log back that names a proposal, first in its data or in a topic. */
function withholdAll(proposalId: bigint): Falsify {
  const word = pad(numberToHex(proposalId), { size: 32 }).slice(2);
  return (method, result) => {
    if (method !== "eth_getLogs") return result;
    return (result as RawLog[]).filter(
      ({ topics, data }) => data.slice(2, 66) !== word && !topics.includes(`0x${word}`),
    );
  };
}

/** The key of a poll's ballot box. */
const pollBox = (pollId: number): bigint =>
  BigInt(keccak256(encodeAbiParameters([{ type: "string" }, { type: "uint256" }], ["poll", BigInt(pollId)])));

describe("Audit of a falsified chain", function () {
  this.timeout(60_000);
  const story = perTest(livedInCoop);

  const { find, rewrite } = falsifying(story);

  const box = async (member: bigint, key: bigint): Promise<bigint> =>
    mapped(key, mapped(await story().paid.id(), 0n) + member);

  describe("in what the RPC tells", () => {
    it("names the tally when one ballot is withheld", async () => {
      const { found, text } = await find(falsifyFirst(VOTE_CAST, () => []));
      const id = await story().paid.id();
      expect(found["tallies by class and position"]).to.deep.equal([
        { what: `proposal ${id}, Drivers, for`, books: "2", chain: "3" },
      ]);
      expect(text).to.contain(`proposal ${id}, Drivers, for: the books say 2, the chain says 3.`);
    });

    it("names the fund and both amounts when one movement of money is altered", async () => {
      const oneCentLess = (log: RawLog): RawLog[] => {
        const amount = 500n * EURO - 10_000n;
        return [
          { ...log, data: `0x${log.data.slice(2, 66)}${amount.toString(16).padStart(64, "0")}${log.data.slice(130)}` },
        ];
      };
      const { found, text } = await find(falsifyFirst(MOVED, oneCentLess));
      expect(at(found["fund balances"] ?? [], 0)).to.include({ books: "379990000", chain: "380000000" });
      expect(text).to.match(/operating fund in 0x[0-9a-f]{40}: the books say 379990000, the chain says 380000000\./);
    });

    it("names the log that is delivered twice", async () => {
      const { found, text } = await find(falsifyFirst(VOTE_CAST, (log) => [log, log]));
      expect(Object.keys(found)).to.deep.equal(["events, each once and possible"]);
      expect(text).to.match(/VoteCast \(block \d+, log 0\) came twice/);
    });

    it("names the tallies when a batch of signed ballots is withheld", async () => {
      const { found } = await find(falsifyFirst(SIGNED_BALLOTS, () => []));
      const id = story().petitionedId;
      expect(found["tallies by class and position"]).to.deep.include({
        what: `proposal ${id}, Drivers, for`,
        books: "0",
        chain: "2",
      });
      expect(found["ballot pages in storage"]?.map(({ what }) => what)).to.include(`proposal ${id}, ballot page 0`);
    });

    it("names the class whose petitions are withheld, and the term that they made (C3)", async () => {
      const { found } = await find(falsifyFirst(PETITIONED, () => []));
      const id = story().petitionedId;
      expect(found["events, each once and possible"]).to.have.length(2);
      expect(found["petitioners by class"]).to.deep.equal([
        { what: `proposal ${id}, petitioners of Riders`, books: "0", chain: "3" },
      ]);
      expect(found["terms from the proposals' history"]).to.deep.equal([
        { what: `proposal ${id}, everyClass`, books: "no", chain: "yes" },
      ]);
    });

    it("names the term that no event tells of", async () => {
      const { found } = await find(falsifyFirst(EVERY_CLASS_ASKED, () => []));
      expect(found["terms from the proposals' history"]).to.deep.equal([
        { what: `proposal ${story().petitionedId}, everyClass as the events tell it`, books: "no", chain: "yes" },
      ]);
    });

    it("names the term that a notice tells wrongly", async () => {
      const { found } = await find(falsifyFirst(NOTICE_GIVEN, (log) => [withWord(log, 6, 1)]));
      expect(found["terms from the proposals' history"]).to.deep.equal([
        { what: `proposal ${await story().paid.id()}, relieved as the events tell it`, books: "yes", chain: "no" },
      ]);
    });

    it("counts the proposals when every log of one is withheld", async () => {
      const { lost, coop } = story();
      const { found } = await find(withholdAll(await lost.id()));
      expect(found).to.deep.equal({
        "number of proposals": [{ what: `proposals put to ${coop.assembly.toLowerCase()}`, books: "8", chain: "9" }],
      });
    });

    it("names the topic that a notice tells wrongly (V11)", async () => {
      const { found } = await find(falsifyFirst(NOTICE_GIVEN, (log) => [withWord(log, 3, 5)]));
      expect(found).to.deep.equal({
        "kinds, topics and expulsions from the actions": [
          { what: `proposal ${await story().paid.id()}, topic as the events tell it`, books: "rules", chain: "money" },
        ],
      });
    });

    it("names the proxy whose acceptance is withheld, and the vote that can not be (V11)", async () => {
      const { found } = await find(falsifyFirst(PROXY_ACCEPTED, () => []));
      const [principal, proxy] = [(3 << 24) | 2, (3 << 24) | 1];
      expect(found["proxies as named and accepted"]).to.deep.equal([
        { what: `seat ${proxy} on people, speaks for`, books: "nobody", chain: String(principal) },
        { what: `seat ${principal} on people, accepted`, books: "no", chain: "yes" },
      ]);
      expect(found["proxies in storage"]).to.have.length(2);
      expect(at(found["events, each once and possible"] ?? [], 0).books).to.match(/for which it does not speak/);
      expect(Object.keys(found)).to.have.length(3);
    });

    it("names the tally when a proxy's vote for others is withheld (V11)", async () => {
      const { found } = await find(falsifyFirst(VOTED_BY_PROXY, () => [], 2));
      const id = await story().open.id();
      expect(found["tallies by class and position"]).to.deep.equal([
        { what: `proposal ${id}, Drivers, for`, books: "1", chain: "2" },
      ]);
      expect(found["ballot pages in storage"]?.map(({ what }) => what)).to.deep.equal([
        `proposal ${id}, ballot page 0`,
      ]);
    });

    it("names the vote for others when the proxy's own signed ballot is withheld (V11)", async () => {
      const { found } = await find(falsifyFirst(SIGNED_BALLOTS, () => [], 1));
      const id = story().thankedId;
      expect(at(found["events, each once and possible"] ?? [], 0).books).to.match(/has not taken itself/);
      expect(found["tallies by class and position"]).to.deep.equal([
        { what: `proposal ${id}, Staff, for`, books: "0", chain: "2" },
      ]);
    });

    it("names the poll of which an answer is withheld", async () => {
      const { found } = await find(falsifyFirst(ANSWERED, () => []));
      expect(found["polls by class and option"]).to.deep.equal([
        { what: "poll 1, Drivers, option 1", books: "0", chain: "1" },
      ]);
      expect(found["ballot pages in storage"]?.map(({ what }) => what)).to.deep.equal(["poll 1, ballot page 0"]);
    });

    it("names the account whose expulsion is withheld (M5)", async () => {
      const { found } = await find(falsifyFirst(EXPELLED, () => []));
      const account = at(story().chain.wallets, 8).account.address.toLowerCase();
      const [difference] = found["expelled accounts"] ?? [];
      expect({ ...difference, what: difference?.what.toLowerCase() }).to.deep.equal({
        what: `expulsion of ${account}`,
        books: "no",
        chain: "yes",
      });
      expect(found["members' records"]?.map(({ what }) => what)).to.deep.equal(["status of member 9"]);
    });

    it("names the member whose admission is withheld", async () => {
      const { found } = await find(falsifyFirst(ADMITTED, () => []));
      expect(found["members' records"]?.[0]?.what).to.equal("members ever admitted");
    });
  });

  describe("in what the contracts keep", () => {
    it("names the tally whose word was changed, and the outcome with it", async () => {
      const oneMoreAgainst = 1n << 48n;
      await rewrite(story().coop.assembly, await box(1n, 0n), (word) => word + oneMoreAgainst);
      const { found, text } = await find();
      const id = await story().paid.id();
      expect(found["tallies by class and position"]).to.deep.equal([
        { what: `proposal ${id}, Drivers, against`, books: "0", chain: "1" },
      ]);
      expect(found["outcomes with every figure"]?.map(({ what }) => what)).to.include(`proposal ${id}, against`);
      expect(text).to.contain("Drivers, against: the books say 0, the chain says 1.");
    });

    it("names the ballot that was swapped although no tally changed", async () => {
      const forAsSeatOne = 2n << 4n;
      await rewrite(story().coop.assembly, await box(0n, 0n), (word) => word - forAsSeatOne);
      const { found } = await find();
      expect(Object.keys(found)).to.deep.equal(["ballots one by one", "ballot pages in storage"]);
      expect(found["ballots one by one"]?.[0]).to.include({ books: "for", chain: "nothing" });
    });

    it("names the term that was changed in a proposal's record", async () => {
      const id = at(story().adjournedIds, 1);
      const recordsSlot = 1n;
      const relieved = 1n << 128n;
      await rewrite(story().coop.assembly, mapped(id, recordsSlot), (word) => word ^ relieved);
      const { found } = await find();
      expect(found["terms from the proposals' history"]?.[0]).to.deep.equal({
        what: `proposal ${id}, relieved`,
        books: "yes",
        chain: "no",
      });
      expect(found["outcomes with every figure"]?.map(({ what }) => what)).to.include(`proposal ${id}, quorum`);
    });

    it("names the class whose count of petitioners was changed (C3)", async () => {
      const { coop, petitionedId } = story();
      await rewrite(coop.assembly, mapped(1n, mapped(petitionedId, 9n)), (count) => count + 1n);
      const { found } = await find();
      expect(found).to.deep.equal({
        "petitioners by class": [{ what: `proposal ${petitionedId}, petitioners of Riders`, books: "3", chain: "4" }],
      });
    });

    it("names the class and the option whose count in a poll was changed", async () => {
      const box = mapped(pollBox(2), 0n);
      const oneMoreForTheFirst = 1n << 48n;
      await rewrite(story().coop.assembly, mapped(0n, box + 1n), (word) => word + oneMoreForTheFirst);
      const { found } = await find();
      expect(found).to.deep.equal({
        "polls by class and option": [{ what: "poll 2, Drivers, option 1", books: "1", chain: "2" }],
      });
    });

    it("names the answer that was swapped although no count changed", async () => {
      await rewrite(story().coop.assembly, mapped(0n, mapped(pollBox(2), 0n)), (word) => word ^ (3n << 4n));
      const { found } = await find();
      expect(Object.keys(found)).to.deep.equal(["ballot pages in storage", "answers one by one"]);
      expect(found["answers one by one"]).to.deep.equal([{ what: "poll 2, answer of seat 1", books: "1", chain: "2" }]);
    });

    it("names the proxy who accepted behind the events (V11)", async () => {
      const principal = (1 << 24) | 2;
      const accepted = 1n << (32n * 2n + 24n);
      await rewrite(story().coop.assembly, mapped(BigInt(principal), 10n), (word) => word | accepted);
      const { found } = await find();
      expect(Object.keys(found)).to.deep.equal(["proxies as named and accepted", "proxies in storage"]);
      expect(found["proxies as named and accepted"]).to.deep.equal([
        { what: `seat ${principal} on money, accepted`, books: "no", chain: "yes" },
      ]);
    });

    it("names the topic that was changed in a proposal's record (V11)", async () => {
      const id = await story().paid.id();
      await rewrite(story().coop.assembly, mapped(id, 1n), (word) => word + (1n << 104n));
      const { found } = await find();
      expect(Object.keys(found)).to.deep.equal(["kinds, topics and expulsions from the actions"]);
      expect(found["kinds, topics and expulsions from the actions"]?.[0]).to.deep.equal({
        what: `proposal ${id}, topic`,
        books: "money",
        chain: "commons",
      });
    });

    it("names the proposal that no longer bars its actions (V9)", async () => {
      const { coop, lost } = story();
      const [targets, values, calldatas] = lost.content;
      const types = [{ type: "address[]" }, { type: "uint256[]" }, { type: "bytes[]" }] as const;
      const actions = BigInt(keccak256(encodeAbiParameters(types, [targets, values, calldatas])));
      await rewrite(coop.assembly, mapped(actions, 8n), () => 1n);
      const { found } = await find();
      const id = await lost.id();
      expect(found).to.deep.equal({
        "the bar after a defeat": [{ what: `proposal ${id}, latest with its actions`, books: String(id), chain: "1" }],
      });
    });

    it("names the account that was pardoned without a resolution (M5)", async () => {
      const { chain, coop } = story();
      const account = at(chain.wallets, 8).account.address;
      await rewrite(coop.register, mapped(BigInt(account), 1n), (word) => word & ~(1n << 64n));
      const { found } = await find();
      expect(Object.keys(found)).to.deep.equal(["expelled accounts"]);
      expect(found["expelled accounts"]?.[0]).to.include({ books: "yes", chain: "no" });
    });

    it("names the limit to disposals that was raised (V7)", async () => {
      const { chain, coop } = story();
      const highest = 3n * EURO;
      await rewrite(coop.treasury, mapped(BigInt(chain.euro.address), 1n), (word) => word + (highest << 120n));
      const { found } = await find();
      expect(Object.keys(found)).to.deep.equal(["disposals in twelve months"]);
      expect(found["disposals in twelve months"]?.[0]).to.include({ books: "168649800", chain: "169649700" });
    });

    it("names the fund whose balance was changed, with both amounts", async () => {
      const { chain, coop } = story();
      await rewrite(coop.treasury, mapped(BigInt(chain.euro.address), mapped(1n, 0n)), (holds) => holds + 1n);
      const { found, text } = await find();
      expect(Object.keys(found)).to.deep.equal(["fund balances"]);
      expect(text).to.match(/operating fund in 0x[0-9a-f]{40}: the books say 380000000, the chain says 380000001\./);
    });

    it("names the treasury when the token holds less than the books", async () => {
      const { chain, coop } = story();
      const balancesSlot = 0n;
      await rewrite(chain.euro.address, mapped(BigInt(coop.treasury), balancesSlot), () => 1n);
      const { found } = await find();
      expect(Object.keys(found)).to.deep.equal(["money held by the treasury"]);
      expect(found["money held by the treasury"]?.[0]).to.include({ books: "386000000", chain: "1" });
    });
  });
});
