// The members replace their market: nothing begins at the former one any more, what runs there ends by its own clocks, and nothing is lost.
import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, type Hex, keccak256, size } from "viem";
import { JobState, splitOf } from "../../books/job.ts";
import { DAY, defaultMarket, Place } from "../../scripts/deploy/charter.ts";
import { initialisationOf, type Successor, successorFor } from "../../scripts/deploy/successor.ts";
import { ARBITER, HOUR, PEOPLE, resumed, STRANGER, TREASURER } from "../audit/market-acts.ts";
import { at, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { windingUp } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";
import {
  beforeReplacement,
  decidedOn,
  endEverything,
  inNewMarket,
  type Replaced,
  successorOf,
} from "./replaced-market.ts";

const { Offered, Accepted, Done, Disputed, Ended } = JobState;

describe("A market replaced by the members", function () {
  this.timeout(60_000);
  const given = perTest(beforeReplacement);
  let life: Replaced;
  beforeEach(() => {
    life = resumed(given());
  });
  const asAssembly = () => ({ account: life.coop.assembly });
  const fund = (which: number) => life.coop.treasuryContract.read.balanceOf([which, life.chain.euro.address]);
  const money = (account: Address) => life.token.read.balanceOf([account]);
  const standing = () => life.coop.directoryContract.read.moduleAt([Place.Market]);
  const replace = ({ implementation, codeHash, initialisation }: Successor) =>
    life.coop.directoryContract.write.replace([Place.Market, implementation, codeHash, initialisation], asAssembly());

  it("takes a constitutional resolution with its whole notice, and is other code [V6] [case 104]", async () => {
    const { step, coop, chain, successor } = life;
    const record = await coop.deskContract.read.proposalRecord([await step.id()]);
    expect([record.kind, (await step.opens()) - record.noticeAt]).to.deep.equal([3, 28 * DAY]);
    await step.execute(STRANGER);
    expect(await standing()).to.equal(getAddress(successor.address));
    expect(await coop.directoryContract.read.placeOf([coop.market])).to.equal(0);
    expect(await coop.patronageContract.read.market()).to.equal(getAddress(successor.address));
    const second = await chain.viem.getContractAt("JobMarketTwo", successor.address);
    expect(await second.read.edition()).to.equal(2n);
    expect(await second.read.termsOf([1])).to.deep.equal(defaultMarket);
  });

  it("begins nothing more at the former market, whatever waits there", async () => {
    const { step, jobs, coop, offer, accept, post, book, offerForCoop } = life;
    await step.execute();
    await reverts(offer(1), "JobMarketClosed");
    await reverts(accept(0, jobs.withdrawn), "JobMarketClosed");
    await reverts(post(5, EURO), "JobMarketClosed");
    await reverts(book(2, jobs.service, 4, 120n * EURO), "JobMarketClosed");
    await reverts(offerForCoop(), "JobMarketClosed");
    expect(await coop.marketContract.read.closedUntil()).to.equal(2 ** 40 - 1);
  });

  it("ends all that runs there by its own clocks, and not one unit is lost", async () => {
    const { step, jobs, coop, of, accountOf } = life;
    const terms = await coop.marketContract.read.termsOf([1]);
    await step.execute();
    const places = [coop.treasury, coop.reserve, coop.patronage, coop.market, life.successor.address];
    const everybody = [...PEOPLE, ARBITER].map(accountOf);
    const all = async () => {
      const amounts = await Promise.all([...places, ...everybody].map(money));
      return amounts.reduce((sum, amount) => sum + amount, 0n);
    };
    const [whole, held] = [await all(), await money(coop.market)];
    const states = await Promise.all(Object.entries(jobs).map(([, id]) => coop.marketContract.read.stateOf([id])));
    expect(new Set(states.map(([state]) => state))).to.deep.equal(new Set([Offered, Accepted, Done, Disputed, Ended]));
    const before = { people: await Promise.all(everybody.map(money)), funds: [await fund(1), await fund(3)] };
    const reserve = await coop.reserveContract.read.booked();

    await endEverything(life);

    // What everybody has now follows from the terms alone, job by job.
    const due = new Map<string, bigint>();
    const pay = (account: string, amount: bigint) => {
      const key = account.toLowerCase();
      due.set(key, (due.get(key) ?? 0n) + amount);
    };
    const fees = { operating: 0n, commons: 0n, reserve: 0n };
    const split = (id: bigint, award = 10_000, both = true) => {
      const job = of(id);
      const parts = splitOf(job, terms, award, both);
      pay(job.provider, parts.pay);
      if (job.role === 0) pay(job.customer, parts.refund);
      for (const part of ["operating", "commons", "reserve"] as const) fees[part] += parts[part];
    };
    for (const id of [jobs.early, jobs.held, jobs.confirmed, jobs.signed, jobs.coopDone, jobs.booked]) split(id);
    split(jobs.released, 10_000, false);
    split(jobs.disputedLater, 2_500);
    split(jobs.ruled, 7_777);
    split(jobs.divided, terms.defaultAward);
    for (const id of [jobs.withdrawn, jobs.lapsed, jobs.givenUp, jobs.overdue]) {
      const { customer, fare, passThrough, tip } = of(id);
      pay(customer, fare + passThrough + tip);
    }
    // The early job was paid before; its fee waited, as that of the payment that could not be delivered.
    const early = splitOf(of(jobs.early), terms);
    pay(of(jobs.early).provider, -early.pay);
    const back = of(jobs.coopOffered);
    fees.operating += back.fare + back.passThrough + back.tip;

    for (const [i, account] of everybody.entries()) {
      const gained = (await money(account)) - at(before.people, i);
      expect(gained, `account ${i}`).to.equal(due.get(account.toLowerCase()) ?? 0n);
    }
    expect([await fund(1), await fund(3)]).to.deep.equal([
      at(before.funds, 0) + fees.operating,
      at(before.funds, 1) + fees.commons,
    ]);
    expect(await coop.reserveContract.read.booked()).to.equal(reserve + fees.reserve);
    const given = [...due.values()].reduce((sum, amount) => sum + amount, 0n);
    expect(given + fees.operating + fees.commons + fees.reserve).to.equal(held);
    expect([await coop.marketContract.read.held(), await money(coop.market)]).to.deep.equal([0n, 0n]);
    expect(await all()).to.equal(whole);
  });

  it("lets its arbiters rule on disputes there, and nobody else [J4]", async () => {
    const { step, jobs, of, coop, by, rule } = life;
    await step.execute();
    const job = of(jobs.ruled);
    const ruling = coop.marketContract.write.rule([jobs.ruled, job, 5_000, hashOf("reasons")], by(TREASURER));
    await reverts(ruling, "ModuleUnauthorised");
    await rule(jobs.ruled, 5_000);
    expect((await coop.marketContract.read.stateOf([jobs.ruled]))[0]).to.equal(Ended);
  });

  it("shares one dividend among points of before and of the successor; what ends there later gives none [A4] [J5]", async () => {
    const { step, coop, close, declare, claim, accountOf } = life;
    const { pointsOf, pointsIn } = coop.patronageContract.read;
    const before = await pointsIn([1]);
    const [worked] = await pointsOf([1, 1]);
    expect(worked > 0n).to.equal(true);
    await step.execute();
    await endEverything(life);
    expect(await pointsIn([1])).to.equal(before);
    const next = await inNewMarket(life);
    await next.paid(1, 0);
    const [work, custom] = await pointsOf([1, 1]);
    expect([work, custom]).to.deep.equal([2n * worked, 0n]);
    await life.wait(91 * DAY);
    await close();
    await declare(1, 10n * EURO);
    const pot = (await coop.surplusContract.read.recordOf([1])).dividends;
    const had = await money(accountOf(0));
    await claim(0, 1, [1]);
    expect((await money(accountOf(0))) - had).to.equal(((work + custom) * pot) / (await pointsIn([1])));
  });

  it("keeps a customer's signature for the market that it was given for", async () => {
    const { step, jobs, coop } = life;
    await step.execute();
    const next = await inNewMarket(life);
    const id = await next.offer(1, { provider: life.accountOf(0) });
    await next.accept(0, id);
    // The same number, provider and customer as the job at the former market.
    expect(id).to.equal(jobs.early);
    const until = Number(await life.chain.networkHelpers.time.latest()) + HOUR;
    const signature = await life.sign(1, id, 0, until, coop.market);
    const market = await life.chain.viem.getContractAt("JobMarket", life.successor.address);
    const handIn = (signed: Hex) => market.write.confirmBySig([id, next.of(id), 0, until, signed], life.by(STRANGER));
    await reverts(handIn(signature), "JobMarketBadSignature");
    await handIn(await life.sign(1, id, 0, until, life.successor.address));
  });

  it("lets what was accepted in the same block run, and nothing after", async () => {
    const { step, jobs, chain, coop, by, of } = life;
    const { provider } = chain.connection;
    const accept = (id: bigint, i: number) =>
      coop.marketContract.write.accept([id, of(id), 1], { ...by(i), gas: 500_000n });
    const content = [...step.hashed] as typeof step.hashed;
    await provider.request({ method: "evm_setAutomine", params: [false] });
    try {
      const first = await accept(jobs.withdrawn, 0);
      const deed = await coop.assemblyContract.write.execute(content, { ...by(1), gas: 2_000_000n });
      const late = await accept(jobs.lapsed, 2);
      await provider.request({ method: "evm_mine", params: [] });
      const receipts = await Promise.all(
        [first, deed, late].map((hash) => chain.client.getTransactionReceipt({ hash })),
      );
      expect(new Set(receipts.map(({ blockNumber }) => blockNumber)).size).to.equal(1);
      expect(receipts.map(({ status }) => status)).to.deep.equal(["success", "success", "reverted"]);
    } finally {
      await provider.request({ method: "evm_setAutomine", params: [true] });
    }
    const states = [jobs.withdrawn, jobs.lapsed].map((id) => coop.marketContract.read.stateOf([id]));
    expect((await Promise.all(states)).map(([state]) => state)).to.deep.equal([Accepted, Offered]);
  });

  describe("is refused", () => {
    it("when its code is not the code that was decided on, or not its own", async () => {
      const { successor, chain, accountOf } = life;
      await reverts(replace({ ...successor, codeHash: hashOf("other code") }), "DirectoryCodeChanged");
      const delegated = accountOf(50);
      await chain.connection.provider.request({
        method: "hardhat_setCode",
        params: [delegated, `0xef0100${successor.implementation.slice(2)}`],
      });
      const codeHash = keccak256((await chain.client.getCode({ address: delegated })) ?? "0x");
      await reverts(replace({ ...successor, implementation: delegated, codeHash }), "DirectoryCodeChanged");
    });

    it("when it is not initialised in the same step [case 99]", async () => {
      const { abi } = life.coop.marketContract;
      const initialisation = encodeFunctionData({ abi, functionName: "currentTerms" });
      await reverts(replace({ ...life.successor, initialisation }), "DirectoryNotInitialised");
      expect(await standing()).to.equal(getAddress(life.coop.market));
    });

    it("with terms out of bounds, and then all is as before", async () => {
      const initialisation = initialisationOf("market", [{ ...defaultMarket, fee: 2_001 }]);
      await reverts(replace({ ...life.successor, initialisation }), "JobMarketTermsOutOfBounds");
      await life.accept(0, life.jobs.withdrawn);
    });
  });

  it("names the token, the register and the Patronage that its predecessor names", async () => {
    const { chain, coop, step, successor } = life;
    await step.execute();
    const [former, code] = await Promise.all(
      [coop.market, successor.address].map((address) => chain.client.getCode({ address })),
    );
    expect(code?.slice(2 + 90)).to.equal(former?.slice(2 + 90));
    expect(size(code ?? "0x")).to.equal(45 + 21 + 60);
  });

  it("can be replaced twice running, each time with its jobs running on", async () => {
    const { step, jobs, coop, of, by } = life;
    await step.execute();
    const next = await inNewMarket(life);
    const second = await next.finished(1, 0);
    const third = await successorOf(life);
    await replace(third);
    await next.confirm(1, second, 9_000);
    await life.confirmBySig(STRANGER, jobs.signed, 9_000);
    expect(await standing()).to.equal(getAddress(third.address));
    expect(await coop.patronageContract.read.market()).to.equal(await standing());
    await reverts(next.offer(1), "JobMarketClosed");
    await reverts(coop.marketContract.write.accept([jobs.lapsed, of(jobs.lapsed), 1], by(0)), "JobMarketClosed");
  });

  it("stays closed when it is replaced while the co-op winds up, and its jobs end [A2]", async () => {
    const { step, coop, chain } = life;
    const { target, data } = windingUp(coop);
    await chain.wallets[0]?.sendTransaction({ to: target, data, account: coop.assembly } as never);
    await step.execute();
    const next = await inNewMarket(life);
    await reverts(next.offer(1), "JobMarketClosed");
    await endEverything(life);
    expect(await money(coop.market)).to.equal(0n);
  });

  it("takes a successor that carries out the next replacement while it is initialised, in that order", async () => {
    const { coop, chain } = life;
    const last = await successorOf(life);
    const passed = await decidedOn(life, last, "And once more");
    const execute = encodeFunctionData({
      abi: coop.assemblyContract.abi,
      functionName: "execute",
      args: passed.hashed,
    });
    const { address: implementation } = await chain.viem.deployContract("MarketAtFault");
    const abi = (await chain.viem.getContractAt("MarketAtFault", implementation)).abi;
    const initialisation = encodeFunctionData({ abi, functionName: "initialize", args: [coop.assembly, execute] });
    const between = await successorOf(life, implementation, initialisation);
    await replace(between);
    const second = await chain.viem.getContractAt("JobMarketTwo", await standing());
    expect(await second.read.edition()).to.equal(2n);
    expect(await coop.patronageContract.read.market()).to.equal(second.address);
    await reverts(life.offer(1), "JobMarketClosed");
    await (await inNewMarket(life)).paid(1, 0);
  });

  it("lets a successor, while it is initialised, neither replace itself nor begin anything at the former market", async () => {
    const { coop, chain } = life;
    const { address: implementation } = await chain.viem.deployContract("MarketAtFault");
    const abi = (await chain.viem.getContractAt("MarketAtFault", implementation)).abi;
    const { data } = life.successor.action;
    const call = (target: Address, what: Hex) =>
      successorOf(life, implementation, encodeFunctionData({ abi, functionName: "initialize", args: [target, what] }));
    await reverts(replace(await call(coop.directory, data)), "DirectoryUnauthorised");
    const args = [0, EURO, 0n, HOUR, 1, hashOf("ride")] as const;
    const post = encodeFunctionData({ abi: coop.marketContract.abi, functionName: "post", args });
    await reverts(replace(await call(coop.market, post)), "JobMarketClosed");
  });

  it("can be taken away from a market that will not be told", async () => {
    const { coop, chain } = life;
    const { address: implementation } = await chain.viem.deployContract("MarketAtFault");
    const abi = (await chain.viem.getContractAt("MarketAtFault", implementation)).abi;
    const call = encodeFunctionData({ abi: coop.patronageContract.abi, functionName: "currentPeriod" });
    const initialisation = encodeFunctionData({ abi, functionName: "initialize", args: [coop.patronage, call] });
    await replace(await successorOf(life, implementation, initialisation));
    await replace(life.successor);
    const next = await inNewMarket(life);
    await next.paid(1, 0);
  });

  it("needs code to be a clone of", async () => {
    const { chain, coop } = life;
    const of = { directory: coop.directory, at: "market", initialisation: "0x" } as const;
    const nobody = successorFor(chain.client as never, { ...of, implementation: life.accountOf(0) });
    expect(await nobody.catch((error: Error) => error.message)).to.match(/There is no code/);
  });
});
