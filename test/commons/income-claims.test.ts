// Claiming member income: by anyone's hand, to the member's account, one's own trouble and nobody else's.
import { expect } from "chai";
import { encodeFunctionData, type Hex, zeroAddress } from "viem";
import { DAY, founder } from "../../scripts/deploy/charter.ts";
import {
  at,
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
import { as, Fund, PAYER, treasuryOf, withPayer } from "./setting.ts";

describe("CommonsIncome: claims", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await withPayer(chain, coop);
    for (const i of [0, 1, 2]) {
      await chain.euro.write.mint([addressOf(chain, i), 100n * EURO]);
      await chain.euro.write.approve([coop.treasury, 100n * EURO], { account: account(chain, i) });
    }
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  let money: ReturnType<typeof treasuryOf>;
  beforeEach(() => {
    ({ chain, coop } = given());
    money = treasuryOf(chain, coop);
  });
  const income = () => coop.incomeContract;
  const due = (memberId: number) => income().read.dueTo([memberId]);
  const wallet = async (i: number) => (await chain.euro.read.balanceOf([addressOf(chain, i)])) - 100n * EURO;
  const anyone = () => ({ account: account(chain, PAYER) });
  const rent = (amount: bigint) => money.rent(amount);
  const recovery = async (member: number, from: number, to: number) => {
    const { write } = coop.registerContract;
    await write.requestRecovery([member, hashOf("lost")], { account: account(chain, to) });
    for (const by of [0, 1, 2].filter((i) => i !== from)) {
      await write.attestRecovery([member, addressOf(chain, to)], { account: account(chain, by) });
    }
  };

  it("pay whole units to the member's account, by anyone's hand, and leave it the fraction [K4]", async () => {
    await rent(100n);
    await income().write.claim([2], anyone());
    expect(await wallet(1)).to.equal(33n);
    expect((await income().getEvents.IncomeClaimed())[0]?.args).to.deep.include({ memberId: 2, amount: 33n });
    expect(await money.fund(Fund.MemberIncome)).to.equal(67n);
    await rent(2n);
    // Thirty-four are whole now; one of them was a third before.
    expect(await due(2)).to.equal(1n);
    await income().write.claim([2], anyone());
    expect(await wallet(1)).to.equal(34n);
  });

  it("are refused when nothing is due, and of nobody", async () => {
    await reverts(income().write.claim([1]), "CommonsIncomeNothingDue", [1]);
    await rent(2n);
    await reverts(income().write.claim([1]), "CommonsIncomeNothingDue", [1]);
    await rent(1n);
    await income().write.claim([1]);
    await reverts(income().write.claim([1]), "CommonsIncomeNothingDue", [1]);
    await reverts(income().write.claim([9]), "MemberRegisterNoSuchMember");
    await reverts(income().write.claim([0]), "MemberRegisterNoSuchMember");
  });

  it("wait while the account is in question, and go to the one that is the member's then [M6]", async () => {
    await coop.admit(addressOf(chain, 3), 0, hashOf("a"));
    await rent(400n);
    await coop.registerContract.write.requestRecovery([2, hashOf("lost")], { account: account(chain, 40) });
    for (const by of [0, 2, 3]) {
      await coop.registerContract.write.attestRecovery([2, addressOf(chain, 40)], { account: account(chain, by) });
    }
    await reverts(income().write.claim([2]), "CommonsIncomeRecovering", [2]);
    expect(await due(2)).to.equal(100n);
    await rent(400n);
    await chain.networkHelpers.time.increase(14 * DAY + 1);
    await coop.registerContract.write.completeRecovery([2]);
    await income().write.claim([2]);
    expect(await chain.euro.read.balanceOf([addressOf(chain, 40)])).to.equal(200n);
    expect(await wallet(1)).to.equal(0n);
  });

  it("of several pass over whoever has nothing due or cannot be paid now", async () => {
    await rent(300n);
    await income().write.claim([1]);
    await income().write.claimFor([[1, 9, 2, 2, 3]], anyone());
    expect([await wallet(0), await wallet(1), await wallet(2)]).to.deep.equal([100n, 100n, 100n]);
    expect(await money.fund(Fund.MemberIncome)).to.equal(0n);
  });

  it("stay owed for good: no fund, resolution or closing takes them [A5] [A2] [K4]", async () => {
    await rent(300n);
    const args = [Fund.MemberIncome, chain.euro.address, addressOf(chain, 40), 1n, hashOf("x")] as const;
    for (const call of ["pay", "dispose"] as const) {
      const by = await asAssembly(chain, coop);
      await reverts(coop.treasuryContract.write[call](args, by), "TreasuryFundClosed");
    }
    await coop.reserveContract.write.acceptBody({ account: account(chain, 97) });
    await coop.directoryContract.write.windUp(await asAssembly(chain, coop));
    await chain.networkHelpers.time.increase(90 * DAY);
    await coop.directoryContract.write.close();
    await reverts(coop.treasuryContract.write.endow([chain.euro.address]), "TreasuryNothingToMove");
    await reverts(coop.treasuryContract.write.postToReserve(), "TreasuryNothingToMove");
    await chain.networkHelpers.time.increase(10_000 * DAY);
    await income().write.claimFor([[1, 2, 3]]);
    expect([await wallet(0), await wallet(1), await wallet(2)]).to.deep.equal([100n, 100n, 100n]);
  });

  describe("of everything at once", () => {
    const claimAll = (member: number, series: readonly bigint[] = []) =>
      income().write.claimAll([member, series], anyone());
    /** A year of interest on what member `i` holds. */
    const withInterest = async (i: number) => {
      await coop.sharesContract.write.subscribe([100n, 0n], { account: account(chain, i) });
      await money.deposit(Fund.Operating, 100n * EURO);
      await chain.networkHelpers.time.increase(366 * DAY);
      await coop.sharesContract.write.postInterest([500], await as(chain, coop.surplus));
      return (await coop.sharesContract.read.dueOf([i + 1]))[1];
    };

    it("hand over income and interest in one transaction", async () => {
      const interest = await withInterest(1);
      await rent(300n);
      await claimAll(2);
      expect(await wallet(1)).to.equal(interest + 100n - 100n * EURO);
    });

    it("pass over what is not due, and a part that fails, whichever it is", async () => {
      const interest = await withInterest(1);
      await claimAll(2, [1n, 77n]);
      expect(await wallet(1)).to.equal(interest - 100n * EURO);
      await rent(300n);
      await claimAll(2, [1n, 77n]);
      expect(await wallet(1)).to.equal(interest + 100n - 100n * EURO);
      await claimAll(2);
      await reverts(claimAll(9), "MemberRegisterNoSuchMember");
    });

    it("need gas for every part: nobody is passed over because the caller was stingy [case 106]", async () => {
      const interest = await withInterest(1);
      await rent(300n);
      for (let gas = 60_000n; gas < 600_000n; gas += 20_000n) {
        await income()
          .write.claimAll([2, []], { ...anyone(), gas })
          .catch(() => undefined);
        expect(await wallet(1)).to.equal(-100n * EURO);
      }
      await reverts(income().write.claimAll([2, []], { ...anyone(), gas: 500_000n }), "CommonsIncomeGasTooLow");
      await reverts(income().write.claimFor([[1, 2, 3]], { ...anyone(), gas: 400_000n }), "CommonsIncomeGasTooLow");
      await claimAll(2);
      expect(await wallet(1)).to.equal(interest + 100n - 100n * EURO);
    });

    it("respect a recovery that waits [M6]", async () => {
      await coop.admit(addressOf(chain, 3), 0, hashOf("a"));
      await rent(400n);
      await recovery(2, 1, 40);
      await coop.registerContract.write.attestRecovery([2, addressOf(chain, 40)], { account: account(chain, 3) });
      await claimAll(2);
      expect([await wallet(1), await due(2)]).to.deep.equal([0n, 100n]);
    });
  });
});

