// Errors planted on either side: in what the RPC tells of the past, and in what the contracts keep. The audit names each.
import { expect } from "chai";
import { type Address, encodeAbiParameters, type Hex, keccak256, numberToHex, pad, toEventSelector } from "viem";
import type { Difference } from "../../scripts/audit/check.ts";
import { reportText } from "../../scripts/audit/report.ts";
import { audit } from "../../scripts/audit/run.ts";
import { at, EURO, perTest } from "../helpers/coop.ts";
import { type Falsify, serveRpc } from "./rpc-proxy.ts";
import { livedInCoop } from "./story.ts";

const VOTE_CAST = toEventSelector("VoteCast(address,uint256,uint8,uint256,string)");
const MOVED = toEventSelector("Moved(uint32,uint32,address,address,uint256,bytes32)");
const SIGNED_BALLOTS = toEventSelector("SignedBallotsCast(uint256,bytes)");
const PETITIONED = toEventSelector("Petitioned(uint256,uint8,address,uint24)");
const EVERY_CLASS_ASKED = toEventSelector("EveryClassAsked(uint256,uint8)");
const NOTICE_GIVEN = toEventSelector(
  "NoticeGiven(uint256,uint256,uint8,uint32,uint16,uint8,(bool,bool,bool,bool),uint32,uint24[],uint24[])",
);
const ADMITTED = toEventSelector("Admitted(uint32,address,uint32,bytes32)");

type RawLog = { topics: Hex[]; data: Hex };

/** Changes the first log of a kind in everything that eth_getLogs delivers. */
function falsifyFirst(topic: Hex, change: (log: RawLog) => RawLog[]): Falsify {
  return (method, result) => {
    if (method !== "eth_getLogs") return result;
    const logs = result as RawLog[];
    const first = logs.findIndex((log) => log.topics[0] === topic);
    return logs.flatMap((log, i) => (i === first ? change(log) : [log]));
  };
}

/** The place of `mapping[key]` when the mapping stands at `slot`. */
function mapped(key: bigint, slot: bigint): bigint {
  return BigInt(keccak256(encodeAbiParameters([{ type: "uint256" }, { type: "uint256" }], [key, slot])));
}

describe("Audit of a falsified chain", function () {
  this.timeout(60_000);
  const story = perTest(livedInCoop);

  /** Everything that an audit through a falsifying RPC finds, and what it prints. */
  async function find(falsify?: Falsify): Promise<{ found: Record<string, Difference[]>; text: string }> {
    const rpc = await serveRpc(story().chain.connection.provider, falsify);
    try {
      const report = await audit({ rpc: rpc.url, coop: story().coop.directory });
      expect(report.agrees).to.equal(false);
      const differing = report.checks.filter(({ differences }) => differences.length > 0);
      const found = Object.fromEntries(differing.map(({ name, differences }) => [name, differences]));
      return { found, text: reportText(report) };
    } finally {
      await rpc.close();
    }
  }

  /** Changes a word of a contract's storage. */
  async function rewrite(address: Address, slot: bigint, change: (word: bigint) => bigint): Promise<void> {
    const { chain } = story();
    const key = numberToHex(slot);
    const word = BigInt((await chain.client.getStorageAt({ address, slot: key })) ?? "0x0");
    expect(word, "the word that the test changes").to.not.equal(0n);
    const value = pad(numberToHex(change(word)), { size: 32 });
    await chain.connection.provider.request({ method: "hardhat_setStorageAt", params: [address, key, value] });
    await chain.networkHelpers.mine();
  }

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
      const relieved = (log: RawLog): RawLog[] => {
        const wordsBefore = 6;
        const at = 2 + 64 * wordsBefore;
        return [{ ...log, data: `${log.data.slice(0, at)}${"1".padStart(64, "0")}${log.data.slice(at + 64)}` as Hex }];
      };
      const { found } = await find(falsifyFirst(NOTICE_GIVEN, relieved));
      expect(found["terms from the proposals' history"]).to.deep.equal([
        { what: `proposal ${await story().paid.id()}, relieved as the events tell it`, books: "yes", chain: "no" },
      ]);
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
