// Buying shares: at once, by instalments, with a permit, and never below or above the bounds.
import { expect } from "chai";
import { getAddress } from "viem";
import { NO_PERMIT, Place } from "../../scripts/deploy/charter.ts";
import { at, type Chain, type Coop, EURO, found, perTest, standardCharter } from "../helpers/coop.ts";
import { account, addressOf, asAssembly, windingUp } from "../helpers/motions.ts";
import { permitFor } from "../helpers/permits.ts";
import { reverts } from "../helpers/reverts.ts";
import { Fund, idOf, PAR, type Refusal, refusedIn, shareCoop, steps, TERMS } from "./setting.ts";

describe("MemberShares: subscribing", () => {
  const given = perTest(() => shareCoop());
  let chain: Chain;
  let coop: Coop;
  let step: ReturnType<typeof steps>;
  beforeEach(() => {
    ({ chain, coop } = given());
    step = steps(chain, coop);
  });
  const refused = (...what: Refusal) => refusedIn(chain, coop, ...what);

  it("takes par for what is paid now and nothing for what is promised [S1]", async () => {
    await step.subscribe(1, 3n, 7n);
    const [told] = await coop.sharesContract.getEvents.Subscribed();
    const who = addressOf(chain, 1);
    expect(told?.args).to.deep.equal({
      memberId: 2,
      account: getAddress(who),
      units: 3n,
      promised: 7n,
      amount: 3n * PAR,
    });
    const holding = await step.holding(1);
    expect([holding.units, holding.promised]).to.deep.equal([3n, 7n]);
    expect(await step.fund(Fund.ShareCapital)).to.equal(3n * PAR);
    expect(await coop.sharesContract.read.totalSupply()).to.equal(3n);
    expect(await coop.sharesContract.read.balanceOf([who])).to.equal(3n);
    expect(await chain.euro.read.balanceOf([coop.shares])).to.equal(0n);
  });

  it("lets a promise make up the minimum, and counts it towards the maximum [S1]", async () => {
    await refused(() => step.subscribe(1, 1n), "MemberSharesHoldingOutOfBounds", [1n, 2n, 100n]);
    await refused(() => step.subscribe(1, 60n, 41n), "MemberSharesHoldingOutOfBounds", [101n, 2n, 100n]);
    await step.subscribe(1, 1n, 1n);
    await step.subscribe(1, 98n);
    await refused(() => step.subscribe(1, 1n), "MemberSharesHoldingOutOfBounds", [101n, 2n, 100n]);
    await step.subscribe(2, 1n, 99n);
  });

  it("refuses nothing, numbers beyond all bounds, and people who are not members", async () => {
    await refused(() => step.subscribe(1, 0n, 5n), "MemberSharesNoUnits");
    const huge = 2n ** 64n - 1n;
    await refused(() => step.subscribe(1, huge, huge), "MemberSharesHoldingOutOfBounds", [2n * huge, 2n, 100n]);
    await refused(() => step.subscribe(9, 2n), "MemberSharesNotMember", [addressOf(chain, 9)]);
    await refused(() => step.instalment(9, 1n), "MemberSharesNotMember");
    await refused(() => step.dropPromise(9), "MemberSharesNotMember");
  });

  it("takes instalments up to the promise [S1]", async () => {
    await step.subscribe(1, 1n, 4n);
    await refused(() => step.instalment(1, 5n), "MemberSharesPromised", [4n, 5n]);
    await refused(() => step.instalment(1, 0n), "MemberSharesNoUnits");
    await step.instalment(1, 3n);
    const [told] = await coop.sharesContract.getEvents.InstalmentPaid();
    expect([told?.args.units, told?.args.amount]).to.deep.equal([3n, 3n * PAR]);
    await step.instalment(1, 1n);
    const holding = await step.holding(1);
    expect([holding.units, holding.promised]).to.deep.equal([5n, 0n]);
    expect(await step.fund(Fund.ShareCapital)).to.equal(5n * PAR);
    expect(await coop.sharesContract.read.totalSupply()).to.equal(5n);
    await refused(() => step.instalment(1, 1n), "MemberSharesPromised", [0n, 1n]);
  });

  it("gives up a promise only when the holding is lawful without it [S1]", async () => {
    await step.subscribe(1, 1n, 4n);
    await refused(() => step.dropPromise(1), "MemberSharesHoldingOutOfBounds", [1n, 2n, 100n]);
    await step.instalment(1, 1n);
    await step.dropPromise(1);
    expect((await coop.sharesContract.getEvents.PromiseDropped())[0]?.args).to.deep.equal({ memberId: 2, units: 3n });
    expect((await step.holding(1)).promised).to.equal(0n);
    await refused(() => step.dropPromise(1), "MemberSharesNoUnits");
  });

  it("needs the money and the allowance, to the cent", async () => {
    const { euro } = chain;
    await euro.write.approve([coop.treasury, 2n * PAR - 1n], { account: account(chain, 1) });
    await refused(() => step.subscribe(1, 2n), "ERC20InsufficientAllowance");
    await euro.write.approve([coop.treasury, 2n * PAR], { account: account(chain, 1) });
    await step.subscribe(1, 2n);
    expect(await euro.read.allowance([addressOf(chain, 1), coop.treasury])).to.equal(0n);
  });

  it("sells nothing while the co-op is winding up [A2]", async () => {
    await step.subscribe(1, 1n, 4n);
    const { data } = windingUp(coop);
    await at(chain.wallets, 0).sendTransaction({
      ...(await asAssembly(chain, coop)),
      to: coop.directory,
      data,
    } as never);
    await refused(() => step.subscribe(2, 2n), "MemberSharesWindingUp");
    await refused(() => step.instalment(1, 1n), "MemberSharesWindingUp");
    await refused(() => step.postInterest(1), "MemberSharesWindingUp");
    await refused(() => step.claim(1, true), "MemberSharesWindingUp");
  });

  describe("with a permit", () => {
    const withPermit = (as: number, units: bigint, promised: bigint, permit: Awaited<ReturnType<typeof permitFor>>) =>
      coop.sharesContract.write.subscribeWithPermit([units, promised, permit], { account: account(chain, as) });
    beforeEach(() => chain.euro.write.approve([coop.treasury, 0n], { account: account(chain, 1) }));

    it("is one transaction, for instalments too", async () => {
      await withPermit(1, 2n, 3n, await permitFor(chain, coop, 1, 2n * PAR));
      const more = await permitFor(chain, coop, 1, 3n * PAR);
      await coop.sharesContract.write.payInstalmentWithPermit([3n, more], { account: account(chain, 1) });
      expect((await step.holding(1)).units).to.equal(5n);
    });

    it("is not harmed by somebody who uses the permit first [case 35]", async () => {
      const permit = await permitFor(chain, coop, 1, 2n * PAR);
      const { deadline, v, r, s } = permit;
      await chain.euro.write.permit([addressOf(chain, 1), coop.treasury, 2n * PAR, deadline, v, r, s]);
      await withPermit(1, 2n, 0n, permit);
      expect((await step.holding(1)).units).to.equal(2n);
    });

    it("needs an allowance when the permit is void", async () => {
      await refused(() => withPermit(1, 2n, 0n, { ...NO_PERMIT, deadline: 1n }), "ERC20InsufficientAllowance");
      await refused(() => withPermit(1, 2n, 0n, NO_PERMIT), "ERC20InsufficientAllowance");
    });
  });

  it("subscribes for an applicant in the register's own transaction, and for nobody else", async () => {
    const args = [idOf(3), addressOf(chain, 3), 2n, 1n, NO_PERMIT] as const;
    for (const by of [{ account: account(chain, 3) }, await asAssembly(chain, coop)]) {
      await refused(() => coop.sharesContract.write.subscribeFor(args, by), "ModuleWrongPlace", [
        addressFrom(by),
        Place.Register,
      ]);
    }
    await chain.networkHelpers.impersonateAccount(coop.register);
    await chain.networkHelpers.setBalance(coop.register, 10n ** 18n);
    await coop.sharesContract.write.subscribeFor(args, { account: coop.register });
    const holding = await step.holding(3);
    expect([holding.units, holding.promised]).to.deep.equal([2n, 1n]);
    expect(await step.money(3)).to.equal(100_000n * EURO - 2n * PAR);
  });

  describe("its terms", () => {
    it("are changed by the Assembly alone, within their bounds; par and minimum stay [S2] [S3] [S4]", async () => {
      const { write, read } = coop.sharesContract;
      const asBoard = { account: account(chain, 0) };
      await refused(() => write.setTerms([1, 1, 1, 100n], asBoard), "ModuleWrongPlace");
      const YEAR = 365 * 86_400;
      await refused(() => step.setTerms({ notice: YEAR + 1 }), "MemberSharesLimitsOutOfBounds");
      await refused(() => step.setTerms({ suspensionLimit: YEAR + 1 }), "MemberSharesLimitsOutOfBounds");
      await refused(() => step.setTerms({ interestCap: 801 }), "MemberSharesLimitsOutOfBounds");
      await refused(() => step.setTerms({ maximum: 1n }), "MemberSharesTermsOutOfBounds", [PAR, 2n, 1n]);
      await refused(() => step.setTerms({ maximum: 2n ** 56n }), "MemberSharesTermsOutOfBounds");
      const changed = { notice: YEAR, suspensionLimit: YEAR, interestCap: 800, maximum: 2n };
      await step.setTerms(changed);
      expect(await read.terms()).to.deep.equal({ ...TERMS, ...changed });
      expect(await read.holdingBounds()).to.deep.equal([2n, 2n]);
      expect(await read.par()).to.equal(PAR);
      await refused(() => step.subscribe(1, 3n), "MemberSharesHoldingOutOfBounds", [3n, 2n, 2n]);
    });

    it("are within the same bounds when a co-op is founded", async () => {
      let salt = 0;
      const attempt = async (over: Partial<typeof TERMS>) => {
        const charter = await standardCharter(chain, { shares: { ...TERMS, ...over } });
        return found(chain, charter, `0x${(++salt).toString(16).padStart(64, "0")}`);
      };
      for (const over of [
        { par: 0n },
        { maximum: 0n, minimum: 0n },
        { minimum: 101n },
        { par: 2n ** 112n / 100n + 1n },
      ]) {
        await reverts(attempt(over), "MemberSharesTermsOutOfBounds");
      }
      await reverts(attempt({ notice: 365 * 86_400 + 1 }), "MemberSharesLimitsOutOfBounds");
      await attempt({ par: 2n ** 112n / 100n });
      await attempt({ minimum: 0n });
    });
  });
});

const addressFrom = (by: { account: unknown }) => (by.account as { address?: string }).address ?? by.account;
