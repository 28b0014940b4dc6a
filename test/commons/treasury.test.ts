// Funds: what the books say, and that they never say more than there is.
import { expect } from "chai";
import { encodeFunctionData, zeroAddress } from "viem";
import { Position } from "../../scripts/deploy/charter.ts";
import { decideWith, payment, resolution } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, coopWith, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { reverts } from "../helpers/reverts.ts";

const OPERATING = 1;
const SHARE_CAPITAL = 2;
const COMMONS = 3;
const MEMBER_INCOME = 4;

describe("Treasury", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    const donor = at(chain.wallets, 20).account;
    await chain.euro.write.mint([donor.address, 1_000n * EURO]);
    await chain.euro.write.approve([coop.treasury, 1_000n * EURO], { account: donor });
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });
  const deposit = (fund: number, amount: bigint, asset = chain.euro.address) =>
    coop.treasuryContract.write.deposit([fund, asset, amount, hashOf("grant")], {
      account: at(chain.wallets, 20).account,
    });
  const balance = (fund: number) => coop.treasuryContract.read.balanceOf([fund, chain.euro.address]);

  it("takes money from anyone into the operating fund, with one event for the movement", async () => {
    await deposit(OPERATING, 100n * EURO);
    expect(await balance(OPERATING)).to.equal(100n * EURO);
    expect(await coop.treasuryContract.read.booked([chain.euro.address])).to.equal(100n * EURO);
    const [moved, ...rest] = await coop.treasuryContract.getEvents.Moved();
    expect(rest).to.deep.equal([]);
    expect(moved?.args).to.deep.include({ from: 0, to: OPERATING, amount: 100n * EURO, memo: hashOf("grant") });
  });

  it("takes gifts to the commons", async () => {
    await deposit(COMMONS, 100n * EURO);
    expect(await balance(COMMONS)).to.equal(100n * EURO);
  });

  it("keeps every other fund closed to deposits [S2]", async () => {
    for (const fund of [0, SHARE_CAPITAL, MEMBER_INCOME, 5, 8, 9, 65_537, 131_073, 262_145])
      await reverts(deposit(fund, EURO), "TreasuryFundClosed");
  });

  it("pays by resolution only [B1]", async () => {
    await deposit(OPERATING, 100n * EURO);
    const payee = at(chain.wallets, 30).account.address;
    const request = [OPERATING, chain.euro.address, payee, EURO, hashOf("x")] as const;
    for (const as of [0, 1, 20]) {
      const account = at(chain.wallets, as).account;
      await reverts(coop.treasuryContract.write.pay(request, { account }), "ModuleUnauthorised");
      await reverts(
        coop.treasuryContract.write.post([OPERATING, chain.euro.address, EURO, hashOf("x")], { account }),
        "ModuleUnauthorised",
      );
    }
    const step = resolution(chain, coop, [payment(chain, coop, payee, 30n * EURO)]);
    await step.propose();
    await decideWith(step, [Position.For, Position.For, Position.For]);
    await step.toEta();
    await step.execute();
    expect(await balance(OPERATING)).to.equal(70n * EURO);
    expect(await chain.euro.read.balanceOf([payee])).to.equal(30n * EURO);
    expect(await coop.treasuryContract.read.booked([chain.euro.address])).to.equal(70n * EURO);
  });

  describe("called by the Assembly", () => {
    const asAssembly = async (data: `0x${string}`) => {
      await chain.networkHelpers.impersonateAccount(coop.assembly);
      const balanceOfAssembly = 10n ** 18n;
      await chain.networkHelpers.setBalance(coop.assembly, balanceOfAssembly);
      return at(chain.wallets, 0).sendTransaction({ account: coop.assembly, to: coop.treasury, data } as never);
    };
    const pay = (fund: number, asset: `0x${string}`, to: `0x${string}`, amount: bigint) =>
      asAssembly(
        encodeFunctionData({
          abi: coop.treasuryContract.abi,
          functionName: "pay",
          args: [fund, asset, to, amount, hashOf("x")],
        }),
      );
    const post = (amount: bigint, fund = OPERATING, asset = chain.euro.address) =>
      asAssembly(
        encodeFunctionData({
          abi: coop.treasuryContract.abi,
          functionName: "post",
          args: [fund, asset, amount, hashOf("found money")],
        }),
      );

    it("names what is wrong with a payment, and changes nothing", async () => {
      await deposit(OPERATING, 10n * EURO);
      const [euro, ana] = [chain.euro.address, at(chain.wallets, 9).account.address];
      await reverts(pay(SHARE_CAPITAL, euro, ana, EURO), "TreasuryFundClosed");
      await reverts(pay(OPERATING, euro, ana, 11n * EURO), "TreasuryFundTooSmall", [1, euro, 10n * EURO, 11n * EURO]);
      await reverts(pay(OPERATING, ana, ana, EURO), "TreasuryAssetUnlisted");
      await reverts(pay(OPERATING, euro, zeroAddress, EURO), "TreasuryUnfitPayee");
      await reverts(pay(OPERATING, euro, coop.treasury, EURO), "TreasuryUnfitPayee");
      await reverts(pay(OPERATING, euro, ana, 0n), "TreasuryNothingToMove");
      expect(await balance(OPERATING)).to.equal(10n * EURO);
    });

    it("books what arrived unasked only when it is posted [A9] [case 67]", async () => {
      await chain.euro.write.mint([coop.treasury, 5n * EURO]);
      expect(await balance(OPERATING)).to.equal(0n);
      expect(await coop.treasuryContract.read.unposted([chain.euro.address])).to.equal(5n * EURO);
      await reverts(post(6n * EURO), "TreasuryFundTooSmall");
      await post(5n * EURO);
      expect(await balance(OPERATING)).to.equal(5n * EURO);
      expect(await coop.treasuryContract.read.unposted([chain.euro.address])).to.equal(0n);
    });
  });

  it("refuses assets it keeps no book for, and nothing at all", async () => {
    await reverts(deposit(OPERATING, EURO, coop.register), "TreasuryAssetUnlisted");
    await reverts(deposit(OPERATING, 0n), "TreasuryNothingToMove");
    await reverts(deposit(OPERATING, 2_000n * EURO), "ERC20InsufficientAllowance");
    expect(await balance(OPERATING)).to.equal(0n);
  });
});
