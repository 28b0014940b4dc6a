// Rent that is divided as it comes in, and commons money that is set aside: what modules move, and within which limits.
import { expect } from "chai";
import { encodeFunctionData, toFunctionSelector, zeroAddress, zeroHash } from "viem";
import { DAY } from "../../scripts/deploy/charter.ts";
import {
  type Chain,
  type Coop,
  coopWith,
  found,
  freshChain,
  hashOf,
  perTest,
  standardCharter,
} from "../helpers/coop.ts";
import { account, addressOf, asAssembly } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import { as, Fund, PAYER, purchaseOf, serviceOf, treasuryOf, withPayer } from "./setting.ts";

describe("Treasury: what modules move", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await withPayer(chain, coop);
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  let money: ReturnType<typeof treasuryOf>;
  beforeEach(() => {
    ({ chain, coop } = given());
    money = treasuryOf(chain, coop);
  });
  const service = serviceOf(1);

  it("is one payment in, divided to the unit, with an event for each part [K3]", async () => {
    const before = await chain.euro.read.balanceOf([addressOf(chain, PAYER)]);
    await money.distribute([Fund.Upkeep, service, service, Fund.MemberIncome], [10n, 0n, 25n, 65n]);
    const moved = (await coop.treasuryContract.getEvents.Moved()).map(({ args }) => [args.from, args.to, args.amount]);
    expect(moved).to.deep.equal([
      [0, Fund.Upkeep, 10n],
      [0, service, 25n],
      [0, Fund.MemberIncome, 65n],
    ]);
    expect(await money.booked()).to.equal(100n);
    expect(before - (await chain.euro.read.balanceOf([addressOf(chain, PAYER)]))).to.equal(100n);
    // No less is taken where no fund is named for a part.
    await reverts(money.distribute([Fund.Upkeep], [10n, 0n, 5n]), "Panic");
  });

  it("is exactly the sum, or nothing happens [case 70]", async () => {
    const fresh = await freshChain();
    const token = await fresh.viem.deployContract("WeirdToken", ["Weird", 6]);
    const on = { ...fresh, euro: token as never } as Chain;
    const other = await found(on, await standardCharter(on, { settlementToken: token.address }));
    await token.write.mint([addressOf(on, PAYER), 1_000n]);
    await token.write.approve([other.treasury, 1_000n], { account: account(on, PAYER) });
    await token.write.behave([0, 100n, 100n, false]);
    const { distribute, booked } = treasuryOf(on, other);
    await reverts(distribute([Fund.Upkeep, Fund.Commons], [100n, 100n]), "TreasuryUnderpaid", [198n, 200n]);
    expect(await booked()).to.equal(0n);
  });

  it("of the commons is set aside within the limit of an ordinary resolution [V7] [case 61]", async () => {
    await money.deposit(Fund.Commons, 1_000n);
    const machines = await as(chain, coop.machines);
    const bonds = await as(chain, coop.bonds);
    const { write, read } = coop.treasuryContract;
    await write.contribute([purchaseOf(1), 200n, zeroHash], machines);
    await write.contribute([service, 100n, zeroHash], bonds);
    expect(await read.disposalLimit([chain.euro.address])).to.deep.equal([300n, 334n]);
    const beyond = write.contribute([service, 34n, zeroHash], bonds);
    await reverts(beyond, "TreasuryNeedsExtraordinary", [chain.euro.address, 334n, 334n]);
    const pay = [Fund.Commons, chain.euro.address, addressOf(chain, 50), 34n, zeroHash] as const;
    const paid = write.pay(pay, await asAssembly(chain, coop));
    await reverts(paid, "TreasuryNeedsExtraordinary", [chain.euro.address, 334n, 334n]);
    // The price that it pays then was counted when it was set aside.
    await write.payDue([purchaseOf(1), addressOf(chain, 50), 200n, zeroHash], machines);
    expect((await read.disposalLimit([chain.euro.address]))[0]).to.equal(300n);
    expect(await money.fund(Fund.Commons)).to.equal(700n);
  });

  it("of the commons is there before it is set aside, and not once the co-op is closed [A2]", async () => {
    await money.deposit(Fund.Operating, 1_000n);
    await money.deposit(Fund.Commons, 10n);
    const machines = await as(chain, coop.machines);
    const { write } = coop.treasuryContract;
    await reverts(write.contribute([purchaseOf(1), 11n, zeroHash], machines), "TreasuryFundTooSmall");
    await coop.reserveContract.write.acceptBody({ account: account(chain, 97) });
    await coop.directoryContract.write.windUp(await asAssembly(chain, coop));
    await chain.networkHelpers.time.increase(90 * DAY);
    await coop.directoryContract.write.close();
    await reverts(write.contribute([purchaseOf(1), 1n, zeroHash], machines), "TreasuryClosed");
  });

  it("is nobody's twice: a token that calls back finds the Treasury closed [case 72]", async () => {
    const fresh = await freshChain();
    const token = await fresh.viem.deployContract("WeirdToken", ["Weird", 6]);
    const hooked = await fresh.viem.deployContract("Hooked");
    const on = { ...fresh, euro: token as never } as Chain;
    const other = await found(on, await standardCharter(on, { settlementToken: token.address }));
    await token.write.mint([addressOf(on, PAYER), 1_000n]);
    await token.write.approve([other.treasury, 1_000n], { account: account(on, PAYER) });
    await token.write.mint([hooked.address, 1_000n]);
    const { abi } = other.treasuryContract;
    const deposit = encodeFunctionData({
      abi,
      functionName: "deposit",
      args: [Fund.Operating, token.address, 10n, hashOf("x")],
    });
    await token.write.setHook([hooked.address]);
    await hooked.write.plan([other.treasury, deposit, zeroAddress, "0x"]);
    await treasuryOf(on, other).distribute([Fund.Upkeep], [100n]);
    expect(await hooked.read.caught()).to.equal(true);
    expect(await hooked.read.refusal()).to.equal(toFunctionSelector("ReentrancyGuardReentrantCall()"));
    expect(await treasuryOf(on, other).booked()).to.equal(100n);
  });
});
