// Budgets: the members decide, whoever is in office carries out, and the limit of a third is not gone around.
import { expect } from "chai";
import { encodeFunctionData } from "viem";
import { DAY, Kind, Role } from "../../scripts/deploy/charter.ts";
import { resolution } from "../helpers/assembly.ts";
import { type Chain, type Coop, coopWith, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly, carryOut } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import { Fund, treasuryOf, withPayer } from "./setting.ts";

const GRANT = 1_000n * EURO;
/** 33.33 % of it: what ordinary resolutions must stay below. */
const LIMIT = (GRANT * 3_333n) / 10_000n;
const TREASURER = 31;
const PAYEE = 30;
const BOARD_TOGETHER = 7n;

type Budget = { role?: bigint; fund?: number; amount?: bigint; until?: number };

describe("Treasury: budgets", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await withPayer(chain, coop);
    const end = (await chain.networkHelpers.time.latest()) + 360 * DAY;
    const by = await asAssembly(chain, coop);
    await coop.authorityContract.write.appoint([Role.Treasurer, addressOf(chain, TREASURER), end], by);
    await treasuryOf(chain, coop).deposit(Fund.Operating, GRANT);
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  let soon: number;
  beforeEach(async () => {
    ({ chain, coop } = given());
    soon = (await chain.networkHelpers.time.latest()) + 100 * DAY;
  });
  const argsOf = ({ role = Role.Treasurer, fund = Fund.Operating, amount = 100n * EURO, until = soon }: Budget) =>
    [role, fund, chain.euro.address, amount, until, hashOf("repairs")] as const;
  const grant = async (budget: Budget = {}) =>
    coop.treasuryContract.write.grantBudget(argsOf(budget), await asAssembly(chain, coop));
  const grantBeyond = async (budget: Budget = {}) =>
    coop.treasuryContract.write.grantBudgetBeyond(argsOf(budget), await asAssembly(chain, coop));
  const spend = (amount: bigint, as = TREASURER, budgetId = 1n) =>
    coop.treasuryContract.write.spend([budgetId, addressOf(chain, PAYEE), amount, hashOf("invoice")], {
      account: account(chain, as),
    });
  const left = async (budgetId = 1n) => (await coop.treasuryContract.read.budgetOf([budgetId]))[3];
  const limit = () => coop.treasuryContract.read.disposalLimit([chain.euro.address]);
  const paid = () => chain.euro.read.balanceOf([addressOf(chain, PAYEE)]);
  const pay = async (amount: bigint) => {
    const args = [Fund.Operating, chain.euro.address, addressOf(chain, PAYEE), amount, hashOf("x")] as const;
    return coop.treasuryContract.write.pay(args, await asAssembly(chain, coop));
  };

  it("are granted by ordinary resolution, and spent by who holds the office [B1]", async () => {
    const data = encodeFunctionData({
      abi: coop.treasuryContract.abi,
      functionName: "grantBudget",
      args: argsOf({}),
    });
    const step = resolution(chain, coop, [{ target: coop.treasury, data }], "Repairs of the spring");
    const [targets, values, calldatas] = step.content;
    expect(await coop.deskContract.read.leastKind([targets, values, calldatas])).to.equal(Kind.Ordinary);
    await step.propose();
    await carryOut(step, [0, 1, 2]);
    expect(await coop.treasuryContract.read.budgetOf([1n])).to.deep.equal([
      Role.Treasurer,
      Fund.Operating,
      (await coop.treasuryContract.read.settlementToken()) as string,
      100n * EURO,
      soon,
    ]);
    await spend(40n * EURO);
    const [told] = await coop.treasuryContract.getEvents.BudgetSpent();
    expect(told?.args).to.deep.include({ budgetId: 1n, amount: 40n * EURO, left: 60n * EURO });
    await spend(60n * EURO);
    expect([await paid(), await left()]).to.deep.equal([100n * EURO, 0n]);
    await reverts(spend(1n), "TreasuryBudgetTooSmall", [1n, 0n, 1n]);
  });

  it("are nobody else's: not another office's, a director's or the members' own hand [B1]", async () => {
    await reverts(
      coop.treasuryContract.write.grantBudget(argsOf({}), { account: account(chain, 0) }),
      "ModuleUnauthorised",
    );
    await reverts(
      coop.treasuryContract.write.grantBudgetBeyond(argsOf({}), { account: account(chain, 0) }),
      "ModuleUnauthorised",
    );
    await grant();
    for (const as of [0, 1, 20]) await reverts(spend(1n, as), "TreasuryBudgetClosed");
    await reverts(spend(1n, TREASURER, 2n), "TreasuryBudgetClosed");
    await grant({ role: Role.Board });
    await reverts(spend(1n, TREASURER, 2n), "TreasuryBudgetClosed");
    await spend(1n, 0, 2n);
  });

  it("end on their day, and with the office [B1]", async () => {
    await grant();
    await chain.networkHelpers.time.setNextBlockTimestamp(soon - 1);
    await spend(1n);
    await chain.networkHelpers.time.setNextBlockTimestamp(soon);
    await reverts(spend(1n), "TreasuryBudgetClosed", [1n, addressOf(chain, TREASURER)]);
    await grant({ until: soon + 300 * DAY });
    await spend(1n, TREASURER, 2n);
    const by = await asAssembly(chain, coop);
    await coop.authorityContract.write.recall([Role.Treasurer, addressOf(chain, TREASURER)], by);
    await reverts(spend(1n, TREASURER, 2n), "TreasuryBudgetClosed");
  });

  it("are for an office that a person holds, the auditor's excepted, and for a year at most [B1]", async () => {
    const now = await chain.networkHelpers.time.latest();
    for (const role of [0n, 1n, Role.Auditor, BOARD_TOGETHER, 8n, 258n]) {
      await reverts(grant({ role }), "TreasuryBudgetOutOfBounds", [role, soon]);
    }
    await reverts(grant({ until: now }), "TreasuryBudgetOutOfBounds");
    await chain.networkHelpers.time.setNextBlockTimestamp(now + 100);
    await reverts(grant({ until: now + 101 + 365 * DAY }), "TreasuryBudgetOutOfBounds");
    await chain.networkHelpers.time.setNextBlockTimestamp(now + 200);
    await grant({ until: now + 200 + 365 * DAY, amount: 1n });
    await reverts(grant({ amount: 0n }), "TreasuryNothingToMove");
    for (const role of [Role.Board, Role.Arbiter, Role.Guardian]) await grant({ role, amount: 1n });
  });

  it("pay from their own fund, and only what is there", async () => {
    await treasuryOf(chain, coop).deposit(Fund.Commons, 50n * EURO);
    await grant({ fund: Fund.Commons });
    await reverts(spend(51n * EURO), "TreasuryFundTooSmall");
    await spend(50n * EURO);
    expect(await left()).to.equal(50n * EURO);
    expect(await treasuryOf(chain, coop).fund(Fund.Operating)).to.equal(GRANT);
    await reverts(spend(0n), "TreasuryNothingToMove");
  });

  it("pay in a token that was unlisted meanwhile no more", async () => {
    const by = await asAssembly(chain, coop);
    const other = await chain.viem.deployContract("TestEuro");
    await coop.treasuryContract.write.listAsset([other.address, true], by);
    const args = [Role.Treasurer, Fund.Operating, other.address, 5n, soon, hashOf("x")] as const;
    await coop.treasuryContract.write.grantBudgetBeyond(args, by);
    await coop.treasuryContract.write.listAsset([other.address, false], by);
    await reverts(spend(1n), "TreasuryAssetUnlisted");
    const unlisted = coop.treasuryContract.write.grantBudgetBeyond(args, by);
    await reverts(unlisted, "TreasuryAssetUnlisted");
  });

  it("count whole when they are granted, and spending counts nothing more [V7] [case 61]", async () => {
    await grant({ amount: 300n * EURO });
    expect(await limit()).to.deep.equal([300n * EURO, LIMIT]);
    await spend(100n * EURO);
    expect(await limit()).to.deep.equal([300n * EURO, LIMIT]);
    await reverts(pay(34n * EURO), "TreasuryNeedsExtraordinary", [chain.euro.address, 334n * EURO, LIMIT]);
    await reverts(grant({ amount: 34n * EURO }), "TreasuryNeedsExtraordinary");
    await pay(33n * EURO);
  });

  it("stay below a third with what was paid, wherever the fund [V7] [case 61]", async () => {
    await reverts(grant({ amount: LIMIT }), "TreasuryNeedsExtraordinary", [chain.euro.address, LIMIT, LIMIT]);
    await pay(200n * EURO);
    await reverts(grant({ amount: 134n * EURO, fund: Fund.Commons }), "TreasuryNeedsExtraordinary");
    await grant({ amount: 133n * EURO, fund: Fund.Commons });
  });

  it("beyond it take an extraordinary resolution, which counts too [V7]", async () => {
    const { abi } = coop.treasuryContract;
    const data = encodeFunctionData({ abi, functionName: "grantBudgetBeyond", args: argsOf({ amount: 900n * EURO }) });
    const step = resolution(chain, coop, [{ target: coop.treasury, data }], "Nearly all");
    const [targets, values, calldatas] = step.content;
    expect(await coop.deskContract.read.leastKind([targets, values, calldatas])).to.equal(Kind.Extraordinary);
    await grantBeyond({ amount: 900n * EURO });
    expect((await limit())[0]).to.equal(900n * EURO);
    await reverts(pay(1n), "TreasuryNeedsExtraordinary");
    await spend(900n * EURO);
    expect(await paid()).to.equal(900n * EURO);
  });

  it("end with the co-op [A2]", async () => {
    await grant();
    await coop.reserveContract.write.acceptBody({ account: account(chain, 97) });
    await coop.directoryContract.write.windUp(await asAssembly(chain, coop));
    await spend(1n);
    await chain.networkHelpers.time.increase(90 * DAY);
    await coop.directoryContract.write.close();
    await reverts(spend(1n), "TreasuryClosed");
    await reverts(grant({ until: soon + 100 * DAY }), "TreasuryClosed");
    await reverts(grantBeyond({ until: soon + 100 * DAY }), "TreasuryClosed");
  });

  it("may be carried out by two directors together where the board holds them [B1]", async () => {
    await grant({ role: Role.Board });
    const args = [1n, addressOf(chain, PAYEE), 5n, hashOf("x")] as const;
    const data = encodeFunctionData({ abi: coop.treasuryContract.abi, functionName: "spend", args });
    await coop.boardContract.write.decide([coop.treasury, data, hashOf("why")], { account: account(chain, 98) });
    await coop.boardContract.write.carryOut([1n, coop.treasury, data], { account: account(chain, 99) });
    expect(await paid()).to.equal(5n);
  });
});
