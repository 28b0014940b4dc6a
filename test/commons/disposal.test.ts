// How much ordinary resolutions can part with in twelve months (V7), and how those months are counted.
import { expect } from "chai";
import { Kind, Position } from "../../scripts/deploy/charter.ts";
import { decideWith, payment, resolution } from "../helpers/assembly.ts";
import { type Chain, type Coop, coopWith, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly, carryOut, changeVotingRules, disposal } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

const OPERATING = 1;
/** A month of the books: a twelfth of 365 days. */
const MONTH = (365 * 86_400) / 12;
const GRANT = 1_000n * EURO;
/** 33.33 % of it: what ordinary resolutions must stay below. */
const LIMIT = (GRANT * 3_333n) / 10_000n;
const everybody = [Position.For, Position.For, Position.For];

describe("Treasury: disposal", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    const donor = account(chain, 20);
    await chain.euro.write.mint([donor.address, 100n * GRANT]);
    await chain.euro.write.approve([coop.treasury, 100n * GRANT], { account: donor });
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  let payee: `0x${string}`;
  beforeEach(async () => {
    ({ chain, coop } = given());
    payee = addressOf(chain, 30);
  });

  const deposit = (amount = GRANT) =>
    coop.treasuryContract.write.deposit([OPERATING, chain.euro.address, amount, hashOf("grant")], {
      account: account(chain, 20),
    });
  const args = (amount: bigint) => [OPERATING, chain.euro.address, payee, amount, hashOf("x")] as const;
  const pay = async (amount: bigint) => coop.treasuryContract.write.pay(args(amount), await asAssembly(chain, coop));
  const dispose = async (amount: bigint) =>
    coop.treasuryContract.write.dispose(args(amount), await asAssembly(chain, coop));
  const limit = () => coop.treasuryContract.read.disposalLimit([chain.euro.address]);
  /** Goes to a moment `seconds` into the month that is `months` from now. */
  const toMonth = async (months: number, seconds = 60) => {
    const now = await chain.networkHelpers.time.latest();
    await chain.networkHelpers.time.increaseTo((Math.floor(now / MONTH) + months) * MONTH + seconds);
  };

  it("is ordinary below a third and refused at it [V7]", async () => {
    await deposit();
    expect(await limit()).to.deep.equal([0n, LIMIT]);
    await reverts(pay(LIMIT), "TreasuryNeedsExtraordinary", [chain.euro.address, LIMIT, LIMIT]);
    await pay(LIMIT - 1n);
    expect(await limit()).to.deep.equal([LIMIT - 1n, LIMIT]);
    await reverts(pay(1n), "TreasuryNeedsExtraordinary", [chain.euro.address, LIMIT, LIMIT]);
  });

  it("rounds the limit up [V7]", async () => {
    await deposit(10n);
    expect((await limit())[1]).to.equal(4n);
    await pay(3n);
  });

  it("is looked at when it is carried out: two passed payments together stay below [V7] [case 61]", async () => {
    await deposit();
    const first = resolution(chain, coop, [payment(chain, coop, payee, 200n * EURO, "one")], "One");
    const second = resolution(chain, coop, [payment(chain, coop, payee, 200n * EURO, "two")], "Two");
    await first.propose();
    await second.propose();
    await first.toOpening();
    await first.votes(everybody);
    await second.votes(everybody);
    await second.toClose();
    await second.toEta();
    await first.execute();
    await reverts(second.execute(), "TreasuryNeedsExtraordinary", [chain.euro.address, 400n * EURO, LIMIT]);
    expect(await chain.euro.read.balanceOf([payee])).to.equal(200n * EURO);
  });

  it("cannot be split within one resolution either [V7] [case 61]", async () => {
    await deposit();
    const parts = [1, 2, 3, 4].map((n) => payment(chain, coop, payee, 100n * EURO, `part ${n}`));
    const step = resolution(chain, coop, parts, "In parts");
    await step.propose();
    await decideWith(step, everybody);
    await step.toEta();
    await reverts(step.execute(), "TreasuryNeedsExtraordinary");
    expect(await chain.euro.read.balanceOf([payee])).to.equal(0n);
  });

  it("beyond it takes an extraordinary resolution, which counts too [V7]", async () => {
    await deposit();
    const step = resolution(chain, coop, [disposal(chain, coop, payee, 900n * EURO)], "We sell nearly all");
    const [targets, values, calldatas] = step.content;
    expect(await coop.deskContract.read.leastKind([targets, values, calldatas])).to.equal(Kind.Extraordinary);
    await step.propose();
    await carryOut(step, [0, 1, 2]);
    expect(await chain.euro.read.balanceOf([payee])).to.equal(900n * EURO);
    expect(await limit()).to.deep.equal([900n * EURO, LIMIT]);
    await reverts(pay(1n), "TreasuryNeedsExtraordinary");
  });

  it("by any function is for the Assembly and from the operating fund only [S2]", async () => {
    await deposit();
    await reverts(coop.treasuryContract.write.dispose(args(1n), { account: account(chain, 0) }), "ModuleUnauthorised");
    const [, ...rest] = args(1n);
    const by = await asAssembly(chain, coop);
    await reverts(coop.treasuryContract.write.dispose([2, ...rest], by), "TreasuryFundClosed");
  });

  it("follows a change of the rules at once [V7]", async () => {
    await deposit();
    await changeVotingRules(chain, coop, { disposalShare: 5_000 });
    await pay(400n * EURO);
    await changeVotingRules(chain, coop, { disposalShare: 3_333 });
    await reverts(pay(1n), "TreasuryNeedsExtraordinary");
  });

  describe("over time", () => {
    it("counts this month and the twelve before it, and no more [V7]", async () => {
      await deposit();
      await toMonth(1);
      await pay(300n * EURO);
      await toMonth(12, MONTH - 60);
      expect((await limit())[0]).to.equal(300n * EURO);
      await reverts(pay(40n * EURO), "TreasuryNeedsExtraordinary");
      await toMonth(1, 0);
      expect((await limit())[0]).to.equal(0n);
      await toMonth(1);
      await pay(200n * EURO);
      expect((await limit())[0]).to.equal(200n * EURO);
    });

    it("adds up what was paid in every one of thirteen months [V7]", async () => {
      await deposit();
      for (let month = 0; month < 13; month++) {
        await pay(10n * EURO);
        expect((await limit())[0]).to.equal(BigInt(month + 1) * 10n * EURO);
        await toMonth(1);
      }
      // The first month is out, the others are not.
      expect((await limit())[0]).to.equal(120n * EURO);
      await pay(10n * EURO);
      expect((await limit())[0]).to.equal(130n * EURO);
    });

    it("measures by the highest balance of the time, not by what is left [V7]", async () => {
      await deposit();
      await dispose(900n * EURO);
      expect((await limit())[1]).to.equal(LIMIT);
      await toMonth(11, MONTH - 60);
      expect((await limit())[1]).to.equal(LIMIT);
      await toMonth(1, 0);
      expect((await limit())[1]).to.equal((100n * EURO * 3_333n) / 10_000n);
    });

    it("remembers the highest balance of an earlier month beside a later one's [V7]", async () => {
      await deposit();
      await dispose(900n * EURO);
      await toMonth(1);
      await deposit(10n * EURO);
      await toMonth(1);
      await deposit(10n * EURO);
      expect((await limit())[1]).to.equal(LIMIT);
      await toMonth(9, MONTH - 60);
      expect((await limit())[1]).to.equal(LIMIT);
      await toMonth(1, 0);
      expect((await limit())[1]).to.equal((120n * EURO * 3_333n) / 10_000n);
    });

    it("remembers the highest balance through eleven quiet months, and not through twelve [V7]", async () => {
      await deposit();
      await dispose(900n * EURO);
      await toMonth(11);
      await deposit(10n * EURO);
      expect((await limit())[1]).to.equal(LIMIT);
      await toMonth(1, 0);
      expect((await limit())[1]).to.equal((110n * EURO * 3_333n) / 10_000n);
    });

    it("forgets a balance of thirteen months ago [V7]", async () => {
      await deposit();
      await dispose(900n * EURO);
      await toMonth(13);
      await deposit(100n * EURO);
      const third = (200n * EURO * 3_333n) / 10_000n;
      expect((await limit())[1]).to.equal(third);
      await reverts(pay(third), "TreasuryNeedsExtraordinary");
      await pay(third - 1n);
    });

    it("begins a month with what the month before left [V7]", async () => {
      await deposit();
      await toMonth(14);
      // All of it was there until this payment.
      await pay(LIMIT - 1n);
      expect(await limit()).to.deep.equal([LIMIT - 1n, LIMIT]);
    });

    for (const months of [13, 26]) {
      it(`is not lost after ${months} quiet months [V7]`, async () => {
        await deposit();
        await toMonth(months);
        await reverts(pay(900n * EURO), "TreasuryNeedsExtraordinary");
        await pay(300n * EURO);
        expect((await limit())[0]).to.equal(300n * EURO);
      });
    }
  });
});
