// Member income: what comes in is everybody's alike, from the day they enter to the day they leave.
import { expect } from "chai";
import { parseEventLogs, zeroHash } from "viem";
import { commonsIncomeAbi } from "../../books/abi.ts";
import { NO_PERMIT } from "../../scripts/deploy/charter.ts";
import { type Chain, type Coop, coopWith, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly, memberOf } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import { as, Fund, PAYER, treasuryOf, withPayer } from "./setting.ts";

/** Readings have this many bits behind the point. */
const SCALE = 128n;
/** The three founders are members 1 to 3, on accounts 0 to 2. */
const founders = [1, 2, 3];

describe("CommonsIncome", () => {
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
  const income = () => coop.incomeContract;
  const due = (memberId: number) => income().read.dueTo([memberId]);
  const wallet = (i: number) => chain.euro.read.balanceOf([addressOf(chain, i)]);
  const claim = (memberId: number) => income().write.claim([memberId], { account: account(chain, PAYER) });
  const rent = (amount: bigint) => money.rent(amount);
  const enter = async (i: number) => {
    await coop.admit(addressOf(chain, i), 0, hashOf(`application ${i}`));
    return (await memberOf(chain, coop, i)).id;
  };
  const leave = (i: number) => coop.registerContract.write.resign({ account: account(chain, i) });
  /** Runs these in one block, in this order. */
  const inOneBlock = async (...calls: (() => Promise<`0x${string}`>)[]) => {
    const { provider } = chain.connection;
    await provider.request({ method: "evm_setAutomine", params: [false] });
    const sent: `0x${string}`[] = [];
    for (const call of calls) sent.push(await call());
    await chain.networkHelpers.mine();
    await provider.request({ method: "evm_setAutomine", params: [true] });
    const receipts = await Promise.all(sent.map((hash) => chain.client.getTransactionReceipt({ hash })));
    expect(receipts.map((r) => r.transactionIndex)).to.deep.equal(calls.map((_, i) => i));
    expect(new Set(receipts.map((r) => r.blockNumber)).size).to.equal(1);
    for (const receipt of receipts) expect(receipt.status).to.equal("success");
  };

  describe("is posted", () => {
    it("the same for each active member whatever its class and shares [K4]", async () => {
      await coop.sharesContract.write.subscribe([50n, 0n], { account: await shareholder() });
      await rent(300n * EURO);
      expect(await Promise.all(founders.map(due))).to.deep.equal([100n * EURO, 100n * EURO, 100n * EURO]);
      const [told] = await income().getEvents.IncomePosted();
      expect(told?.args).to.deep.equal({
        amount: 300n * EURO,
        members: 3n,
        perHead: (100n * EURO) << SCALE,
        newest: 3,
        carried: 0n,
      });
    });

    it("to the last fraction: what does not divide is carried [case 62]", async () => {
      await rent(100n);
      const whole = 100n << SCALE;
      expect(await income().read.perHead()).to.equal(whole / 3n);
      expect(await income().read.totals()).to.deep.equal([100n, whole % 3n]);
      expect(await Promise.all(founders.map(due))).to.deep.equal([33n, 33n, 33n]);
      await rent(1n);
      const second = (1n << SCALE) + (whole % 3n);
      expect(await income().read.perHead()).to.equal(whole / 3n + second / 3n);
      await rent(1n);
      // 102 by three, to the unit.
      expect(await income().read.perHead()).to.equal(34n << SCALE);
      for (const id of founders) await claim(id);
      expect(await money.fund(Fund.MemberIncome)).to.equal(0n);
    });

    it("by who brings it, and by nobody else [K4]", async () => {
      for (const who of [{ account: account(chain, PAYER) }, await asAssembly(chain, coop)]) {
        await reverts(income().write.post([1n], who), "CommonsIncomeNotBrought");
      }
      await rent(30n);
      expect(await due(1)).to.equal(10n);
    });

    it("from the books alone: a donation to the Treasury changes nothing [case 67]", async () => {
      await rent(30n);
      const before = [await income().read.perHead(), await income().read.totals()];
      await chain.euro.write.mint([coop.treasury, 1_000n * EURO]);
      await chain.euro.write.mint([coop.income, 1_000n * EURO]);
      expect([await income().read.perHead(), await income().read.totals()]).to.deep.equal(before);
    });

    it("by resolution out of what arrived unasked, in the call that decides it [A9]", async () => {
      await chain.euro.write.mint([coop.treasury, 30n * EURO]);
      const args = [Fund.MemberIncome, chain.euro.address, 30n * EURO, hashOf("found money")] as const;
      await coop.treasuryContract.write.post(args, await asAssembly(chain, coop));
      expect(await due(1)).to.equal(10n * EURO);
    });

    it("at any size: a unit among many, and as much as the books hold [case 63]", async () => {
      for (let round = 0; round < 4; round++) await rent(1n);
      expect(await due(1)).to.equal(1n);
      const most = (1n << 112n) - 1n;
      await chain.euro.write.mint([addressOf(chain, PAYER), 1n << 119n]);
      await chain.euro.write.approve([coop.treasury, 1n << 120n], { account: account(chain, PAYER) });
      await rent(1n << 97n);
      expect(await due(1)).to.equal(((1n << 97n) + 4n) / 3n);
      await reverts(rent(most), "CommonsIncomeTooMuch", [most]);
      // What finds no room on the reading waits, and nobody is stopped.
      const before = await income().read.perHead();
      const much = 1n << 100n;
      await rent(much);
      expect(await income().read.perHead()).to.equal(before);
      expect((await income().read.totals())[1] >> SCALE).to.equal(much);
      await claim(1);
      await claim(2);
    });

    it("to nobody when nobody is left: it waits in the fund, and rent still comes in [K4] [case 64]", async () => {
      await rent(30n * EURO);
      await coop.directoryContract.write.windUp(await asAssembly(chain, coop));
      for (const i of [0, 1, 2]) await leave(i);
      expect(await coop.registerContract.read.headcount()).to.deep.equal([0n, 3]);
      const before = await income().read.perHead();
      await rent(7n * EURO);
      expect((await income().getEvents.IncomePosted())[0]?.args).to.include({
        members: 0n,
        carried: (7n * EURO) << SCALE,
      });
      expect(await income().read.perHead()).to.equal(before);
      expect(await income().read.totals()).to.deep.equal([37n * EURO, (7n * EURO) << SCALE]);
      for (const id of founders) await claim(id);
      expect(await money.fund(Fund.MemberIncome)).to.equal(7n * EURO);
    });
  });

  describe("of somebody who", () => {
    it("entered later has no part in the past [K4] [case 68]", async () => {
      await rent(300n * EURO);
      const late = await enter(5);
      expect(await due(late)).to.equal(0n);
      await reverts(claim(late), "CommonsIncomeNothingDue", [late]);
      await rent(400n * EURO);
      expect(await due(late)).to.equal(100n * EURO);
      const later = await enter(6);
      await rent(500n * EURO);
      expect(await Promise.all([1, late, later].map(due))).to.deep.equal([300n * EURO, 200n * EURO, 100n * EURO]);
    });

    it("left keeps what accrued until then, and not a unit more [K4] [A5]", async () => {
      await rent(300n * EURO);
      await leave(1);
      expect((await income().getEvents.IncomeEnded())[0]?.args).to.deep.equal({
        memberId: 2,
        perHead: (100n * EURO) << SCALE,
      });
      await rent(200n * EURO);
      expect(await Promise.all(founders.map(due))).to.deep.equal([200n * EURO, 100n * EURO, 200n * EURO]);
      await chain.networkHelpers.time.increase(1_000 * 86_400);
      const before = await wallet(1);
      await claim(2);
      expect(await wallet(1)).to.equal(before + 100n * EURO);
      await rent(200n * EURO);
      await reverts(claim(2), "CommonsIncomeNothingDue", [2]);
    });

    it("was expelled keeps it too [K4]", async () => {
      await rent(300n * EURO);
      await coop.registerContract.write.expel([2, hashOf("grounds")], await asAssembly(chain, coop));
      await rent(200n * EURO);
      expect(await due(2)).to.equal(100n * EURO);
      await claim(2);
      expect(await wallet(1)).to.equal(100n * EURO);
    });

    it("left and came back has two numbers, and nothing of the time between [K4] [case 65]", async () => {
      await rent(300n * EURO);
      await leave(1);
      await rent(200n * EURO);
      const again = await enter(1);
      await rent(600n * EURO);
      expect([await due(2), await due(again)]).to.deep.equal([100n * EURO, 200n * EURO]);
      await claim(2);
      await claim(again);
      expect(await wallet(1)).to.equal(300n * EURO);
    });

    it("moved to another class goes on as before [K4]", async () => {
      await rent(300n * EURO);
      const { write } = coop.registerContract;
      await write.applyFor([3, hashOf("another class")], { account: account(chain, 1) });
      await write.accept([addressOf(chain, 1), zeroHash], { account: account(chain, 0) });
      await write.join([0n, 0n, NO_PERMIT], { account: account(chain, 1) });
      expect((await coop.registerContract.read.member([2n])).class).to.equal(3);
      await rent(300n * EURO);
      expect(await due(2)).to.equal(200n * EURO);
    });

    it("comes or goes within a block is counted to the very posting [K4] [case 68]", async () => {
      const payer = addressOf(chain, PAYER);
      const machines = await as(chain, coop.machines);
      const gas = 500_000n;
      let fee = 1_000_000_000n;
      /** Of two in a block the one that pays more goes first. */
      const by = <T extends object>(from: T) => {
        fee -= 1_000_000n;
        return { ...from, gas, maxPriorityFeePerGas: fee };
      };
      const pay = (amount: bigint) => () =>
        coop.treasuryContract.write.distribute(
          [payer, [Fund.MemberIncome], [amount], hashOf("rent")],
          by(machines) as never,
        );
      const posting = (amount: bigint) => () => income().write.post([amount], by(machines) as never);
      const byAssembly = await asAssembly(chain, coop);
      const entering = (i: number) => () =>
        coop.registerContract.write.admit([addressOf(chain, i), 0, hashOf(`a ${i}`)], by(byAssembly) as never);
      const leaving = (i: number) => () =>
        coop.registerContract.write.resign(by({ account: account(chain, i) }) as never);
      await rent(3n);
      await inOneBlock(
        pay(300n),
        posting(300n),
        entering(5), // member 4: has part in the next
        pay(400n),
        posting(400n),
        leaving(0), // member 1: has part in the two before
        entering(6), // member 5
        leaving(6), // before anything came
        entering(7), // member 6
        pay(4_000n),
        posting(4_000n),
        leaving(7), // after it came
        pay(30n),
        posting(30n),
      );
      const all = await Promise.all([1, 2, 3, 4, 5, 6].map(due));
      expect(all).to.deep.equal([201n, 1_211n, 1_211n, 1_110n, 0n, 1_000n]);
      expect(await income().read.totals()).to.deep.equal([4_733n, 0n]);
    });
  });

  describe("explains itself", () => {
    it("by two readings and what was paid", async () => {
      await rent(300n * EURO);
      const late = await enter(5);
      await rent(400n * EURO);
      await claim(late);
      await leave(5);
      await rent(300n * EURO);
      const [from, to, paid] = await income().read.reading([late]);
      expect([from, to, paid]).to.deep.equal([(100n * EURO) << SCALE, (200n * EURO) << SCALE, 100n * EURO]);
      expect(await income().read.reading([1])).to.deep.equal([0n, (300n * EURO) << SCALE, 0n]);
      await reverts(income().read.reading([9]), "MemberRegisterNoSuchMember");
    });

    it("with the register's word alone for who left", async () => {
      await reverts(income().write.end([1], { account: account(chain, 0) }), "ModuleWrongPlace");
      await reverts(income().write.end([1], await asAssembly(chain, coop)), "ModuleWrongPlace");
    });

    it("in events from which everybody's share can be reckoned again", async () => {
      await rent(100n);
      await enter(5);
      await rent(1_001n);
      const logs = await chain.client.getLogs({ address: coop.income, fromBlock: 0n });
      const posted = parseEventLogs({ abi: commonsIncomeAbi, logs, eventName: "IncomePosted" });
      let [perHead, carried] = [0n, 0n];
      for (const { args } of posted) {
        const whole = (args.amount << SCALE) + carried;
        [perHead, carried] = [perHead + whole / args.members, whole % args.members];
        expect([args.perHead, args.carried]).to.deep.equal([perHead, carried]);
      }
      expect(posted.map(({ args }) => args.newest)).to.deep.equal([3, 4]);
    });
  });

  /** A founder with money for shares. */
  async function shareholder() {
    await chain.euro.write.mint([addressOf(chain, 1), 100n * EURO]);
    await chain.euro.write.approve([coop.treasury, 100n * EURO], { account: account(chain, 1) });
    return account(chain, 1);
  }
});
