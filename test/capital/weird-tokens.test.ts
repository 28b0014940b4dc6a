// Settlement tokens as they really are: what they do wrong is refused by name, or harms only themselves.
import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, type Hex } from "viem";
import { founder, NO_PERMIT } from "../../scripts/deploy/charter.ts";
import { type Chain, type Coop, EURO, freshChain, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly } from "../helpers/motions.ts";
import { Fund, idOf, NOTICE, PAR, type Refusal, refusedIn, shareCoop, steps } from "./setting.ts";

const Answer = { True: 0, False: 1, None: 2, Bomb: 3, Burn: 4 } as const;
const START = 100_000n * EURO;
/** The member whose account has code. */
const HOOKED = 2;

describe("MemberShares: weird tokens", () => {
  const given = perTest(async () => {
    const plain = await freshChain();
    const token = await plain.viem.deployContract("WeirdToken", ["Weird", 6]);
    const hooked = await plain.viem.deployContract("Hooked");
    // The token stands where tests expect the euro.
    const chain = { ...plain, euro: token as never } as Chain;
    const people = [0, 1].map((i) => founder(addressOf(chain, i), i));
    const founders = [...people, founder(hooked.address, 2), founder(addressOf(chain, 3), 3)];
    const { coop } = await shareCoop({}, { founders, settlementToken: token.address }, chain);
    const step = steps(chain, coop);
    for (const i of [0, 1, 3]) await step.subscribe(i, 10n);
    await token.write.mint([hooked.address, START]);
    const act = (target: Address, data: Hex) => hooked.write.act([target, data]);
    const { abi } = coop.sharesContract;
    await act(
      token.address,
      encodeFunctionData({ abi: token.abi, functionName: "approve", args: [coop.treasury, START] }),
    );
    await act(coop.shares, encodeFunctionData({ abi, functionName: "subscribe", args: [10n, 0n] }));
    await act(coop.shares, encodeFunctionData({ abi, functionName: "withdraw", args: [4n] }));
    await step.withdraw(1, 4n);
    return { chain, coop, token, hooked };
  });
  let chain: Chain;
  let coop: Coop;
  let token: ReturnType<typeof given>["token"];
  let hooked: ReturnType<typeof given>["hooked"];
  let step: ReturnType<typeof steps>;
  beforeEach(() => {
    ({ chain, coop, token, hooked } = given());
    step = steps(chain, coop);
  });
  const refused = (...what: Refusal) => refusedIn(chain, coop, ...what);
  const behave = (answer: number, fee = 0n, scale = 100n, paused = false) =>
    token.write.behave([answer, fee, scale, paused]);
  /** Entry 0 is the account with code, entry 1 member 1; the first is held, the second is paid. */
  const servesTheOther = async () => {
    await step.pass(NOTICE);
    // With this much gas for both: what one burns, the other must not lack.
    await coop.sharesContract.write.advance([2n], { account: account(chain, 9), gas: 1_000_000n });
    expect(await step.money(1)).to.equal(START - 6n * PAR);
    expect(await step.due(HOOKED)).to.deep.equal([4n * PAR, 0n]);
    expect((await coop.sharesContract.getEvents.PaymentHeld()).map((e) => e.args)).to.deep.equal([
      { memberId: idOf(HOOKED), fund: Fund.Withdrawals, account: getAddress(hooked.address), amount: 4n * PAR },
    ]);
    expect(await step.fund(Fund.Withdrawals)).to.equal(4n * PAR);
    expect(await step.fund(Fund.ShareCapital)).to.equal((await coop.sharesContract.read.totalSupply()) * PAR);
  };
  const collects = async () => {
    await step.collect(HOOKED);
    expect(await token.read.balanceOf([hooked.address])).to.equal(START - 6n * PAR);
    expect(await step.fund(Fund.Withdrawals)).to.equal(0n);
  };

  it("that take a fee sell nothing [case 70]", async () => {
    await behave(Answer.True, 100n);
    await refused(() => step.subscribe(1, 4n), "MemberSharesUnderpaid", [(4n * PAR * 99n) / 100n, 4n * PAR]);
    await behave(Answer.True, 10_000n);
    await refused(() => step.subscribe(1, 4n), "TreasuryNothingToMove");
  });

  it("that rebase change no holding and no fund; what is missing is held, what is more belongs to no fund [case 71]", async () => {
    await step.pass(NOTICE);
    const before = await step.fund(Fund.ShareCapital);
    await behave(Answer.True, 0n, 200n);
    expect(await step.fund(Fund.ShareCapital)).to.equal(before);
    expect(await coop.treasuryContract.read.unposted([token.address])).to.equal(before);
    await step.advance(1n);
    expect(await step.fund(Fund.Withdrawals)).to.equal(0n);
    await behave(Answer.True, 0n, 5n);
    await step.advance(1n);
    expect(await step.due(1)).to.deep.equal([4n * PAR, 0n]);
    await refused(() => step.collect(1), "Refused");
    await behave(Answer.True, 0n, 100n);
    await step.collect(1);
  });

  it("that grow on the way sell nothing either [case 71]", async () => {
    await token.write.setHook([hooked.address]);
    const grow = encodeFunctionData({ abi: token.abi, functionName: "mint", args: [coop.treasury, 1n] });
    await hooked.write.plan([token.address, grow, "0x0000000000000000000000000000000000000000", "0x"]);
    await refused(() => step.subscribe(1, 4n), "MemberSharesUnderpaid", [4n * PAR + 2n, 4n * PAR]);
  });

  it("that call the recipient let it do nothing here, and show it a settled state [case 72]", async () => {
    await token.write.setHook([hooked.address]);
    const { abi } = coop.sharesContract;
    const calls = [
      encodeFunctionData({ abi, functionName: "advance", args: [5n] }),
      encodeFunctionData({ abi, functionName: "collect", args: [idOf(HOOKED)] }),
      encodeFunctionData({ abi, functionName: "withdraw", args: [6n] }),
      encodeFunctionData({ abi, functionName: "cancelWithdrawal", args: [0n] }),
      encodeFunctionData({ abi, functionName: "subscribe", args: [1n, 0n] }),
      encodeFunctionData({ abi, functionName: "payInstalment", args: [1n] }),
      encodeFunctionData({ abi, functionName: "dropPromise" }),
      encodeFunctionData({ abi, functionName: "claimInterest", args: [true] }),
      encodeFunctionData({ abi, functionName: "redeem", args: [idOf(HOOKED)] }),
    ];
    const reading = encodeFunctionData({ abi, functionName: "unitsOf", args: [idOf(HOOKED)] });
    await step.pass(NOTICE);
    for (const data of calls) {
      const { restore } = await chain.networkHelpers.takeSnapshot();
      await hooked.write.plan([coop.shares, data, coop.shares, reading]);
      await step.advance(1n);
      expect(await hooked.read.caught()).to.equal(true);
      expect(await hooked.read.refusal()).to.equal("0x3ee5aeb5");
      expect(await hooked.read.seen()).to.equal(6n);
      expect(await token.read.balanceOf([hooked.address])).to.equal(START - 6n * PAR);
      await restore();
    }
    const treasuryCall = encodeFunctionData({
      abi: coop.treasuryContract.abi,
      functionName: "deposit",
      args: [1, token.address, 1n, `0x${"0".repeat(64)}`],
    });
    await hooked.write.plan([coop.treasury, treasuryCall, coop.shares, reading]);
    await step.advance(1n);
    expect(await hooked.read.refusal()).to.equal("0x3ee5aeb5");
  });

  it("that answer false sell nothing and block nobody [case 73]", async () => {
    await behave(Answer.False);
    await refused(() => step.subscribe(1, 4n), "SafeERC20FailedOperation", [token.address]);
    await step.pass(NOTICE);
    await step.advance();
    expect(await step.due(1)).to.deep.equal([4n * PAR, 0n]);
    await behave(Answer.True);
    await step.collect(1);
  });

  it("that answer nothing work [case 74]", async () => {
    await behave(Answer.None);
    await step.subscribe(1, 4n);
    await step.pass(NOTICE);
    await step.advance();
    expect(await step.money(1)).to.equal(START - 10n * PAR);
  });

  it("that block a recipient block nobody else, who is paid later [case 75]", async () => {
    await token.write.setBlocked([hooked.address, true]);
    await servesTheOther();
    await refused(() => step.collect(HOOKED), "Refused");
    await token.write.setBlocked([hooked.address, false]);
    await collects();
  });

  for (const [fault, answer, numbers] of [
    ["burn all gas in the recipient's name", Answer.Burn, "[case 75]"],
    ["throw a megabyte back", Answer.Bomb, "[case 83]"],
  ] as const) {
    it(`that ${fault} block nobody ${numbers}`, async () => {
      await token.write.setHook([hooked.address]);
      await behave(answer);
      await servesTheOther();
      await token.write.setHook([`0x${"0".repeat(40)}`]);
      await collects();
    });
  }

  it("that are paused hold what is due, and nobody's leaving fails [case 77]", async () => {
    await step.pass(NOTICE);
    await behave(Answer.True, 0n, 100n, true);
    await step.advance();
    await refused(() => step.subscribe(0, 4n), "Refused");
    await step.resign(1);
    expect(await step.due(1)).to.deep.equal([4n * PAR, 0n]);
    await step.pass(NOTICE);
    await step.advance();
    await behave(Answer.True);
    await step.collect(1);
    expect(await step.money(1)).to.equal(START);
  });

  it("that refuse interest to a member who leaves keep it owed [case 75]", async () => {
    await step.endow(1_000n);
    await step.dawn(100);
    await step.postInterest(500);
    const [, interest] = await step.due(1);
    await token.write.setBlocked([addressOf(chain, 1), true]);
    await step.resign(1);
    expect(await step.due(1)).to.deep.equal([0n, interest]);
    expect(interest > 0n).to.equal(true);
    await token.write.setBlocked([addressOf(chain, 1), false]);
    await step.collect(1);
  });

  it("that guard against the race of approvals work: nothing here approves anybody [case 78]", async () => {
    await token.write.refuse([true, true]);
    await token.write.approve([coop.treasury, 0n], { account: account(chain, 1) });
    await token.write.approve([coop.treasury, 4n * PAR], { account: account(chain, 1) });
    await step.subscribe(1, 4n);
    expect(await token.read.allowance([coop.shares, coop.treasury])).to.equal(0n);
  });

  it("that refuse to move nothing are never asked to [case 79]", async () => {
    await token.write.refuse([true, false]);
    await refused(() => step.subscribe(1, 0n), "MemberSharesNoUnits");
    await refused(() => step.claim(1), "MemberSharesNothingDue");
    await step.postInterest(0);
    await step.pass(NOTICE);
    await step.advance();
    await refused(() => step.collect(1), "MemberSharesNothingDue");
  });

  it("without permit work with an allowance [case 35]", async () => {
    const permit = { ...NO_PERMIT, deadline: 2n ** 40n };
    await coop.sharesContract.write.subscribeWithPermit([4n, 0n, permit], { account: account(chain, 1) });
    expect((await step.holding(1)).units).to.equal(14n);
  });

  it("cannot be taken from the Treasury itself [case 81]", async () => {
    await chain.networkHelpers.impersonateAccount(coop.register);
    await chain.networkHelpers.setBalance(coop.register, 10n ** 18n);
    const forItself = () =>
      coop.sharesContract.write.subscribeFor([9, coop.treasury, 2n, 0n, NO_PERMIT], { account: coop.register });
    await refused(forItself, "Refused");
    await asAssembly(chain, coop);
    await chain.networkHelpers.impersonateAccount(coop.treasury);
    await chain.networkHelpers.setBalance(coop.treasury, 10n ** 18n);
    await token.write.approve([coop.treasury, START], { account: coop.treasury });
    await refused(forItself, "TreasuryNothingToMove");
  });

  for (const decimals of [0, 18, 30]) {
    it(`of ${decimals} decimals and any name are only counted [case 76] [case 82]`, async () => {
      const plain = await freshChain();
      const script = "<script>alert(1)</script>";
      const other = await plain.viem.deployContract("WeirdToken", [script.repeat(300), decimals]);
      // As long as a co-op's name may be.
      const name = script.repeat(4);
      const par = 10n ** BigInt(decimals);
      const on = { ...plain, euro: other as never } as Chain;
      const setting = await shareCoop({ par, maximum: 1_000n }, { settlementToken: other.address, name }, on);
      const own = steps(on, setting.coop);
      await other.write.mint([addressOf(on, 1), 1_000n * par]);
      await other.write.approve([setting.coop.treasury, 1_000n * par], { account: account(on, 1) });
      const before = await own.money(1);
      await own.subscribe(1, 1_000n);
      expect(await own.fund(Fund.ShareCapital)).to.equal(1_000n * par);
      await own.withdraw(1, 1_000n);
      await own.pass(NOTICE);
      await own.advance();
      expect(await own.money(1)).to.equal(before);
      expect(await setting.coop.sharesContract.read.name()).to.equal(`${name} member shares`);
    });
  }

  it("ask nothing of sent ether: no module takes any [case 50]", async () => {
    for (const to of [coop.shares, coop.treasury]) {
      const send = chain.wallets[0]?.sendTransaction({ to, value: 1n } as never) as Promise<unknown>;
      await send.then(
        () => expect.fail("ether was taken"),
        (error: Error) => expect(error.message).to.not.contain("ether was taken"),
      );
      await chain.networkHelpers.setBalance(to, 10n ** 18n);
    }
    await step.pass(NOTICE);
    await step.advance();
    expect(await step.money(1)).to.equal(START - 6n * PAR);
  });
});
