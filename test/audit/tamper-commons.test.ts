// The audit of a co-op whose commons have lived; and errors planted on either side: in what the RPC tells of machines, bonds, income
// and budgets, and in what the contracts keep of them. The audit names each.
import { expect } from "chai";
import { type AbiEvent, type Address, type Hex, pad, toEventSelector } from "viem";
import { bondOfficeAbi, commonsIncomeAbi, machineRegisterAbi, treasuryAbi } from "../../books/abi.ts";
import type { Difference } from "../../scripts/audit/check.ts";
import { reportText } from "../../scripts/audit/report.ts";
import { audit } from "../../scripts/audit/run.ts";
import { EURO, perTest } from "../helpers/coop.ts";
import { commonsStory } from "./commons-story.ts";
import { falsifyFirst, falsifying, mapped, type RawLog, withWord } from "./falsify.ts";
import { serveRpc } from "./rpc-proxy.ts";

const ABIS = [bondOfficeAbi, machineRegisterAbi, commonsIncomeAbi, treasuryAbi];

/** The first topic of an event of these modules. */
function topicOf(name: string): Hex {
  const all = ABIS.flat() as readonly { type: string; name?: string }[];
  return toEventSelector(all.find((item) => item.type === "event" && item.name === name) as AbiEvent);
}

const withhold = (name: string, skip = 0) => falsifyFirst(topicOf(name), () => [], skip);
/** One more or less in a word of an event's data. */
const alter = (name: string, word: number, by: number, skip = 0) =>
  falsifyFirst(topicOf(name), (log) => [withWord(log, word, Number(wordOf(log, word)) + by)], skip);
const wordOf = (log: RawLog, word: number): bigint => BigInt(`0x${log.data.slice(2 + 64 * word, 66 + 64 * word)}`);

/** Accounts in lower case. */
const what = (differences: Difference[] = []): string[] =>
  differences.map(({ what: named }) => named.replace(/0x\w+/g, lower));
const lower = (text: string): string => text.toLowerCase();
const slotOf = (account: Address, slot: bigint): bigint => mapped(BigInt(pad(account, { size: 32 })), slot);

