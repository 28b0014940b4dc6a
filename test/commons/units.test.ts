// Bond units: who holds them, what goes along when they are sent, and lost accounts (K2, M6).
import { expect } from "chai";
import { DAY } from "../../scripts/deploy/charter.ts";
import { type Chain, type Coop, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import { Fund, idOf, machineCoop, type Steps, steps } from "./machines-setting.ts";

const COUPON = 120n * EURO;

describe("Bonds: units", () => {
  const given = perTest(async () => {
    const { chain, coop } = await machineCoop();
    const n = await steps(chain, coop).letMachine();
    return { chain, coop, n };
  });
  let chain: Chain;
  let coop: Coop;
  let step: Steps;
  let n: number;
  beforeEach(() => {
    ({ chain, coop, n } = given());
    step = steps(chain, coop);
  });
  const payCoupon = () => step.rent(n, (COUPON * 10n) / 9n + 1n);
  const follow = (former: number) =>
    coop.bondsContract.write.follow([addressOf(chain, former), [BigInt(n)]], step.by(9));

  it("leave what they received with who held them then; what is late goes along [case 55] [case 65]", async () => {
    await payCoupon();
    await step.send(n, 0, 2, 9_000n * EURO);
    expect(await step.claimable(n, 0)).to.deep.equal([90n * EURO, 0n]);
    expect(await step.claimable(n, 2)).to.deep.equal([0n, 0n]);
    await step.toDate(n, 2);
    await step.send(n, 1, 3, 1_000n * EURO);
    await payCoupon();
    expect(await step.claimable(n, 2)).to.deep.equal([90n * EURO, 0n]);
    expect(await step.claimable(n, 3)).to.deep.equal([10n * EURO, 0n]);
    expect(await step.claimable(n, 1)).to.deep.equal([50n * EURO, 0n]);
    for (const [i, euros] of [
      [0, 90n],
      [1, 50n],
      [2, 90n],
      [3, 10n],
    ] as const) {
      expect(await step.gain(i, () => step.claim(n, i))).to.equal(euros * EURO);
    }
    // One unit of the late coupon is a fraction of each.
    expect(await step.fund(Fund.service(n))).to.equal((await step.series(n)).sunk + 1n);
  });

  it("count a transfer to oneself for nothing", async () => {
    await payCoupon();
    await step.send(n, 0, 0, 9_000n * EURO);
    expect(await step.claimable(n, 0)).to.deep.equal([90n * EURO, 0n]);
  });

  it("go to members only, never to strangers or modules [K2] [case 60]", async () => {
    await reverts(step.send(n, 0, 9, 1n), "BondOfficeMayNotHold", [addressOf(chain, 9)]);
    const toTreasury = coop.bondsContract.write.safeTransferFrom(
      [addressOf(chain, 0), coop.treasury, BigInt(n), 1n, "0x"],
      step.by(0),
    );
    await reverts(toTreasury, "BondOfficeMayNotHold", [coop.treasury]);
    await reverts(step.send(n, 2, 3, 1n), "ERC1155InsufficientBalance");
  });

  it("stay with who leaves the co-op, coupons and all [K2]", async () => {
    await coop.registerContract.write.resign(step.by(1));
    await payCoupon();
    expect(await step.gain(1, () => step.claim(n, 1))).to.equal(30n * EURO);
    await reverts(step.send(n, 0, 1, 1n), "BondOfficeMayNotHold");
    await step.send(n, 1, 0, 3_000n * EURO);
  });

  it("follow their member to a new account, and the old key has nothing left [M6] [case 4]", async () => {
    await payCoupon();
    await reverts(follow(0), "BondOfficeNothingToFollow");
    await coop.registerContract.write.requestRecovery([idOf(0), hashOf("lost")], step.by(60));
    for (const by of [0, 1, 2]) {
      await coop.registerContract.write.attestRecovery([idOf(0), addressOf(chain, 60)], {
        account: account(chain, by),
      });
    }
    await reverts(step.claim(n, 0), "BondOfficeRecovering", [idOf(0)]);
    await reverts(step.send(n, 0, 2, 1n), "BondOfficeRecovering", [idOf(0)]);
    await step.pass(14 * DAY);
    await coop.registerContract.write.completeRecovery([idOf(0)], step.by(60));
    await reverts(step.claim(n, 0), "BondOfficeAccountReplaced", [addressOf(chain, 0), addressOf(chain, 60)]);
    await reverts(step.send(n, 0, 2, 1n), "BondOfficeAccountReplaced");
    await follow(0);
    expect([await step.units(n, 0), await step.units(n, 60)]).to.deep.equal([0n, 9_000n * EURO]);
    expect(await step.gain(60, () => step.claim(n, 60))).to.equal(90n * EURO);
    await step.send(n, 60, 2, EURO);
  });

  it("carry a waiting refund along, and wait until bids are counted [M6]", async () => {
    const m = await step.order();
    await step.bid(m, 2, 12_000n, 200);
    await step.bid(m, 3, 12_000n, 200);
    await coop.registerContract.write.requestRecovery([idOf(2), hashOf("lost")], step.by(61));
    for (const by of [0, 1, 3]) {
      await coop.registerContract.write.attestRecovery([idOf(2), addressOf(chain, 61)], {
        account: account(chain, by),
      });
    }
    await step.pass(14 * DAY);
    await coop.registerContract.write.completeRecovery([idOf(2)], step.by(61));
    const moved = () => coop.bondsContract.write.follow([addressOf(chain, 2), [BigInt(m)]], step.by(9));
    await reverts(moved(), "BondOfficeWrongState");
    await step.issue(m);
    await moved();
    expect(await step.gain(61, () => step.refund(m, 61))).to.equal(6_000n * EURO);
    expect(await step.units(m, 61)).to.equal(6_000n * EURO);
  });

  it("carry no vote [M1]", async () => {
    // Nothing asks who holds a unit but the office itself: units cannot even be found in a roll.
    const roll = await coop.registerContract.read.roll();
    await step.send(n, 0, 1, 9_000n * EURO);
    expect(await coop.registerContract.read.roll()).to.deep.equal(roll);
  });

  it("are paid for several series at once, those without anything passed over", async () => {
    await payCoupon();
    const m = await step.order();
    const [holder, ids] = [addressOf(chain, 0), [BigInt(m), BigInt(n), 99n]];
    expect(await step.gain(0, () => coop.bondsContract.write.claimMany([ids, holder], step.by(9)))).to.equal(
      90n * EURO,
    );
    expect(await step.gain(0, () => coop.bondsContract.write.claimMany([ids, holder], step.by(9)))).to.equal(0n);
  });

  it("are claimed with everything else in one call [K4]", async () => {
    await step.rent(n, 3_000n * EURO);
    const due = await coop.incomeContract.read.dueTo([idOf(0)]);
    expect(due > 0n).to.equal(true);
    const all = () => coop.incomeContract.write.claimAll([idOf(0), [BigInt(n)]], step.by(0));
    expect(await step.gain(0, all)).to.equal(due + 90n * EURO);
    expect(await step.gain(0, all)).to.equal(0n);
    await asAssembly(chain, coop);
  });
});
