// What no module sees alone: parts of a charter that can not all be kept, each refused with the clause that it would break.
import { expect } from "chai";
import { stringToHex, zeroAddress } from "viem";
import { problemsOf } from "../../books/charter/check.ts";
import {
  boardOf,
  type Charter,
  ClassKind,
  DAY,
  defaultRules,
  defaultShares,
  defaultSurplus,
  founder,
  Role,
} from "../../scripts/deploy/charter.ts";
import { at, type Chain, EURO, found, freshChain, perTest, standardCharter } from "../helpers/coop.ts";
import { reverts } from "../helpers/reverts.ts";

describe("Contradictions in a charter", () => {
  const given = perTest(async () => ({ chain: await freshChain() }));
  let chain: Chain;
  let now: number;
  let standard: Charter;
  beforeEach(async () => {
    ({ chain } = given());
    now = await chain.networkHelpers.time.latest();
    standard = await standardCharter(chain);
  });
  const who = (i: number) => at(chain.wallets, i).account.address;

  /** Refused by the contract with this clause, and the twin names it too. */
  async function contradicts(over: Partial<Charter>, clause: string, what: string) {
    const charter = { ...standard, ...over };
    const told = [stringToHex(clause, { size: 4 }), stringToHex(what, { size: 32 })];
    await reverts(found(chain, charter), "CharterContradiction", told);
    expect(problemsOf(charter, now).map((problem) => problem.clause)).to.include(clause);
  }
  /** Founded, and the twin finds nothing. */
  async function lawful(over: Partial<Charter>) {
    const { restore } = await chain.networkHelpers.takeSnapshot();
    expect(problemsOf({ ...standard, ...over }, now)).to.deep.equal([]);
    await found(chain, { ...standard, ...over });
    await restore();
  }
  const classesNamed = (...names: string[]) => ({
    classes: standard.classes.map(({ kind }, i) => ({ kind, name: names[i] ?? `Class ${i}` })),
  });

  it("a co-op and its classes have names, of a readable length and different ones [C1]", async () => {
    await contradicts({ name: "" }, "A8", "name");
    await contradicts({ name: "n".repeat(101) }, "A8", "name");
    await lawful({ name: "n".repeat(100) });
    await contradicts(classesNamed(""), "C1", "class name");
    await contradicts(classesNamed("c".repeat(51)), "C1", "class name");
    await contradicts(classesNamed("Same", "Other", "Same"), "C1", "class named twice");
    await lawful(classesNamed("c".repeat(50)));
  });

  it("investors alone found nothing: they could never decide [C2]", async () => {
    const investors = [0, 1].map((i) => founder(who(i), 3));
    await contradicts({ founders: investors }, "C2", "founders");
    await lawful({ founders: [...investors, founder(who(2), 0)] });
  });

  it("three directors are three people, in office until the members can have named the next [B1]", async () => {
    const board = (accounts: number[], until = now + 180 * DAY) => ({ officers: boardOf(accounts.map(who), until) });
    await contradicts(board([0, 98, 0]), "B1", "officer named twice");
    await contradicts(board([0, 98, 99, 98]), "B1", "officer named twice");
    await contradicts(
      { officers: [{ role: Role.Treasurer, account: zeroAddress, until: now + DAY }] },
      "B1",
      "officer",
    );
    await reverts(found(chain, { ...standard, ...board([0, 98]) }), "CoopFactoryBoardTooSmall", [2n]);
    const { notice, period, delay } = standard.rules.kinds[1];
    const next = notice + period + delay;
    await contradicts(board([0, 98, 99], now + next), "B1", "board ends too soon");
    await lawful(board([0, 98, 99], now + next + 60));
    await lawful({ officers: [] });
  });

  it("whoever is to inherit holds no office, is no founder, and is not the money itself [A2]", async () => {
    await contradicts({ body: who(98) }, "A2", "officer");
    await contradicts({ body: chain.euro.address }, "A2", "body");
    for (const body of [zeroAddress, who(1)]) {
      await reverts(found(chain, { ...standard, body }), "ReserveUnfitBody");
      expect(problemsOf({ ...standard, body }, now).map(({ clause }) => clause)).to.include("A2");
    }
  });

  it("the body is none of the co-op's own contracts, though their addresses are known beforehand [A2]", async () => {
    const salt = stringToHex("own", { size: 32 });
    const [, modules] = await chain.factory.read.predictModules([who(0), salt, chain.euro.address]);
    await reverts(found(chain, { ...standard, body: at(modules, 4) }, salt), "ReserveUnfitBody");
    const founders = [...standard.founders, founder(at(modules, 4), 0)];
    await reverts(found(chain, { ...standard, founders }, salt), "MemberRegisterUnfitAccount");
  });

  it("dividends in shares need somebody who can hold another share [S6]", async () => {
    const surplus = { ...defaultSurplus, inShares: 1_000 };
    const full = { ...defaultShares(EURO), minimum: 5n, maximum: 5n };
    await contradicts({ surplus, shares: full }, "S6", "inShares");
    await lawful({ surplus, shares: { ...full, maximum: 6n } });
    await lawful({ shares: full });
  });

  it("is not what considered cases are: outside directors, a founder alone, a community class, investors over the cap", async () => {
    const classes = [
      { kind: ClassKind.Worker, name: "Crew" },
      { kind: ClassKind.Community, name: "The river" },
      { kind: ClassKind.Investor, name: "Lenders" },
    ];
    const rules = defaultRules([3_000, 1_000, 6_000]);
    await lawful({ classes, rules, founders: [founder(who(1), 0)] });
    await lawful({ classes, rules, founders: [founder(who(1), 1)] });
  });
});
