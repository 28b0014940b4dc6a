// Errors planted in the story of people who come, move and take their money out. The audit names each.
import { expect } from "chai";
import { encodeAbiParameters, getAddress, type Hex, keccak256, toEventSelector } from "viem";
import {
  assemblyDeskAbi,
  auditRegisterAbi,
  authorityAbi,
  boardAbi,
  directoryAbi,
  memberRegisterAbi,
  memberSharesAbi,
  reserveAbi,
} from "../../books/abi.ts";
import { at, perTest } from "../helpers/coop.ts";
import { falsifyFirst, falsifying, mapped, withWord } from "./falsify.ts";
import { peopleStory } from "./people-story.ts";

const ABIS = [
  memberRegisterAbi,
  boardAbi,
  reserveAbi,
  auditRegisterAbi,
  memberSharesAbi,
  authorityAbi,
  directoryAbi,
  assemblyDeskAbi,
];
const EVENTS = "events, each once and possible";

function topicOf(name: string): Hex {
  const event = ABIS.flat().find((item) => item.type === "event" && item.name === name);
  if (!event) throw new Error(`No contract has an event ${name}.`);
  return toEventSelector(event as never);
}

/** Withheld, the log of this name (after `skip` others) is missed by the check of this name, at what is named so. */
const WITHHELD: readonly (readonly [event: string, check: string, what: RegExp, skip?: number])[] = [
  ["Applied", EVENTS, /^Accepted /],
  ["Accepted", "applications", /application of 0x\w+, state/, 2],
  ["Refused", "applications", /application of 0x\w+, state/],
  ["ApplicationWithdrawn", "applications", /application of 0x\w+, commitment/],
  ["Appealed", "applications", /appealed/],
  ["Drafted", EVENTS, /^Seconded /],
  ["Seconded", "drafts and their seconders", /seconders/],
  ["ClassChanged", "members' records", /class of member 6/],
  ["PurposeStated", "purpose, winding up, closing and self-description", /hash of the purpose/],
  ["MembershipTermsSet", "terms of membership", /decideWithin/],
  ["Suspended", "suspensions of members", /member 9 suspended until/],
  ["SuspensionLifted", "suspensions of members", /member 8 suspended until/],
  ["RecoveryRequested", "recoveries that wait", /recovery of member 6, account/, 1],
  ["RecoveryAttested", "recoveries that wait", /recovery of member 6, ready at/, 3],
  ["RecoveryStarted", "recoveries that wait", /recovery of member 6, account/, 1],
  ["RecoveryVetoed", "recoveries that wait", /recovery of member 8, vetoed at/],
  ["RecoveryEnded", "requests for recovery and who attested them", /for member 7, asked/],
  ["Recovered", "seats by account", /member id of 0x/],
  ["ActDecided", "acts of the board", /acts ever decided/, 4],
  ["ActCarriedOut", "acts of the board", /act 2, done/, 1],
  ["ActWithdrawn", "acts of the board", /act 3, done/],
  ["Appointed", "ends of offices", /holders of role 5/, 3],
  ["BodyAccepted", "who inherits", /body has accepted/],
  ["ReserveGrew", EVENTS, /^ReserveGrew /],
  ["LossCovered", "losses borne by reserve and shares", /certificate 1, borne/, 1],
  ["OpinionFiled", "opinions, certified losses and yearly reports", /opinions ever/],
  ["LossCharged", "opinions, certified losses and yearly reports", /certificate 1, covered/, 2],
  ["ReportFiled", "opinions, certified losses and yearly reports", /report for 2025/],
  ["TermsSet", "terms of member shares", /par/],
  ["Subscribed", "member shares and interest, member by member", /member \d+, units/, 4],
  ["InstalmentPaid", "member shares and interest, member by member", /member 3, units/],
  ["PromiseDropped", "member shares and interest, member by member", /member 3, promised/],
  ["WithdrawalAsked", "withdrawal queue, place by place", /places ever/, 3],
  ["WithdrawalCancelled", "withdrawal queue, place by place", /place 1, units/],
  ["WithdrawalServed", "withdrawal queue, place by place", /place 0, units/],
  ["WithdrawalsSuspended", "suspension of withdrawals", /until/],
  ["InterestPosted", "postings of interest", /postings ever/],
  ["InterestClaimed", "member shares and interest, member by member", /member 1, interest/],
  ["Paid", "member shares and interest, member by member", /member 1, due/],
  ["WrittenDown", "write-downs member by member", /write-downs ever/],
  ["HoldingCut", "write-downs member by member", /^Subscribed /],
];

