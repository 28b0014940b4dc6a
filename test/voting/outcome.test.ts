// Outcomes worked by hand: every requirement at its edge, on the pure library itself.
import { expect } from "chai";
import { type CharterVotingRule, ClassKind, defaultRules, Kind } from "../../scripts/deploy/charter.ts";
import { Reason, Verdict } from "../helpers/assembly.ts";
import { at, freshChain, perTest } from "../helpers/coop.ts";

type Class = {
  kind?: number;
  roll: number;
  votes: [against: number, inFavour: number, abstain?: number, block?: number];
};

type Terms = { mayHold: boolean; mayAdjourn: boolean; relieved: boolean; everyClass: boolean };
/** Put for the first time. */
const FRESH: Terms = { mayHold: true, mayAdjourn: true, relieved: false, everyClass: false };

describe("OutcomeLib", () => {
  const given = perTest(async () => {
    const chain = await freshChain();
    const { address } = await chain.viem.deployContract("OutcomeLib" as never);
    return {
      chain,
      harness: await chain.viem.deployContract("OutcomeHarness", [], { libraries: { OutcomeLib: address } }),
    };
  });

  async function decide(
    kind: number,
    weights: number[],
    classes: Class[],
    voting: Partial<CharterVotingRule> = {},
    terms: Partial<Terms> = {},
  ) {
    const rules = defaultRules(weights);
    const tallies = classes.map(({ kind: classKind = ClassKind.Worker, roll, votes: [a, f, s = 0, b = 0] }) => ({
      kind: classKind,
      roll,
      votes: [a, f, s, b] as const,
    }));
    const votingRule = { ...rules.voting, ...voting };
    const rule = at(rules.kinds, kind);
    const question = { kind, rule, voting: votingRule, classes: tallies, terms: { ...FRESH, ...terms } };
    return at(await given().harness.read.decideAll([[question]]), 0);
  }
  const verdicts = async (...args: Parameters<typeof decide>) => {
    const { verdict, reason } = await decide(...args);
    return [verdict, reason];
  };
  const { Ordinary, Extraordinary, Constitutional } = Kind;
  const passed = [Verdict.Passed, Reason.Carried];
  const byHeads = { byWeight: false };

  it("by heads needs more than half, of votes and not of members [V4]", async () => {
    expect(await verdicts(Ordinary, [10_000], [{ roll: 20, votes: [4, 5] }], byHeads)).to.deep.equal(passed);
    const tie = await verdicts(Ordinary, [10_000], [{ roll: 20, votes: [5, 5] }], byHeads);
    expect(tie).to.deep.equal([Verdict.Defeated, Reason.MajorityMissed]);
  });

  it("for stricter kinds needs three quarters, exactly three quarters being enough [V5]", async () => {
    expect(await verdicts(Extraordinary, [10_000], [{ roll: 12, votes: [3, 9] }], byHeads)).to.deep.equal(passed);
    const short = await verdicts(Extraordinary, [10_000], [{ roll: 12, votes: [4, 8] }], byHeads);
    expect(short).to.deep.equal([Verdict.Defeated, Reason.MajorityMissed]);
    const absent = await verdicts(Extraordinary, [10_000], [{ roll: 20, votes: [0, 10] }], byHeads);
    expect(absent).to.deep.equal([Verdict.Adjourned, Reason.TurnoutMissed]);
  });

  it("rounds the quorum up and never above the roll [V3]", async () => {
    expect((await decide(Ordinary, [10_000], [{ roll: 13, votes: [0, 0] }])).quorum).to.equal(4);
    expect((await decide(Ordinary, [10_000], [{ roll: 2, votes: [0, 0] }])).quorum).to.equal(2);
    expect((await decide(Ordinary, [10_000], [{ roll: 0, votes: [0, 0] }])).quorum).to.equal(0);
  });

  it("leaves an empty class, and one of which nearly all stayed away, out of the weighing [C2] [case 17]", async () => {
    const classes: Class[] = [
      { roll: 10, votes: [2, 3] },
      { roll: 0, votes: [0, 0] },
      { roll: 100, votes: [4, 0] },
    ];
    const o = await decide(Ordinary, [4_000, 3_000, 3_000], classes, { blockShare: 0, blockNumber: 0 });
    expect(o.counting).to.equal(0b001);
    expect([o.shareNumerator, o.shareDenominator]).to.deep.equal([4_000n * 3n, 4_000n * 5n]);
    const five = await decide(
      Ordinary,
      [4_000, 3_000, 3_000],
      [at(classes, 0), at(classes, 1), { roll: 100, votes: [5, 0] }],
    );
    expect(five.counting).to.equal(0b101);
  });

  it("compares weights on a common denominator, to the last vote [C2] [case 18]", async () => {
    // Thirds: 1/3 of 3,333 and 3,333 and all of 3,334 in favour is 5,556 of 10,000: more than half, by 556.
    const thirds: Class[] = [
      { roll: 3, votes: [2, 1] },
      { roll: 3, votes: [2, 1] },
      { roll: 3, votes: [0, 3] },
    ];
    const o = await decide(Ordinary, [3_333, 3_333, 3_334], thirds);
    expect(o.shareNumerator * 10_000n).to.equal(o.shareDenominator * 5_556n);
    // Half of each of two classes is a tie, whatever the weights.
    const tie = await verdicts(
      Ordinary,
      [3_333, 6_667],
      [
        { roll: 7, votes: [3, 3] },
        { roll: 9, votes: [4, 4] },
      ],
    );
    expect(tie).to.deep.equal([Verdict.Defeated, Reason.MajorityMissed]);
  });

  it("cuts all investor classes together back to a quarter [C2]", async () => {
    const investor = ClassKind.Investor;
    const o = await decide(
      Ordinary,
      [4_000, 3_000, 3_000],
      [
        { roll: 4, votes: [4, 0] },
        { kind: investor, roll: 4, votes: [0, 4] },
        { kind: investor, roll: 4, votes: [0, 4] },
      ],
    );
    expect(o.shareNumerator * 4n).to.equal(o.shareDenominator);
    // Within the quarter nothing is cut.
    const small = await decide(
      Ordinary,
      [8_000, 2_000],
      [
        { roll: 4, votes: [4, 0] },
        { kind: investor, roll: 4, votes: [0, 4] },
      ],
    );
    expect(small.shareNumerator * 5n).to.equal(small.shareDenominator);
  });

  it("loses what only investors voted on [C2]", async () => {
    const alone = await verdicts(
      Ordinary,
      [5_000, 5_000],
      [
        { roll: 4, votes: [0, 0, 4] },
        { kind: ClassKind.Investor, roll: 4, votes: [0, 4] },
      ],
    );
    expect(alone).to.deep.equal([Verdict.Defeated, Reason.OnlyInvestors]);
  });

  it("lets a class of three or more stop what needs every class [C4]", async () => {
    const o = await decide(
      Constitutional,
      [5_000, 5_000],
      [
        { roll: 60, votes: [0, 60] },
        { roll: 3, votes: [2, 1] },
      ],
      byHeads,
    );
    expect([o.verdict, o.reason, o.class]).to.deep.equal([Verdict.Defeated, Reason.ClassAgainst, 1]);
    // A tie inside the class is no agreement; abstaining is no objection.
    const tied = await verdicts(
      Constitutional,
      [5_000, 5_000],
      [
        { roll: 60, votes: [0, 60] },
        { roll: 4, votes: [1, 1] },
      ],
      byHeads,
    );
    expect(tied).to.deep.equal([Verdict.Defeated, Reason.ClassAgainst]);
    const silent = await verdicts(
      Constitutional,
      [5_000, 5_000],
      [
        { roll: 60, votes: [0, 60] },
        { roll: 4, votes: [0, 0, 4] },
      ],
      byHeads,
    );
    expect(silent).to.deep.equal(passed);
  });

  it("does not let two members, or investors, stop three quarters of all others [C4] [case 20]", async () => {
    const small = (against: number, inFavour: number) =>
      verdicts(
        Constitutional,
        [9_000, 1_000],
        [
          { roll: 40, votes: [against, inFavour] },
          { roll: 2, votes: [2, 0] },
        ],
      );
    expect(await small(10, 30)).to.deep.equal([Verdict.Defeated, Reason.MajorityMissed]);
    expect(await small(5, 35)).to.deep.equal(passed);
    const heads = (inFavour: number, kind: number) =>
      verdicts(
        Constitutional,
        [5_000, 5_000],
        [
          { roll: 40, votes: [40 - inFavour, inFavour] },
          { kind, roll: 3, votes: [2, 1] },
        ],
        byHeads,
      );
    expect(await heads(38, ClassKind.Investor)).to.deep.equal(passed);
    expect(await heads(38, ClassKind.User)).to.deep.equal([Verdict.Defeated, Reason.ClassAgainst]);
  });

  it("holds when blocks reach both the share and the number [V10]", async () => {
    const blocks = (n: number, ballots: number) =>
      verdicts(Ordinary, [10_000], [{ roll: 30, votes: [0, ballots - n, 0, n] }]);
    expect(await blocks(1, 10)).to.deep.equal(passed);
    expect(await blocks(2, 20)).to.deep.equal([Verdict.Held, Reason.Blocked]);
    expect(await blocks(2, 21)).to.deep.equal(passed);
    expect(await blocks(3, 21)).to.deep.equal([Verdict.Held, Reason.Blocked]);
    const off = { blockShare: 0, blockNumber: 0 };
    expect(await verdicts(Ordinary, [10_000], [{ roll: 9, votes: [0, 5, 0, 4] }], off)).to.deep.equal(passed);
  });

  it("counts a block that does not hold as a vote against [V10]", async () => {
    const one = await decide(Ordinary, [10_000], [{ roll: 30, votes: [4, 5, 0, 1] }]);
    expect([one.against, one.verdict]).to.deep.equal([5, Verdict.Defeated]);
    const strict = await decide(Extraordinary, [10_000], [{ roll: 12, votes: [0, 8, 0, 4] }], byHeads);
    expect([strict.verdict, strict.reason]).to.deep.equal([Verdict.Defeated, Reason.MajorityMissed]);
  });

  it("adjourns what had its majority and missed only quorum or turnout [V12]", async () => {
    const few: Class[] = [{ roll: 40, votes: [0, 9] }];
    expect(await verdicts(Ordinary, [10_000], few)).to.deep.equal([Verdict.Adjourned, Reason.QuorumMissed]);
    const again = { mayAdjourn: false };
    const last = await verdicts(Ordinary, [10_000], few, {}, again);
    expect(last).to.deep.equal([Verdict.Defeated, Reason.QuorumMissed]);
    const lost = await verdicts(Ordinary, [10_000], [{ roll: 40, votes: [5, 4] }]);
    expect(lost).to.deep.equal([Verdict.Defeated, Reason.QuorumMissed]);
  });

  it("asks half the quorum, or a third of the turnout, of what was adjourned [V12]", async () => {
    const relieved = { relieved: true, mayAdjourn: false };
    const ballots = (kind: number, roll: number) =>
      decide(kind, [10_000], [{ roll, votes: [0, 0] }], {}, relieved).then((o) => [o.quorum, o.turnout]);
    expect(await ballots(Ordinary, 40)).to.deep.equal([5, 0]);
    expect(await ballots(Ordinary, 42)).to.deep.equal([6, 0]);
    expect(await ballots(Ordinary, 4)).to.deep.equal([2, 0]);
    expect(await ballots(Ordinary, 1)).to.deep.equal([1, 0]);
    // 51 % of 40 is 21, a third of it 7; the quorum of a stricter kind stays.
    expect(await ballots(Extraordinary, 40)).to.deep.equal([10, 7]);
    const carried = await verdicts(Ordinary, [10_000], [{ roll: 40, votes: [0, 5] }], {}, relieved);
    expect(carried).to.deep.equal(passed);
  });

  it("asks every class where a class has petitioned for it [C3]", async () => {
    const classes: Class[] = [
      { roll: 40, votes: [0, 40] },
      { roll: 4, votes: [3, 1] },
    ];
    expect(await verdicts(Ordinary, [5_000, 5_000], classes, byHeads)).to.deep.equal(passed);
    const asked = await verdicts(Ordinary, [5_000, 5_000], classes, byHeads, { everyClass: true });
    expect(asked).to.deep.equal([Verdict.Defeated, Reason.ClassAgainst]);
  });

  it("survives eight full classes without overflow [case 23]", async () => {
    const most = 2 ** 24 - 1;
    const half = (most - 1) / 2;
    const weights = [1_250, 1_250, 1_250, 1_250, 1_250, 1_250, 1_250, 1_250];
    const classes: Class[] = weights.map((_, i) => ({
      kind: i < 4 ? ClassKind.Investor : ClassKind.User,
      roll: most,
      votes: [half, half + 1],
    }));
    expect(await verdicts(Ordinary, weights, classes)).to.deep.equal(passed);
  });
});