describe("CommonsIncome: weird tokens", () => {
  const Answer = { True: 0, False: 1, None: 2, Bomb: 3, Burn: 4 } as const;
  const given = perTest(async () => {
    const plain = await freshChain();
    const token = await plain.viem.deployContract("WeirdToken", ["Weird", 6]);
    const hooked = await plain.viem.deployContract("Hooked");
    const chain = { ...plain, euro: token as never } as Chain;
    const people = [founder(addressOf(chain, 0), 0), founder(hooked.address, 1), founder(addressOf(chain, 2), 2)];
    const coop = await found(chain, await standardCharter(chain, { founders: people, settlementToken: token.address }));
    await token.write.mint([addressOf(chain, PAYER), 1_000n * EURO]);
    await token.write.approve([coop.treasury, 1_000n * EURO], { account: account(chain, PAYER) });
    await treasuryOf(chain, coop).rent(300n);
    return { chain, coop, token, hooked };
  });
  const setting = () => {
    const { chain, coop, token, hooked } = given();
    const held = (who: Hex) => token.read.balanceOf([who]);
    const first = at(chain.wallets, 0).account.address;
    return { chain, coop, token, hooked, held, first, last: addressOf(chain, 2) };
  };

  it("a recipient that is blocked, refuses or burns stops nobody else [case 75] [case 83] [case 106]", async () => {
    const { coop, token, hooked, held, first, last } = setting();
    const others = async () => [await held(first), await held(last), await coop.incomeContract.read.dueTo([2])];
    await token.write.setBlocked([hooked.address, true]);
    await coop.incomeContract.write.claimFor([[1, 2, 3]]);
    expect(await others()).to.deep.equal([100n, 100n, 100n]);
    await token.write.setBlocked([hooked.address, false]);
    await coop.incomeContract.write.claim([2]);
    expect(await held(hooked.address)).to.equal(100n);
  });

  for (const answer of [Answer.Bomb, Answer.Burn]) {
    it(`nor one that ${answer === Answer.Bomb ? "returns a bomb" : "burns all there is"} [case 83] [case 106]`, async () => {
      const { coop, token, hooked, held, first, last } = setting();
      await token.write.setHook([hooked.address]);
      await token.write.behave([answer, 0n, 100n, false]);
      await coop.incomeContract.write.claimFor([[2, 1, 3]], { gas: 1_000_000n });
      const { dueTo } = coop.incomeContract.read;
      expect([await held(first), await held(last), await dueTo([2])]).to.deep.equal([100n, 100n, 100n]);
    });
  }

  it("calling back finds the books done: nothing twice, and nothing of others' [case 72]", async () => {
    const { coop, token, hooked, held } = setting();
    await token.write.setHook([hooked.address]);
    const { abi } = coop.incomeContract;
    const again = encodeFunctionData({ abi, functionName: "claim", args: [2] });
    const reading = encodeFunctionData({ abi, functionName: "dueTo", args: [2] });
    await hooked.write.plan([coop.income, again, coop.income, reading]);
    await coop.incomeContract.write.claim([2]);
    expect(await hooked.read.caught()).to.equal(true);
    expect(await hooked.read.seen()).to.equal(0n);
    expect(await held(hooked.address)).to.equal(100n);
    const postAgain = encodeFunctionData({ abi, functionName: "post", args: [1n] });
    await hooked.write.plan([coop.income, postAgain, coop.income, reading]);
    const before = await coop.incomeContract.read.perHead();
    await coop.incomeContract.write.claim([1]);
    expect(await coop.incomeContract.read.perHead()).to.equal(before);
  });

  it("calling back as its membership ends finds it ended [case 72]", async () => {
    const { chain, coop, token, hooked } = setting();
    await token.write.mint([hooked.address, 10n * EURO]);
    const act = (target: Hex, data: Hex) => hooked.write.act([target, data]);
    const { abi } = coop.sharesContract;
    await act(
      token.address,
      encodeFunctionData({ abi: token.abi, functionName: "approve", args: [coop.treasury, 10n * EURO] }),
    );
    await act(coop.shares, encodeFunctionData({ abi, functionName: "subscribe", args: [10n, 0n] }));
    await coop.treasuryContract.write.deposit([Fund.Operating, token.address, EURO, hashOf("x")], {
      account: account(chain, PAYER),
    });
    await chain.networkHelpers.time.increase(366 * DAY);
    await coop.sharesContract.write.postInterest([500], await as(chain, coop.surplus));
    // While interest is handed over, what it has due is final already, and stays what it was.
    await token.write.setHook([hooked.address]);
    const reading = encodeFunctionData({ abi: coop.incomeContract.abi, functionName: "dueTo", args: [2] });
    await hooked.write.plan([zeroAddress, "0x", coop.income, reading]);
    await act(coop.register, encodeFunctionData({ abi: coop.registerContract.abi, functionName: "resign" }));
    // Every transfer tells it, the rent too: so this is read first.
    expect(await hooked.read.seen()).to.equal(100n);
    await treasuryOf(chain, coop).rent(300n);
    expect(await coop.incomeContract.read.dueTo([1])).to.equal(250n);
    expect(await coop.incomeContract.read.dueTo([2])).to.equal(100n);
  });
});