describe("Audit of a falsified story of people", function () {
  this.timeout(60_000);
  const story = perTest(peopleStory);
  const { find, rewrite } = falsifying(story);

  for (const [event, check, what, skip] of WITHHELD) {
    it(`misses ${event} when it is withheld`, async () => {
      const { found } = await find(falsifyFirst(topicOf(event), () => [], skip));
      const names = found[check]?.map((difference) => difference.what) ?? [];
      expect(names, `${check} among ${Object.keys(found).join("; ")}`).to.satisfy((list: string[]) =>
        list.some((one) => what.test(one)),
      );
    });
  }

  it("names the posting of interest that is told with another amount (S4)", async () => {
    const { found } = await find(falsifyFirst(topicOf("InterestPosted"), (log) => [withWord(log, 2, 5)]));
    expect(Object.keys(found)).to.deep.equal(["postings of interest"]);
    expect(found["postings of interest"]?.map(({ what, chain }) => [what, chain])).to.deep.equal([
      ["posting 1, amount", "5"],
    ]);
  });

  it("names the cut that is told with another number of shares (S5)", async () => {
    const { found } = await find(falsifyFirst(topicOf("HoldingCut"), (log) => [withWord(log, 0, 9)]));
    expect(found[EVENTS]?.[0]?.books).to.match(/takes 9 shares of member 3; \d+ follow/);
  });

  it("names the act of the board whose call is told otherwise (B1)", async () => {
    const { found } = await find(falsifyFirst(topicOf("ActDecided"), (log) => [withWord(log, 3, 77)]));
    expect(found["acts of the board"]?.[0]?.what).to.equal("act 1, target and call");
  });

  describe("in what the contracts keep", () => {
    const address = (i: number) => BigInt(at(story().chain.wallets, i).account.address);
    const request = (memberId: number, i: number): bigint => {
      const types = [{ type: "uint32" }, { type: "address" }] as const;
      const account = at(story().chain.wallets, i).account.address;
      return BigInt(keccak256(encodeAbiParameters(types, [memberId, account])));
    };

    /** Contract, slot and change of one word; the checks that name it, and no others. */
    const CHANGED: readonly [string, () => [Hex, bigint, (word: bigint) => bigint], string[]][] = [
      [
        "the time that an applicant has",
        () => [story().coop.register, mapped(address(21), 7n), (word) => word ^ (1n << 16n)],
        ["applications"],
      ],
      [
        "the account for which an attestation spoke",
        () => [story().coop.register, mapped(BigInt(keccak256("0x6f6e6520706572736f6e")), 8n), (word) => word + 1n],
        ["attestations, each for one account"],
      ],
      [
        "the end of a suspension",
        () => [story().coop.register, mapped(9n, 9n), (word) => word + 1n],
        ["suspensions of members"],
      ],
      [
        "the date of a recovery",
        () => [story().coop.register, mapped(6n, 11n), (word) => word - (1n << 160n)],
        ["recoveries that wait"],
      ],
      [
        "a burnt request that may be attested again",
        () => [story().coop.register, mapped(request(8, 33), 12n), (word) => word & ((1n << 24n) - 1n)],
        ["requests for recovery and who attested them"],
      ],
      [
        "an attestation that was never given",
        () => [story().coop.register, mapped(address(0), mapped(request(6, 31), 13n)), () => 0n],
        ["requests for recovery and who attested them"],
      ],
      ["what an act is about", () => [story().coop.board, mapped(5n, 0n), (word) => word ^ 1n], ["acts of the board"]],
      [
        "the covered part of a loss",
        () => [story().coop.audits, mapped(1n, 0n), (word) => word + (1n << 120n)],
        ["opinions, certified losses and yearly reports"],
      ],
      ["who inherits", () => [story().coop.reserve, 2n, (word) => word ^ 1n], ["who inherits"]],
      [
        "a member's shares",
        () => [story().coop.shares, mapped(1n, 5n), (word) => word + 1n],
        ["member shares and interest, member by member"],
      ],
      [
        "a member's interest, by one part of a unit",
        () => [story().coop.shares, mapped(3n, 5n) + 1n, (word) => word + (3_650_000n << 80n)],
        ["member shares and interest, member by member"],
      ],
      [
        "a place in the queue",
        () => [story().coop.shares, mapped(2n, 7n), (word) => word + (1n << 32n)],
        ["withdrawal queue, place by place"],
      ],
    ];
    for (const [name, change, checks] of CHANGED) {
      it(`names ${name}`, async () => {
        await rewrite(...change());
        const { found } = await find();
        expect(Object.keys(found)).to.deep.equal(checks);
      });
    }

    it("names the reserve that holds less than its book (A1)", async () => {
      const { chain, coop } = story();
      await chain.euro.write.mint([coop.reserve, 3n]);
      await coop.reserveContract.write.post();
      await rewrite(chain.euro.address, mapped(BigInt(coop.reserve), 0n), () => 2n);
      const { found } = await find();
      expect(found).to.deep.equal({
        "the reserve and what it holds": [{ what: "held by the reserve", books: "3", chain: "2" }],
      });
    });

    it("names the account that was made a director behind the events (B1)", async () => {
      const { coop, chain } = story();
      const roleTwo = mapped(2n, 0n);
      await rewrite(coop.authority, mapped(address(98), roleTwo), () => 1n);
      const { found } = await find();
      const director = getAddress(at(chain.wallets, 98).account.address);
      expect(Object.keys(found)).to.deep.equal(["ends of offices"]);
      expect(found["ends of offices"]?.[0]).to.include({ what: `role 2 of ${director}`, chain: "1" });
    });
  });
});
