// Charters at random: the contract founds exactly those in which the twin finds nothing wrong, and none that breaks a bound.
import { expect } from "chai";
import { type Hex, hexToString, keccak256, zeroHash } from "viem";
import { type Problem, problemsOf } from "../../books/charter/check.ts";
import { handedIn } from "../../books/charter/founders.ts";
import { seeded } from "../../scripts/demo/random.ts";
import type { Charter } from "../../scripts/deploy/charter.ts";
import { at, type Chain, freshChain, perTest } from "../helpers/coop.ts";
import { refusal } from "../helpers/reverts.ts";
import { brokenIn } from "./bounds.ts";
import { moveFigure, PARTS } from "./changes.ts";
import { lawfulCharter } from "./random-charters.ts";

/** More of them on request: RUNS=2000. */
const RUNS = Number(process.env.RUNS ?? 150);
const SEED = 1844;
/** Creation code that answers with the time of the call. */
const TIME: Hex = "0x4260005260206000f3";

/** The clauses of the errors that do not carry theirs. */
const CLAUSES: Record<string, readonly string[]> = {
  MemberRegisterClassesOutOfBounds: ["C1"],
  MemberRegisterUnknownClass: ["C1"],
  MemberRegisterAlreadyMember: ["M1"],
  MemberRegisterUnfitAccount: ["M1"],
  CoopFactoryFoundersOutOfBounds: ["M1"],
  CoopFactoryTermTooLong: ["B2"],
  CoopFactoryBoardTooSmall: ["B1"],
  AuthorityTermOutOfBounds: ["B1"],
  AuthorityRoleReserved: ["B1"],
  AuthorityOfficesApart: ["B1"],
  AuthorityOfficeFull: ["B1"],
  MemberSharesTermsOutOfBounds: ["S1"],
  MemberSharesLimitsOutOfBounds: ["S2", "S3", "S4"],
  TreasuryHaltOutOfBounds: ["G1"],
  TreasuryAssetUnlisted: ["S1"],
  ReserveUnfitBody: ["A2"],
  DirectoryPurposeOutOfBounds: ["A8"],
};
/** By the term that `JobMarketTermsOutOfBounds` names. */
const MARKET: Record<string, string> = {
  fee: "J1",
  commonsShare: "J2",
  window: "J3",
  ruleWithin: "J4",
  defaultAward: "J4",
  workShare: "J5",
  speed: "J6",
};

describe("Charters at random", function () {
  this.timeout(60_000 + RUNS * 400);
  const given = perTest(async () => ({ chain: await freshChain() }));

  /** What the factory answers, tried on the chain as it is: nothing when it founds. */
  async function refusalBy(
    chain: Chain,
    charter: Charter,
  ): Promise<{ name: string; clauses: readonly string[] } | undefined> {
    const args = [handedIn(charter, keccak256).charter as never, zeroHash] as const;
    const refused = await refusal(chain.factory.simulate.found(args));
    if (!refused) return undefined;
    const { name } = refused;
    const [told] = refused.args as readonly [Hex];
    if (name === "JobMarketTermsOutOfBounds") return { name, clauses: [MARKET[hexToString(told, { size: 32 })] ?? ""] };
    return { name, clauses: CLAUSES[name] ?? [hexToString(told, { size: 4 })] };
  }

  const said = (charter: Charter, problems: readonly Problem[]) =>
    JSON.stringify({ problems, charter }, (_, value) => (typeof value === "bigint" ? String(value) : value));

  it(`are founded, all of ${RUNS}, exactly where the twin and the table of bounds agree`, async () => {
    const { chain } = given();
    const random = seeded(SEED);
    const { data } = await chain.client.call({ data: TIME });
    const now = Number(data);
    const seen = { founded: 0, lawfulBeforeAnyChange: 0, clauses: new Set<string>() };
    for (let run = 0; run < RUNS; run += 1) {
      let charter = lawfulCharter(random, now, chain.euro.address);
      const changes = run % 5 === 0 ? 0 : random.between(1, 3);
      for (let i = 0; i < changes; i += 1) charter = random.pick([moveFigure, ...PARTS])(charter, random, now);

      const problems = problemsOf(charter, now);
      const refused = await refusalBy(chain, charter);
      const what = `run ${run} of seed ${SEED}, ${refused?.name}: ${said(charter, problems)}`;
      expect(refused === undefined, what).to.equal(problems.length === 0);
      if (changes === 0) expect(problems, what).to.deep.equal([]);
      const clauses = new Set(problems.map(({ clause }) => clause));
      if (refused)
        expect(
          refused.clauses.some((clause) => clauses.has(clause)),
          what,
        ).to.equal(true);
      // What the table says is broken, the twin says too; so what is founded breaks nothing of it.
      for (const clause of brokenIn(charter, now)) expect([...clauses], what).to.include(clause);
      for (const clause of refused?.clauses ?? []) seen.clauses.add(clause);
      if (!refused) seen.founded += 1;
    }
    expect(seen.founded).to.be.greaterThan(RUNS / 5);
    expect(seen.clauses.size).to.be.at.least(RUNS < 1_000 ? 12 : 24);
    if (process.env.RUNS)
      console.log(`        ${seen.founded} founded; clauses refused: ${[...seen.clauses].sort().join(" ")}`);
  });

  it("are told in sentences that say what is wrong and what would be lawful", async () => {
    const { chain } = given();
    const random = seeded(SEED);
    const charter = lawfulCharter(random, 1_800_000_000, chain.euro.address);
    const { rules } = charter;
    const kinds = rules.kinds.map((rule, i) => (i === 1 ? { ...rule, period: 61 * 86_400 } : rule)) as never;
    expect(problemsOf({ ...charter, rules: { ...rules, kinds } }, 1_800_000_000)).to.deep.include({
      clause: "V2",
      path: "rules.kinds.1.period",
      sentence: "The time to vote of ordinary resolutions is 61 days, and can be 1 day to 60 days.",
    });
    expect(
      problemsOf({ ...charter, founders: [at(charter.founders, 0), at(charter.founders, 0)] }, 1_800_000_000),
    ).to.deep.equal([
      {
        clause: "M1",
        path: "founders.1.account",
        sentence: "The same account is a founder twice: a person is one member.",
      },
    ]);
  });
});