describe("Audit of the commons", function () {
  this.timeout(120_000);
  const story = perTest(commonsStory);
  const { find, rewrite } = falsifying(story);

  it("finds that everything agrees, and has compared something in every check of the commons", async () => {
    const rpc = await serveRpc(story().chain.connection.provider);
    try {
      const report = await audit({ rpc: rpc.url, coop: story().coop.directory });
      expect(report.checks.flatMap(({ differences }) => differences)).to.deep.equal([]);
      const idle = report.checks.filter(({ compared }) => compared === 0).map(({ name }) => name);
      expect(
        idle.filter((name) => /bond|bid|machine|rent|lease|auction|coupon|income|budget|clearing/.test(name)),
      ).to.deep.equal([]);
      const { machines, series } = report.commons;
      expect([...machines.values()].map(({ state }) => state)).to.deep.equal([
        "let",
        "cancelled",
        "let",
        "gone",
        "idle",
        "let",
      ]);
      expect([...series.values()].map(({ id, state }) => [id, state])).to.deep.equal([
        [1, "live"],
        [2, "failed"],
        [4, "defaulted"],
        [6, "redeemed"],
      ]);
      expect(reportText(report)).to.match(/clearings and allotments worked out again +\d+ {2}agrees/);
    } finally {
      await rpc.close();
    }
  });

  describe("in what the RPC tells", () => {
    it("names the clearing that a withheld bid contradicts (K2)", async () => {
      const { found } = await find(withhold("BidPlaced", 2));
      expect(what(found["clearings and allotments worked out again"])[0]).to.match(/SeriesCleared/);
      expect(what(found["bids for bonds, one by one"])).to.include("series 1, bid at each rate");
    });

    it("names the bid that is told higher than it is", async () => {
      const { found } = await find(alter("BidPlaced", 1, 1));
      const { account } = story();
      expect(what(found["bids for bonds, one by one"])).to.include("series 1, bid at each rate");
      expect(what(found["clearings and allotments worked out again"])).to.satisfy((list: string[]) =>
        list.some((one) => one.startsWith("Allotted")),
      );
      expect(account(0)).to.match(/^0x/);
    });

    it("names the rate at which a series is said to have cleared", async () => {
      const { found } = await find(alter("SeriesCleared", 0, 25));
      expect(what(found["clearings and allotments worked out again"])[0]).to.match(/SeriesCleared .*clearing rate/);
      expect(found["series of bonds and their schedules"]).to.deep.include({
        what: "series 1, rate",
        books: "425",
        chain: "400",
      });
    });

    it("names the units that a bid is said to have become", async () => {
      const { found } = await find(alter("Allotted", 0, 1));
      expect(what(found["clearings and allotments worked out again"])[0]).to.match(/Allotted .*units/);
      const { account } = story();
      const holder = `series 1, ${account(0).toLowerCase()}, units given for its bid`;
      expect(what(found["units, coupons and principal, holder by holder"]).map((one) => one.toLowerCase())).to.include(
        holder,
      );
    });

    it("names the step of a rent that got more than it should (K3)", async () => {
      const more = (log: RawLog): RawLog[] => [
        withWord(withWord(log, 2, Number(wordOf(log, 2)) - 1), 4, Number(wordOf(log, 4)) + 1),
      ];
      const { found } = await find(falsifyFirst(topicOf("RentPaid"), more));
      const named = what(found["rents, leases and auctions worked out again"]);
      expect(named.map((one) => one.replace(/.*, /, ""))).to.deep.equal(["coupon", "income"]);
    });

    it("names the rent that is withheld, and the one that comes twice", async () => {
      const { found } = await find(withhold("RentPaid"));
      expect(found["leases and their arrears"]).to.deep.include({
        what: "machine 1, lease, paid",
        books: String(327n * EURO + 3n),
        chain: String(377n * EURO + 3n),
      });
      const twice = await find(falsifyFirst(topicOf("RentPaid"), (log) => [log, log]));
      expect(what(twice.found["events, each once and possible"])[0]).to.match(/RentPaid/);
    });

    it("names the coupon that units are said to have received", async () => {
      const { found } = await find(alter("SeriesFunded", 0, -1));
      expect(what(found["series of bonds and their schedules"])).to.include("series 1, funded");
      expect(what(found["funds of the commons against what is owed of them"])).to.deep.equal([
        "owed of bond service 1, and held",
      ]);
    });

    it("names the holder whose units moved untold", async () => {
      const sale = (log: RawLog) => BigInt(log.topics[2] ?? 0n) !== 0n && BigInt(log.topics[3] ?? 0n) !== 0n;
      const { found } = await find((method, result) => {
        if (method !== "eth_getLogs") return result;
        const logs = result as RawLog[];
        const chosen = logs.find((log) => log.topics[0] === topicOf("TransferSingle") && sale(log));
        return logs.filter((log) => log !== chosen);
      });
      const { account } = story();
      expect(what(found["units, coupons and principal, holder by holder"])).to.include(
        `series 1, ${account(0).toLowerCase()}, units`,
      );
    });

    it("names the member whose income was claimed otherwise, and the posting that is withheld (K4)", async () => {
      const { found } = await find(alter("IncomeClaimed", 0, -1));
      expect(what(found["income and budgets worked out again"])[0]).to.match(/IncomeClaimed .*amount/);
      expect(what(found["members' income, member by member"])).to.include("member 2, paid");
      const posting = await find(withhold("IncomePosted"));
      expect(what(posting.found["members' income, member by member"])).to.include("reading per head");
    });

    it("names a machine that nobody tells of, and one that is said to be another's", async () => {
      const { found } = await find(withhold("MachineOrdered", 5));
      expect(found["machines, their terms and book values"]).to.deep.include({
        what: "machines ever",
        books: "5",
        chain: "6",
      });
      const lease = await find(withhold("LeaseStarted", 1));
      expect(what(lease.found["leases and their arrears"])).to.deep.equal([]);
      expect(what(lease.found["events, each once and possible"]).length).to.be.at.least(1);
    });

    it("names the auction, the deposit and the debt that are told wrongly", async () => {
      const bids = await find(withhold("AuctionBid", 5));
      expect(what(bids.found["auctions and deposits"])).to.include("machine 5, auction, best");
      const returned = await find(alter("DepositReturned", 0, -1));
      expect(what(returned.found["rents, leases and auctions worked out again"])[0]).to.match(
        /DepositReturned .*amount/,
      );
      const ended = await find(alter("LeaseEnded", 1, 1));
      expect(what(ended.found["rents, leases and auctions worked out again"])[0]).to.match(/LeaseEnded .*arrears/);
      expect(what(ended.found["rent that former lessees owe"])).to.deep.equal(["machine 3, debt of member 6"]);
    });

    it("names the budget, the stop and the asset that are withheld or told wrongly", async () => {
      const spent = await find(withhold("BudgetSpent"));
      expect(what(spent.found.budgets)).to.deep.equal(["budget 1, left"]);
      expect(what(spent.found["disposals in twelve months"])[0]).to.match(/^disposed of/);
      const granted = await find(withhold("BudgetGranted", 1));
      expect(what(granted.found.budgets)).to.include("budget 2, left");
      const halted = await find(withhold("Halted"));
      expect(what(halted.found["stops of new money"])).to.include("stopped until");
      const listed = await find(withhold("AssetListed"));
      expect(what(listed.found["assets with a book"])[0]).to.match(/^book for 0x/);
    });
  });

  describe("in what the contracts keep", () => {
    it("names the units and the money of a series", async () => {
      await rewrite(story().coop.bonds, mapped(1n, 0n) + 2n, (word) => word + 1n);
      const { found } = await find();
      expect(what(found["series of bonds and their schedules"])).to.include("series 1, funded");
    });

    it("names the bid that is kept otherwise", async () => {
      const { coop, account } = story();
      await rewrite(coop.bonds, slotOf(account(5), mapped(2n, 2n) + 2n), (word) => word + 1n);
      const { found } = await find();
      expect(what(found["bids for bonds, one by one"])).to.deep.equal([
        `series 2, bid of ${account(5).toLowerCase()}, amount`,
      ]);
    });

    it("names the holder to whom more coupons are owed", async () => {
      const { coop, account } = story();
      const { issued } = await coop.bondsContract.read.seriesOf([1n]);
      await rewrite(coop.bonds, slotOf(account(0), mapped(1n, 3n)) + 1n, (word) => word + issued);
      const { found } = await find();
      expect(what(found["units, coupons and principal, holder by holder"])).to.deep.equal([
        `series 1, ${account(0).toLowerCase()}, coupons to claim`,
      ]);
    });

    it("names what a lease paid, what a lessee owes, and a deposit", async () => {
      const { coop, account } = story();
      await rewrite(coop.machines, mapped(6n, mapped(3n, 5n)), (word) => word + 1n);
      await rewrite(coop.machines, slotOf(account(1), 7n), (word) => word - 1n);
      const { found } = await find();
      expect(what(found["rent that former lessees owe"])).to.deep.equal(["machine 3, debt of member 6"]);
      expect(what(found["auctions and deposits"])).to.deep.equal([`deposit of ${account(1).toLowerCase()}`]);
    });

    it("names the reading and the totals of income, and the member who is owed otherwise", async () => {
      const { coop } = story();
      await rewrite(coop.income, mapped(2n, 3n), (word) => word - (1n << 128n));
      const { found } = await find();
      expect(what(found["members' income, member by member"])).to.deep.equal(["member 2, paid", "member 2, due"]);
    });

    it("names the budget that has more left, and a stop that lasts longer", async () => {
      const { coop } = story();
      await rewrite(coop.treasury, mapped(1n, 4n) + 1n, (word) => word + 1n);
      const { found } = await find();
      expect(what(found.budgets)).to.include("budget 1, left");
    });
  });
});
