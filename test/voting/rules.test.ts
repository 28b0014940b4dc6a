// The hard bounds of the voting rules: a charter outside them founds nothing.
import { expect } from "chai";
import { stringToHex } from "viem";
import {
  type CharterRules,
  type CharterVotingRule,
  DAY,
  defaultRules,
  type KindRule,
} from "../../scripts/deploy/charter.ts";
import { at, type Chain, found, freshChain, perTest, standardCharter } from "../helpers/coop.ts";
import { reverts } from "../helpers/reverts.ts";

const lawful = defaultRules([4_000, 3_000, 2_000, 1_000]);
const withKind = (kind: number, change: Partial<KindRule>): CharterRules => ({
  ...lawful,
  kinds: lawful.kinds.map((rule, i) =>
    i === kind ? { ...rule, ...change } : rule,
  ) as unknown as CharterRules["kinds"],
});
const withVoting = (change: Partial<CharterVotingRule>): CharterRules => ({
  ...lawful,
  voting: { ...lawful.voting, ...change },
});
const weights = (...list: number[]) => defaultRules(list).voting.weights;

/** Each clause at the first value outside its bound, and one inside. */
const outside: [clause: string, what: string, rules: CharterRules][] = [
  ["C1", "weights under 100 %", withVoting({ weights: weights(4_000, 3_000, 2_000, 999) })],
  ["C1", "weights over 100 %", withVoting({ weights: weights(4_000, 3_000, 2_000, 1_001) })],
  ["C1", "a weight for a class that does not exist", withVoting({ weights: weights(4_000, 3_000, 2_000, 0, 1_000) })],
  ["C2", "investors over a quarter", withVoting({ investorCap: 2_501 })],
  ["V1", "two days' notice", withKind(1, { notice: 3 * DAY - 1 })],
  ["V2", "less than a day to vote", withKind(1, { period: DAY - 1 })],
  ["V2", "more than 60 days to vote", withKind(0, { period: 60 * DAY + 1 })],
  ["V3", "a quorum of one", withKind(1, { quorumNumber: 1 })],
  ["V3", "a quorum under 5 %", withKind(0, { quorumShare: 499 })],
  ["V4", "less than half", withKind(1, { threshold: 4_999 })],
  ["V4", "more than all", withKind(1, { threshold: 10_000 })],
  ["V5", "an extraordinary majority under 66 %", withKind(2, { threshold: 6_599 })],
  ["V5", "an extraordinary turnout under 33 %", withKind(2, { turnout: 3_299 })],
  ["V6", "a constitutional notice under 14 days", withKind(3, { notice: 14 * DAY - 1 })],
  ["V6", "a constitutional change that a class need not agree to", withKind(3, { everyClass: false })],
  ["C2", "weights of investors only", withVoting({ weights: weights(0, 0, 0, 10_000) })],
  ["V8", "seconders over a tenth", withVoting({ secondersShare: 1_001 })],
  ["V8", "more than a hundred seconders", withVoting({ secondersNumber: 101 })],
  ["V9", "a bar of more than a year", withVoting({ barredFor: 365 * DAY + 1 })],
  ["V11", "more than ten principals for a proxy", withVoting({ proxyLimit: 11 })],
  ["V7", "more than half of an asset to ordinary resolutions", withVoting({ disposalShare: 5_001 })],
  ["V10", "blocks at less than 1 %", withVoting({ blockShare: 99 })],
  ["V10", "blocks by nobody", withVoting({ blockNumber: 0 })],
  ["V13", "less than a day's delay", withKind(1, { delay: DAY - 1 })],
  ["V13", "more than 30 days' delay", withKind(1, { delay: 30 * DAY + 1 })],
  ["V13", "a window under a week", withKind(1, { window: 7 * DAY - 1 })],
  ["V13", "a window over 180 days", withKind(1, { window: 180 * DAY + 1 })],
];

