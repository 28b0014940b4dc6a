// Assets beside the unit of account: listed by resolution, booked in their own units, never confused with it.
import { expect } from "chai";
import type { Address } from "viem";
import { DAY } from "../../scripts/deploy/charter.ts";
import {
  type Chain,
  type Coop,
  coopWith,
  EURO,
  found,
  freshChain,
  hashOf,
  perTest,
  standardCharter,
} from "../helpers/coop.ts";
import { account, addressOf, asAssembly } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import { Fund, PAYER, treasuryOf, withPayer } from "./setting.ts";

const BODY = 97;

describe("Treasury: assets", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await withPayer(chain, coop);
    const grain = await chain.viem.deployContract("TestEuro");
    await grain.write.mint([addressOf(chain, PAYER), 1_000n]);
    await grain.write.approve([coop.treasury, 1_000n], { account: account(chain, PAYER) });
    return { chain, coop, grain };
  });
  let chain: Chain;
  let coop: Coop;
  let grain: ReturnType<typeof given>["grain"];
  let money: ReturnType<typeof treasuryOf>;
  beforeEach(() => {
    ({ chain, coop, grain } = given());
    money = treasuryOf(chain, coop);
  });
  const list = async (asset: Address, listed = true) =>
    coop.treasuryContract.write.listAsset([asset, listed], await asAssembly(chain, coop));
  const deposit = (fund: number, amount: bigint) =>
    coop.treasuryContract.write.deposit([fund, grain.address, amount, hashOf("harvest")], {
      account: account(chain, PAYER),
    });
  const post = async (fund: number, asset: Address, amount: bigint) =>
    coop.treasuryContract.write.post([fund, asset, amount, hashOf("x")], await asAssembly(chain, coop));
  const pay = async (
    asset: Address,
    amount: bigint,
    call: "pay" | "dispose" = "pay",
    fund = Fund.Operating as number,
  ) => {
    const args = [fund, asset, addressOf(chain, 50), amount, hashOf("x")] as const;
    return coop.treasuryContract.write[call](args, await asAssembly(chain, coop));
  };

  it("are listed and taken off by the members alone", async () => {
    const call = coop.treasuryContract.write.listAsset([grain.address, true], { account: account(chain, 0) });
    await reverts(call, "ModuleUnauthorised");
    expect(await coop.treasuryContract.read.isListed([grain.address])).to.equal(false);
    expect(await coop.treasuryContract.read.isListed([chain.euro.address])).to.equal(true);
    await reverts(deposit(Fund.Operating, 1n), "TreasuryAssetUnlisted");
    await list(grain.address);
    expect((await coop.treasuryContract.getEvents.AssetListed())[0]?.args.listed).to.equal(true);
    await deposit(Fund.Operating, 1n);
    await reverts(list(grain.address), "TreasuryAssetFixed");
    // Nothing that is booked loses its book.
    await reverts(list(grain.address, false), "TreasuryAssetFixed");
    await pay(grain.address, 1n, "dispose");
    await list(grain.address, false);
    await reverts(deposit(Fund.Operating, 1n), "TreasuryAssetUnlisted");
    await reverts(list(grain.address, false), "TreasuryAssetFixed");
    await reverts(list(chain.euro.address, false), "TreasuryAssetFixed");
    await reverts(list(addressOf(chain, 5)), "TreasuryAssetUnlisted");
  });

  it("have funds, limits and totals of their own [V7]", async () => {
    await list(grain.address);
    await deposit(Fund.Operating, 300n);
    await deposit(Fund.Commons, 600n);
    await money.deposit(Fund.Operating, 5n * EURO);
    expect([await money.booked(grain.address), await money.booked()]).to.deep.equal([900n, 5n * EURO]);
    expect(await money.fund(Fund.Commons, grain.address)).to.equal(600n);
    await reverts(pay(grain.address, 300n), "TreasuryNeedsExtraordinary", [grain.address, 300n, 300n]);
    await pay(grain.address, 299n);
    await pay(chain.euro.address, EURO);
    expect(await grain.read.balanceOf([addressOf(chain, 50)])).to.equal(299n);
  });

  it("that arrived unasked are posted by resolution, to funds that are spent [A9] [case 67]", async () => {
    await list(grain.address);
    await grain.write.mint([coop.treasury, 10n]);
    for (const fund of [Fund.Outside, Fund.ShareCapital, Fund.MemberIncome, Fund.Upkeep, 65_537]) {
      await reverts(post(fund, grain.address, 1n), "TreasuryFundClosed");
    }
    await post(Fund.Commons, grain.address, 4n);
    await post(Fund.Operating, grain.address, 6n);
    await reverts(post(Fund.Operating, grain.address, 1n), "TreasuryFundTooSmall");
    const unlisted = await chain.viem.deployContract("TestEuro");
    await reverts(post(Fund.Operating, unlisted.address, 1n), "TreasuryAssetUnlisted");
  });

  it("in the unit of account go to member income too, and to no fund that is owed [A9]", async () => {
    await chain.euro.write.mint([coop.treasury, 9n]);
    for (const fund of [Fund.Outside, Fund.ShareCapital, 5, Fund.Upkeep, 65_537]) {
      await reverts(post(fund, chain.euro.address, 1n), "TreasuryFundClosed");
    }
    await post(Fund.MemberIncome, chain.euro.address, 9n);
    expect(await coop.incomeContract.read.dueTo([1])).to.equal(3n);
  });

  it("go to the body with the money when the co-op is closed [A2]", async () => {
    await list(grain.address);
    await deposit(Fund.Operating, 100n);
    await deposit(Fund.Commons, 200n);
    await money.deposit(Fund.Operating, 1n);
    await money.deposit(Fund.Commons, 2n);
    await money.distribute([Fund.Upkeep, Fund.MemberIncome], [4n, 30n]);
    await coop.reserveContract.write.acceptBody({ account: account(chain, BODY) });
    await coop.directoryContract.write.windUp(await asAssembly(chain, coop));
    await chain.networkHelpers.time.increase(90 * DAY);
    const { endow } = coop.treasuryContract.write;
    await reverts(endow([grain.address]), "TreasuryNotClosed");
    await coop.directoryContract.write.close();
    await endow([grain.address]);
    await endow([chain.euro.address]);
    expect(await grain.read.balanceOf([addressOf(chain, BODY)])).to.equal(300n);
    expect(await chain.euro.read.balanceOf([addressOf(chain, BODY)])).to.equal(7n);
    expect(await money.fund(Fund.MemberIncome)).to.equal(30n);
    await reverts(endow([grain.address]), "TreasuryNothingToMove");
  });

  it("cannot be the unit of account under a second address [case 80]", async () => {
    const fresh = await freshChain();
    const token = await fresh.viem.deployContract("TwoDoors");
    const on = { ...fresh, euro: token as never } as Chain;
    const other = await found(on, await standardCharter(on, { settlementToken: token.address }));
    await token.write.mint([addressOf(on, 1), 100n * EURO]);
    await token.write.approve([other.treasury, 100n * EURO], { account: account(on, 1) });
    await other.sharesContract.write.subscribe([60n, 0n], { account: account(on, 1) });
    const second = await token.read.second();
    const by = await asAssembly(on, other);
    const { write } = other.treasuryContract;
    await write.listAsset([second, true], by);
    // Under its other address the members' share capital looks as if it had arrived unasked.
    await write.post([Fund.Operating, second, 50n * EURO, hashOf("found")], by);
    const args = [Fund.Operating, second, addressOf(on, 50), 50n * EURO, hashOf("x")] as const;
    await reverts(write.dispose(args, by), "TreasuryAssetTwice");
    expect(await token.read.balanceOf([other.treasury])).to.equal(60n * EURO);
  });
});
