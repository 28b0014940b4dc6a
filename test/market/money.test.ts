// The money in the market: fees handed over, payments that wait, and tokens that misbehave.
import { expect } from "chai";
import { JobState } from "../../books/job.ts";
import { NO_PERMIT } from "../../scripts/deploy/charter.ts";
import { as, Fund } from "../commons/setting.ts";
import { type Chain, type Coop, coopWith, EURO, found, freshChain, perTest, standardCharter } from "../helpers/coop.ts";
import { account, addressOf } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import {
  ALL,
  DRIVER,
  FARE,
  marketOf,
  OTHER_STRANGER,
  openMarket,
  RIDER,
  STRANGER,
  type Step,
  TIP,
  TOLL,
} from "./setting.ts";

const Answer = { True: 0, False: 1, None: 2, Bomb: 3, Burn: 4 } as const;
const PURSE = 1_000n * EURO;

describe("JobMarket: money", () => {
  describe("of fees", () => {
    const given = perTest(() => openMarket());
    let chain: Chain;
    let coop: Coop;
    let step: Step;
    beforeEach(() => {
      ({ chain, coop } = given());
      step = marketOf(chain, coop);
    });
    const fund = (which: number) => coop.treasuryContract.read.balanceOf([which, chain.euro.address]);

    it("goes to operating fund, commons fund and reserve, by anyone's hand [J2] [A3]", async () => {
      await step.paid();
      await step.paid(STRANGER, DRIVER);
      await coop.marketContract.write.remit({ account: account(chain, OTHER_STRANGER) });
      expect(await fund(Fund.Operating)).to.equal(EURO + EURO / 2n);
      expect(await fund(Fund.Commons)).to.equal(2n * EURO);
      expect(await coop.reserveContract.read.booked()).to.equal(EURO / 2n);
      expect(await coop.marketContract.read.held()).to.equal(0n);
      expect(await step.inMarket()).to.equal(0n);
      await reverts(coop.marketContract.write.remit(), "JobMarketNothingDue");
    });

    it("is the commons' by at least the charter's share, rounded Up [J2]", async () => {
      await step.setTerms({ fee: 1_000, commonsShare: 2_500 });
      await step.paid(RIDER, DRIVER, { fare: 30n, passThrough: 0n, tip: 0n });
      // A fee of 3: a quarter is 0.75, so 1.
      expect(await coop.marketContract.read.gathered()).to.deep.equal([2n, 1n, 0n]);
    });

    it("leaves what arrives unasked to the reserve, and escrow alone [A9]", async () => {
      await step.offer(RIDER);
      await reverts(coop.marketContract.write.postToReserve(), "JobMarketNothingDue");
      await chain.euro.write.mint([coop.market, 7n * EURO]);
      await coop.marketContract.write.postToReserve({ account: account(chain, STRANGER) });
      expect(await coop.reserveContract.read.booked()).to.equal(7n * EURO);
      expect(await step.inMarket()).to.equal(ALL);
    });

    it("takes no job's money for another's: the sum of open jobs is held", async () => {
      const [open, done] = [await step.offer(RIDER), await step.finished(STRANGER)];
      await step.paid();
      const gathered = (await coop.marketContract.read.gathered()).reduce((a, b) => a + b, 0n);
      expect(await coop.marketContract.read.held()).to.equal(2n * ALL + gathered);
      await step.cancel(RIDER, open);
      await step.confirm(STRANGER, done);
      await coop.marketContract.write.remit();
      expect(await step.inMarket()).to.equal(0n);
    });
  });

  describe("in tokens that misbehave", () => {
    const given = perTest(async () => {
      const plain = await freshChain();
      const token = await plain.viem.deployContract("WeirdToken", ["Weird", 6]);
      const chain = { ...plain, euro: token as never } as Chain;
      const coop = await found(chain, await standardCharter(chain, { settlementToken: token.address }));
      for (const i of [DRIVER, RIDER]) {
        await token.write.mint([addressOf(chain, i), PURSE]);
        await token.write.approve([coop.market, PURSE], { account: account(chain, i) });
      }
      return { chain, coop, token };
    });
    let chain: Chain;
    let coop: Coop;
    let token: ReturnType<typeof given>["token"];
    let step: Step;
    beforeEach(() => {
      ({ chain, coop, token } = given());
      step = marketOf(chain, coop);
    });
    const behave = (answer: number, fee = 0n, scale = 100n, paused = false) =>
      token.write.behave([answer, fee, scale, paused]);
    const PAY = FARE - 2n * EURO + TOLL + TIP;
    const heldBack = async (id: bigint) => {
      expect(await step.state(id)).to.equal(JobState.Ended);
      expect(await coop.marketContract.read.owedTo([addressOf(chain, DRIVER)])).to.equal(PAY);
      expect((await coop.marketContract.getEvents.PaymentHeld())[0]?.args.amount).to.equal(PAY);
      expect(await coop.marketContract.read.held()).to.equal(PAY + 2n * EURO);
    };
    const confirm = (id: bigint) =>
      coop.marketContract.write.confirm([id, step.of(id), 0], { account: account(chain, RIDER), gas: 1_500_000n });

    it("pays a blocked provider into a place of its own, whence it sends it on [case 75] [case 94]", async () => {
      const id = await step.finished();
      await token.write.setBlocked([addressOf(chain, DRIVER), true]);
      await confirm(id);
      await heldBack(id);
      await reverts(
        coop.marketContract.write.collect([addressOf(chain, DRIVER)], { account: account(chain, DRIVER) }),
        "Refused",
      );
      await coop.marketContract.write.collect([addressOf(chain, STRANGER)], { account: account(chain, DRIVER) });
      expect(await step.money(STRANGER)).to.equal(PAY);
      expect(await coop.marketContract.read.held()).to.equal(2n * EURO);
      const again = coop.marketContract.write.collect([addressOf(chain, STRANGER)], {
        account: account(chain, DRIVER),
      });
      await reverts(again, "JobMarketNothingDue");
    });

    for (const [what, answer] of [
      ["says no [case 73]", Answer.False],
      ["answers with a bomb [case 83]", Answer.Bomb],
      ["burns everything it is given [case 94]", Answer.Burn],
    ] as const) {
      it(`ends the job all the same when the token ${what}`, async () => {
        const id = await step.finished();
        await token.write.setHook([addressOf(chain, DRIVER)]);
        await behave(answer);
        await confirm(id);
        await heldBack(id);
      });
    }

    it("pays in a token that answers nothing [case 74]", async () => {
      const before = await step.money(DRIVER);
      await behave(Answer.None);
      await step.paid();
      expect(await step.money(DRIVER)).to.equal(before + PAY);
    });

    it("takes no offer that arrives short [case 70]", async () => {
      await behave(Answer.True, 100n);
      await reverts(step.offer(RIDER), "JobMarketUnderpaid", [ALL - ALL / 100n, ALL]);
    });

    it("gives a refused refund a place too, and blocks nobody [case 75] [case 88]", async () => {
      const id = await step.offer(RIDER);
      await token.write.setBlocked([addressOf(chain, RIDER), true]);
      await chain.networkHelpers.time.increaseTo(step.of(id).acceptBy);
      await coop.marketContract.write.lapse([id, step.of(id)], { account: account(chain, DRIVER), gas: 1_000_000n });
      expect(await coop.marketContract.read.owedTo([addressOf(chain, RIDER)])).to.equal(ALL);
    });

    it("is not held back for want of gas: the call is refused instead [case 106]", async () => {
      const id = await step.finished();
      const attempt = coop.marketContract.write.confirm([id, step.of(id), 0], {
        account: account(chain, RIDER),
        gas: 200_000n,
      });
      await reverts(attempt, "JobMarketGasTooLow");
      await confirm(id);
      expect(await coop.marketContract.read.owedTo([addressOf(chain, DRIVER)])).to.equal(0n);
    });

    it("does not let a token that calls back end a job twice [case 72] [case 88]", async () => {
      const id = await step.finished();
      const hooked = await chain.viem.deployContract("Hooked");
      await token.write.setHook([hooked.address]);
      const { encodeFunctionData } = await import("viem");
      const data = encodeFunctionData({
        abi: coop.marketContract.abi,
        functionName: "release",
        args: [id, step.of(id)],
      });
      await hooked.write.plan([coop.market, data, coop.market, "0x"]);
      await chain.networkHelpers.time.increase(3 * 86_400);
      const before = await step.money(DRIVER);
      await coop.marketContract.write.release([id, step.of(id)], {
        account: account(chain, STRANGER),
        gas: 1_500_000n,
      });
      // Delivered, or put aside when the hook is too greedy; never both.
      const aside = await coop.marketContract.read.owedTo([addressOf(chain, DRIVER)]);
      expect((await step.money(DRIVER)) - before + aside).to.equal(PAY);
      expect(await coop.marketContract.read.held()).to.equal(2n * EURO + aside);
      expect(await step.state(id)).to.equal(JobState.Ended);
    });
  });

  it("is counted in any decimals [case 76]", async () => {
    for (const decimals of [0, 18, 30]) {
      const plain = await freshChain();
      const token = await plain.viem.deployContract("WeirdToken", ["Units", decimals]);
      const chain = { ...plain, euro: token as never } as Chain;
      const coop = await found(chain, await standardCharter(chain, { settlementToken: token.address }));
      const unit = 10n ** BigInt(decimals > 18 ? 18 : decimals);
      await token.write.mint([addressOf(chain, RIDER), 10_000n * unit]);
      await token.write.approve([coop.market, 10_000n * unit], { account: account(chain, RIDER) });
      const step = marketOf(chain, coop);
      await step.paid(RIDER, DRIVER, { fare: 1_000n * unit, passThrough: unit, tip: 3n * unit });
      expect(await step.money(DRIVER)).to.equal(904n * unit);
    }
  }).timeout(60_000);

  it("is refused from modules that bring none", async () => {
    const { chain, coop } = await coopWith();
    const stranger = await as(chain, coop.register);
    const now = await marketOf(chain, coop).asked();
    await reverts(coop.marketContract.write.offer([now, NO_PERMIT], stranger), "ERC20InsufficientAllowance");
  });
});