/** Each way in which a stricter kind would be easier than the one below it. */
const easier: [clause: string, what: string, rules: CharterRules][] = [
  ["V6", "a constitutional majority under the extraordinary one", withKind(3, { threshold: 7_499 })],
  ["V6", "a constitutional notice shorter than the extraordinary one", withKind(2, { notice: 28 * DAY + 1 })],
  ["V6", "a constitutional turnout under the extraordinary one", withKind(3, { turnout: 5_099 })],
  ["V6", "a constitutional quorum under the extraordinary one", withKind(3, { quorumShare: 2_499 })],
  ["V6", "fewer ballots for a constitutional than for an extraordinary one", withKind(3, { quorumNumber: 2 })],
  ["V5", "an ordinary majority over the extraordinary one", withKind(1, { threshold: 7_501 })],
  ["V5", "an ordinary majority that a tie at the extraordinary one misses", withKind(1, { threshold: 7_500 })],
  ["V5", "an ordinary turnout over the extraordinary one", withKind(1, { turnout: 5_101 })],
  ["V5", "an ordinary notice longer than the extraordinary one", withKind(1, { notice: 14 * DAY + 1 })],
  [
    "V5",
    "an ordinary resolution that needs every class where an extraordinary one does not",
    withKind(1, { everyClass: true }),
  ],
  ["V4", "an advisory majority over the ordinary one", withKind(0, { threshold: 5_001 })],
  ["V4", "an advisory quorum over the ordinary one", withKind(0, { quorumNumber: 4 })],
];

describe("Rules: hard bounds", () => {
  const given = perTest(async () => ({ chain: await freshChain() }));
  const tryRules = async (chain: Chain, rules: CharterRules) => found(chain, await standardCharter(chain, { rules }));

  for (const [clause, what, rules] of outside) {
    it(`refuses ${what} [${clause}] [case 49]`, async () => {
      const error = await tryRules(given().chain, rules).then(
        () => "",
        (e: Error) => String(e.stack) + JSON.stringify(e, Object.getOwnPropertyNames(e)),
      );
      expect(error).to.contain(stringToHex(clause, { size: 4 }));
      await reverts(tryRules(given().chain, rules), "RuleOutOfBounds");
    });
  }

  for (const [clause, what, rules] of easier) {
    it(`refuses ${what} [${clause}]`, async () => {
      const kind = { V4: 1, V5: 2, V6: 3 }[clause];
      await reverts(tryRules(given().chain, rules), "RulesContradict", [stringToHex(clause, { size: 4 }), kind]);
    });
  }

  it("refuses members without a vote: a class without weight where votes are weighed, but for investors [M1]", async () => {
    const none = (...list: number[]) => tryRules(given().chain, withVoting({ weights: weights(...list) }));
    await reverts(none(0, 6_000, 3_000, 1_000), "RuleOutOfBounds", [stringToHex("M1", { size: 4 }), 0]);
    await none(4_000, 4_000, 2_000, 0);
  });

  it("takes a class without weight where votes are counted by heads", async () => {
    await tryRules(given().chain, withVoting({ weights: weights(0, 6_000, 3_000, 1_000), byWeight: false }));
  });

  it("accepts every bound itself", async () => {
    const edge: CharterRules = {
      kinds: [
        { ...at(lawful.kinds, 0), notice: 0, period: DAY, quorumNumber: 2, quorumShare: 500 },
        { ...at(lawful.kinds, 1), notice: 3 * DAY, period: 60 * DAY, delay: DAY, window: 7 * DAY },
        { ...at(lawful.kinds, 2), threshold: 6_600, turnout: 3_300, delay: 30 * DAY, window: 180 * DAY },
        { ...at(lawful.kinds, 3), notice: 14 * DAY, threshold: 6_600, turnout: 3_300 },
      ],
      voting: { ...lawful.voting, blockShare: 100, blockNumber: 1, proxyLimit: 10, disposalShare: 5_000 },
    };
    await tryRules(given().chain, edge);
  });

  it("accepts holding switched off [V10]", async () => {
    await tryRules(given().chain, withVoting({ blockShare: 0, blockNumber: 0 }));
  });
});
