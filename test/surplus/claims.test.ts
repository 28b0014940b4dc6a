// Dividends: by points, in money or in shares, of any past period, to the last unit.
import { expect } from "chai";
import { zeroHash } from "viem";
import { DAY, defaultShares, NO_PERMIT } from "../../scripts/deploy/charter.ts";
import { Fund } from "../commons/setting.ts";
import { type Chain, type Coop, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import { DRIVER, RIDER, STAFF, STRANGER } from "../market/setting.ts";
import { type SurplusStep, surplusOf, withSurplus } from "./setting.ts";

const [DRIVER_ID, RIDER_ID, STAFF_ID] = [1, 2, 3];

describe("Patronage: dividends", () => {
  const given = perTest(async () => {
    const { chain, coop } = await withSurplus();
    const step = surplusOf(chain, coop);
    // Three rides of one rider, one of another: points of 2, 1.5 and 0.5.
    await step.rides(3);
    await step.rides(1, STAFF);
    await step.close();
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  let step: SurplusStep;
  beforeEach(() => {
    ({ chain, coop } = given());
    step = surplusOf(chain, coop);
  });
  const patronage = () => coop.patronageContract;

  it("are in proportion to points, for work and for custom alike [A4] [J5]", async () => {
    await step.declare(1, 4n * EURO);
    const before = [await step.money(DRIVER), await step.money(RIDER), await step.money(STAFF)] as const;
    await step.claim(DRIVER, DRIVER_ID, [1]);
    await step.claim(RIDER, RIDER_ID, [1]);
    await step.claim(STAFF, STAFF_ID, [1]);
    // Three of four: 3 by points of 2, 1.5 and 0.5.
    expect((await step.money(DRIVER)) - before[0]).to.equal((EURO * 3n) / 2n);
    expect((await step.money(RIDER)) - before[1]).to.equal((EURO * 9n) / 8n);
    expect((await step.money(STAFF)) - before[2]).to.equal((EURO * 3n) / 8n);
    expect(await step.inPatronage()).to.equal(0n);
  });

  it("are paid once, to the member's account, by anyone's hand", async () => {
    await step.declare(1, 4n * EURO);
    const before = await step.money(DRIVER);
    await step.claim(STRANGER, DRIVER_ID, [1]);
    expect((await step.money(DRIVER)) - before).to.equal((EURO * 3n) / 2n);
    await reverts(step.claim(DRIVER, DRIVER_ID, [1]), "PatronageNothingDue", [1, DRIVER_ID]);
    await reverts(step.claim(DRIVER, DRIVER_ID, [1, 1]), "PatronageNothingDue");
  });

  it("need a declaration, and points", async () => {
    await reverts(step.claim(DRIVER, DRIVER_ID, [1]), "PatronageNotDeclared", [1]);
    await step.declare(1, 4n * EURO);
    await coop.admit(addressOf(chain, STRANGER), 1, zeroHash);
    await reverts(step.claim(STRANGER, 4, [1]), "PatronageNothingDue", [1, 4]);
    await reverts(step.claim(STRANGER, 9, [1]), "MemberRegisterNoSuchMember");
  });

  it("carry what does not divide on to a later period, and lose none of it [A4]", async () => {
    // Of 7 units reserve and community take 2 and 1: 4 are left for three members.
    await step.declare(1, 7n);
    expect((await step.record(1)).dividends).to.equal(4n);
    await step.claim(DRIVER, DRIVER_ID, [1]);
    await step.claim(RIDER, RIDER_ID, [1]);
    expect(await patronage().read.carried()).to.equal(0n);
    expect(await patronage().read.leftOf([1])).to.deep.equal([1n, EURO / 2n]);
    // 2, 1.5 and 0.5 rounded Down: 2, 1 and 0.
    await step.claim(STAFF, STAFF_ID, [1]);
    expect(await patronage().read.carried()).to.equal(1n);
    expect(await step.inPatronage()).to.equal(1n);
    await step.rides(1);
    await step.close();
    await step.declare(2, 100n);
    expect(await step.record(2)).to.include({ dividends: 75n, carried: 1n });
    expect(await patronage().read.carried()).to.equal(0n);
    await step.claim(DRIVER, DRIVER_ID, [2]);
    await step.claim(RIDER, RIDER_ID, [2]);
    expect(await step.inPatronage()).to.equal(0n);
  });

  it("use what was carried within one unit a point too [A4]", async () => {
    await step.declare(1, 7n);
    for (const [i, id] of [
      [DRIVER, DRIVER_ID],
      [RIDER, RIDER_ID],
      [STAFF, STAFF_ID],
    ] as const) {
      await step.claim(i, id, [1]);
    }
    await step.rides(1);
    await step.close();
    await step.declare(2, 400n * EURO);
    expect(await step.record(2)).to.include({ dividends: EURO, carried: 0n });
    expect(await patronage().read.carried()).to.equal(1n);
  });

  it("of any past period wait as long as it takes, several in one call [A5]", async () => {
    await step.declare(1, 4n * EURO);
    await step.rides(2);
    await step.close();
    await step.declare(2, 2n * EURO);
    await chain.networkHelpers.time.increase(2_000 * DAY);
    const before = await step.money(DRIVER);
    await step.claim(DRIVER, DRIVER_ID, [2, 1]);
    expect((await step.money(DRIVER)) - before).to.equal((EURO * 3n) / 2n + (EURO * 3n) / 4n);
  });

  it("are a former member's too, in money [A5]", async () => {
    await step.declare(1, 4n * EURO);
    await coop.registerContract.write.resign({ account: account(chain, RIDER) });
    const before = await step.money(RIDER);
    await step.claim(RIDER, RIDER_ID, [1], true);
    expect((await step.money(RIDER)) - before).to.equal((EURO * 9n) / 8n);
  });

  it("are not paid while the account is being replaced [M6]", async () => {
    await step.declare(1, 4n * EURO);
    await coop.admit(addressOf(chain, STRANGER), 1, zeroHash);
    const newcomer = account(chain, 60);
    const { write } = coop.registerContract;
    await write.requestRecovery([RIDER_ID, hashOf("lost")], { account: newcomer });
    for (const by of [DRIVER, STAFF, STRANGER]) {
      await write.attestRecovery([RIDER_ID, newcomer.address], { account: account(chain, by) });
    }
    await reverts(step.claim(RIDER, RIDER_ID, [1]), "PatronageRecovering", [RIDER_ID]);
    await write.withdrawRecovery([RIDER_ID], { account: newcomer });
    await step.claim(RIDER, RIDER_ID, [1]);
  });

  it("are told with every input [A4]", async () => {
    await step.declare(1, 4n * EURO);
    expect(await patronage().read.dividendOf([1, RIDER_ID])).to.deep.equal({
      work: 0n,
      custom: (EURO * 3n) / 2n,
      points: 4n * EURO,
      pot: 3n * EURO,
      amount: (EURO * 9n) / 8n,
      claimed: false,
    });
    await step.claim(RIDER, RIDER_ID, [1]);
    expect((await patronage().read.dividendOf([1, RIDER_ID])).claimed).to.equal(true);
  });

  describe("in shares", () => {
    const units = async (id: number) => (await coop.sharesContract.read.holdingOf([id])).units;

    it("are whole shares at par, the rest is money [S6]", async () => {
      await step.declare(1, 4n * EURO);
      const before = await step.money(DRIVER);
      await step.claim(DRIVER, DRIVER_ID, [1], true);
      expect(await units(DRIVER_ID)).to.equal(1n);
      expect((await step.money(DRIVER)) - before).to.equal(EURO / 2n);
      expect(await step.fund(Fund.ShareCapital)).to.equal(EURO);
      expect((await coop.sharesContract.getEvents.Transfer()).length).to.equal(1);
      const [claimed] = await patronage().getEvents.DividendClaimed();
      expect(claimed?.args).to.include({ amount: (EURO * 3n) / 2n, units: 1n });
    });

    it("are the member's own choice [S6]", async () => {
      await step.declare(1, 4n * EURO);
      await reverts(step.claim(STRANGER, DRIVER_ID, [1], true), "PatronageNotYours", [
        DRIVER_ID,
        addressOf(chain, STRANGER),
      ]);
    });

    it("go no further than the maximum, promises counted [S1]", async () => {
      const by = { account: account(chain, DRIVER) };
      await chain.euro.write.approve([coop.treasury, 1_000_000n * EURO], by);
      const most = defaultShares(EURO).maximum;
      await coop.sharesContract.write.subscribe([most - 1n, 1n], by);
      await step.declare(1, 4n * EURO);
      const before = await step.money(DRIVER);
      await step.claim(DRIVER, DRIVER_ID, [1], true);
      expect(await units(DRIVER_ID)).to.equal(most - 1n);
      expect((await step.money(DRIVER)) - before).to.equal((EURO * 3n) / 2n);
    });

    it("are required in part where the charter says so, in whole shares [S6]", async () => {
      await step.setTerms({ inShares: 5_000 });
      await step.declare(1, 4n * EURO);
      // Later terms do not reach back.
      await step.setTerms({ inShares: 0 });
      const before = await step.money(DRIVER);
      await step.claim(STRANGER, DRIVER_ID, [1]);
      expect(await units(DRIVER_ID)).to.equal(1n);
      expect((await step.money(DRIVER)) - before).to.equal(EURO / 2n);
      // Less than a share: money.
      const staff = await step.money(STAFF);
      await step.claim(STAFF, STAFF_ID, [1]);
      expect((await step.money(STAFF)) - staff).to.equal((EURO * 3n) / 8n);
    });

    it("keep nobody waiting for money where none are sold [A5] [G1]", async () => {
      await step.setTerms({ inShares: 5_000 });
      await step.declare(1, 4n * EURO);
      const assembly = await asAssembly(chain, coop);
      const until = (await chain.networkHelpers.time.latest()) + DAY;
      await coop.treasuryContract.write.halt([until], assembly);
      const before = await step.money(DRIVER);
      await reverts(step.claim(DRIVER, DRIVER_ID, [1], true), "TreasuryHalted");
      await step.claim(DRIVER, DRIVER_ID, [1]);
      expect((await step.money(DRIVER)) - before).to.equal((EURO * 3n) / 2n);
      await chain.networkHelpers.time.increaseTo(until);
      await coop.directoryContract.write.windUp(assembly);
      const rider = await step.money(RIDER);
      await reverts(step.claim(RIDER, RIDER_ID, [1], true), "MemberSharesWindingUp");
      await step.claim(RIDER, RIDER_ID, [1]);
      expect((await step.money(RIDER)) - rider).to.equal((EURO * 9n) / 8n);
    });

    it("are bought by the Patronage alone beside the register", async () => {
      const attempt = coop.sharesContract.write.subscribeFor([1, addressOf(chain, DRIVER), 1n, 0n, NO_PERMIT], {
        account: account(chain, DRIVER),
      });
      await reverts(attempt, "ModuleWrongPlace");
    });
  });

  describe("points", () => {
    it("show in wallets for the running period, and cannot be moved [J5]", async () => {
      await step.rides(1);
      expect(await patronage().read.balanceOf([addressOf(chain, DRIVER)])).to.equal(EURO / 2n);
      expect(await patronage().read.totalSupply()).to.equal(EURO);
      expect(await patronage().read.decimals()).to.equal(6);
      expect(await patronage().read.name()).to.equal("Test co-op points");
      expect(await patronage().read.symbol()).to.equal("POINTS");
      expect(await patronage().read.allowance([addressOf(chain, 0), addressOf(chain, 1)])).to.equal(0n);
      const [by, to] = [{ account: account(chain, DRIVER) }, addressOf(chain, RIDER)];
      await reverts(patronage().read.transfer([to, 1n], by), "PatronageNotTransferable");
      await reverts(patronage().read.approve([to, 1n], by), "PatronageNotTransferable");
      await reverts(patronage().read.transferFrom([to, to, 1n], by), "PatronageNotTransferable");
    });
  });
});
