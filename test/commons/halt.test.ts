// The circuit breaker (G1): a guardian stops new money for a bounded time; nothing that is owed waits for it.
import { expect } from "chai";
import { zeroHash } from "viem";
import { DAY, Role } from "../../scripts/deploy/charter.ts";
import { type Chain, type Coop, coopWith, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import { as, bidsOf, Fund, PAYER, treasuryOf, withPayer } from "./setting.ts";

const GUARDIAN = 32;
const LIMIT = 7 * DAY;

describe("Treasury: halt", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await withPayer(chain, coop);
    await withPayer(chain, coop, 1);
    const end = (await chain.networkHelpers.time.latest()) + 360 * DAY;
    const by = await asAssembly(chain, coop);
    await coop.authorityContract.write.appoint([Role.Guardian, addressOf(chain, GUARDIAN), end], by);
    await coop.sharesContract.write.subscribe([10n, 5n], { account: account(chain, 1) });
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  let money: ReturnType<typeof treasuryOf>;
  beforeEach(() => {
    ({ chain, coop } = given());
    money = treasuryOf(chain, coop);
  });
  const now = () => chain.networkHelpers.time.latest();
  const halt = (until: number, by = GUARDIAN) =>
    coop.treasuryContract.write.halt([until], { account: account(chain, by) });
  /** Halts for `seconds` from the next block on. */
  const haltFor = async (seconds: number) => {
    const from = (await now()) + 10;
    await chain.networkHelpers.time.setNextBlockTimestamp(from);
    await halt(from + seconds);
    return from;
  };
  const member = () => ({ account: account(chain, 1) });
  const subscribe = () => coop.sharesContract.write.subscribe([1n, 0n], member());
  const bid = async () =>
    coop.treasuryContract.write.take([bidsOf(1), addressOf(chain, PAYER), EURO, zeroHash], await as(chain, coop.bonds));

  it("stops gifts, shares and bids, and ends by itself, to the second [G1]", async () => {
    const from = await haltFor(LIMIT);
    const until = from + LIMIT;
    expect(await coop.treasuryContract.read.haltedUntil()).to.equal(until);
    const calls = [
      () => money.deposit(Fund.Operating, EURO),
      () => money.deposit(Fund.Commons, EURO),
      subscribe,
      () => coop.sharesContract.write.payInstalment([1n], member()),
      bid,
    ];
    for (const call of calls) await reverts(call(), "TreasuryHalted", [until]);
    await chain.networkHelpers.time.setNextBlockTimestamp(until - 1);
    await reverts(subscribe(), "TreasuryHalted", [until]);
    await chain.networkHelpers.time.setNextBlockTimestamp(until);
    for (const call of calls) await call();
  });

  it("is a guardian's alone, for as long as the charter says and not longer [G1]", async () => {
    const at = await now();
    for (const by of [0, 1, PAYER]) await reverts(halt(at + DAY, by), "ModuleUnauthorised");
    await reverts(halt(at), "TreasuryHaltOutOfBounds");
    await chain.networkHelpers.time.setNextBlockTimestamp(at + 50);
    await reverts(halt(at + 51 + LIMIT), "TreasuryHaltOutOfBounds", [at + 51 + LIMIT, BigInt(at + 50 + LIMIT)]);
    await chain.networkHelpers.time.setNextBlockTimestamp(at + 100);
    await halt(at + 100 + LIMIT);
    const [told] = await coop.treasuryContract.getEvents.Halted();
    expect(told?.args.until).to.equal(at + 100 + LIMIT);
  });

  it("is not given twice running: as long as it was, all is open after it [G1]", async () => {
    const from = await haltFor(DAY);
    await reverts(halt(from + 2 * DAY), "TreasuryHaltedLately", [BigInt(from + 2 * DAY)]);
    expect(await coop.treasuryContract.read.haltBounds()).to.deep.equal([BigInt(from + 2 * DAY), BigInt(LIMIT)]);
    await chain.networkHelpers.time.setNextBlockTimestamp(from + 2 * DAY - 1);
    await reverts(halt(from + 3 * DAY), "TreasuryHaltedLately");
    await chain.networkHelpers.time.setNextBlockTimestamp(from + 2 * DAY);
    await halt(from + 3 * DAY);
  });

  it("leaves every exit open, and rent with them [G1]", async () => {
    await money.deposit(Fund.Operating, 100n * EURO);
    await coop.sharesContract.write.withdraw([4n], member());
    await money.rent(300n * EURO);
    await chain.networkHelpers.time.increase(366 * DAY);
    await coop.sharesContract.write.postInterest([500], await as(chain, coop.surplus));
    const end = (await now()) + 360 * DAY;
    await coop.authorityContract.write.appoint(
      [Role.Guardian, addressOf(chain, GUARDIAN), end],
      await asAssembly(chain, coop),
    );
    await haltFor(LIMIT);
    await coop.sharesContract.write.claimInterest([false], member());
    await coop.sharesContract.write.advance([10n]);
    await coop.incomeContract.write.claim([2]);
    await money.rent(30n * EURO);
    await coop.treasuryContract.write.payDue(
      [Fund.MemberIncome, addressOf(chain, 50), 1n, zeroHash],
      await as(chain, coop.income),
    );
    const pay = [Fund.Operating, chain.euro.address, addressOf(chain, 50), EURO, hashOf("invoice")] as const;
    await coop.treasuryContract.write.pay(pay, await asAssembly(chain, coop));
    await chain.euro.write.mint([coop.treasury, EURO]);
    await coop.treasuryContract.write.postToReserve();
    await coop.registerContract.write.resign(member());
  });

  it("has a limit from the charter that is within fourteen days [G1]", async () => {
    for (const haltLimit of [0, 14 * DAY + 1]) {
      const attempt = coopWith(() => ({ haltLimit }));
      await reverts(attempt, "TreasuryHaltOutOfBounds", [haltLimit, BigInt(14 * DAY)]);
    }
    const { coop: other } = await coopWith(() => ({ haltLimit: 14 * DAY }));
    expect(await other.treasuryContract.read.haltBounds()).to.deep.equal([0n, BigInt(14 * DAY)]);
  });
});
