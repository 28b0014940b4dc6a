// The market in the demo's story: jobs in every state, disputes, money that waits, two closed periods and one that runs.
import { expect } from "chai";
import hre from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";
import { type Abi, type Address, getAddress, parseEventLogs } from "viem";
import { authorityAbi, jobMarketAbi, memberSharesAbi, patronageAbi, surplusAbi, treasuryAbi } from "../../books/abi.ts";
import { JobEnd, JobState } from "../../books/job.ts";
import { deriveReadingKey, readingKeyText } from "../../documents/envelope/readingKey.ts";
import { open } from "../../documents/envelope/seal.ts";
import { EURO } from "../../scripts/demo/charter.ts";
import { documentsOf } from "../../scripts/demo/documents.ts";
import { jobs, services } from "../../scripts/demo/jobs.ts";
import { pastJobs } from "../../scripts/demo/past-jobs.ts";
import { memberId, Outsider, roster, TREASURER } from "../../scripts/demo/people.ts";
import { seeded } from "../../scripts/demo/random.ts";
import { deploy, firstBlockDate, seed } from "../../scripts/demo/seed.ts";
import { claims } from "../../scripts/demo/surplus.ts";
import { account, type World } from "../../scripts/demo/world.ts";
import { Role } from "../../scripts/deploy/charter.ts";

const DAY = 86_400;
const ENDS = Object.keys(JobEnd);
const STATES = Object.keys(JobState);
/** Where each job of the story stands now; those that are over by how they ended. */
const STANDS: Record<string, string> = {
  "offered-to-all": "Offered",
  "offered-with-toll": "Offered",
  "offered-to-ana": "Offered",
  accepted: "Accepted",
  "task-accepted": "Accepted",
  done: "Done",
  "done-for-chidi": "Done",
  "window-over": "Done",
  disputed: "Disputed",
  "disputed-by-driver": "Disputed",
  "dispute-out-of-time": "Disputed",
  ruled: "Ruled",
  undecided: "Undecided",
  withdrawn: "Withdrawn",
  lapsed: "Lapsed",
  "given-up": "GivenUp",
  overdue: "Overdue",
  "to-be-refunded": "Accepted",
  "payment-held": "Countersigned",
  "guest-rides": "Countersigned",
  "guest-drives": "Countersigned",
  booked: "Accepted",
  "booked-before": "Countersigned",
  "van-clean": "Countersigned",
  "yard-lines": "Offered",
};

describe("the market of the demo's story", function () {
  this.timeout(120_000);
  let connection: NetworkConnection;
  let world: World;

  async function read<T>(address: Address, abi: Abi, functionName: string, args: readonly unknown[] = []): Promise<T> {
    const client = await connection.viem.getPublicClient();
    return (await client.readContract({ address, abi, functionName, args })) as T;
  }
  const market = <T>(name: string, args: readonly unknown[] = []) =>
    read<T>(world.coop.market, jobMarketAbi, name, args);
  const patronage = <T>(name: string, args: readonly unknown[] = []) =>
    read<T>(world.coop.patronage, patronageAbi, name, args);
  async function logsOf(address: Address) {
    const client = await connection.viem.getPublicClient();
    return client.getLogs({ address, fromBlock: 0n });
  }
  /** Jobs are numbered in the order of their offers. */
  const numberOf = (key: string): bigint => {
    const all = [...pastJobs(roster(), seeded(1848)), ...jobs].sort((a, b) => b.offeredDaysAgo - a.offeredDaysAgo);
    return BigInt(all.findIndex((job) => job.key === key) + 1);
  };
  const standing = async (key: string): Promise<string | undefined> => {
    const [state] = await market<[number, number]>("stateOf", [numberOf(key)]);
    if (state !== JobState.Ended) return STATES[state];
    const ended = parseEventLogs({ abi: jobMarketAbi, eventName: "JobEnded", logs: await logsOf(world.coop.market) });
    const how = ended.find(({ args }) => args.jobId === numberOf(key))?.args.how;
    return how === undefined ? undefined : ENDS[how];
  };

  before(async () => {
    connection = await hre.network.create({ network: "default", override: { initialDate: firstBlockDate() } });
    world = await seed(connection, await deploy(connection));
  });
  after(() => connection.close());

  it("has a job in every state and at every end", async () => {
    const found = await Promise.all(jobs.map(async ({ key }) => [key, await standing(key)] as const));
    expect(Object.fromEntries(found)).to.deep.equal(STANDS);
    const logs = await logsOf(world.coop.market);
    const ends = parseEventLogs({ abi: jobMarketAbi, eventName: "JobEnded", logs }).map(({ args }) => ENDS[args.how]);
    expect(new Set(ends)).to.deep.equal(new Set(ENDS));
  });

  it("has jobs that anybody can end now: a window, a dispute and a day of grace are over", async () => {
    const snapshot = await connection.provider.request({ method: "evm_snapshot" });
    const told = await import("../../scripts/lib/job-log.ts");
    const client = await connection.viem.getPublicClient();
    const log = new told.JobLog(client as never, world.coop.market);
    const hashes = new Set((await logsOf(world.coop.market)).map(({ transactionHash }) => transactionHash));
    for (const hash of hashes) await log.follow((await client.getTransactionReceipt({ hash })) as never);
    const wallet = await connection.viem.getWalletClient(account(world, Outsider.visitor));
    const ends = { "window-over": "release", "dispute-out-of-time": "divide", "to-be-refunded": "refund" } as const;
    for (const [key, functionName] of Object.entries(ends)) {
      const args = [numberOf(key), log.of(numberOf(key))] as const;
      await wallet.writeContract({ address: world.coop.market, abi: jobMarketAbi, functionName, args });
    }
    expect(await Promise.all(Object.keys(ends).map(standing))).to.deep.equal(["Released", "Undecided", "Overdue"]);
    await connection.provider.request({ method: "evm_revert", params: [snapshot] });
  });

  it("has an arbiter who is neither board nor auditor, and whom two disputes await", async () => {
    const holds = (role: bigint) =>
      read<boolean>(world.coop.authority, authorityAbi, "holds", [role, account(world, Outsider.mira)]);
    expect(await Promise.all([Role.Arbiter, Role.Board, Role.Auditor].map(holds))).to.deep.equal([true, false, false]);
    const { ruleWithin } = await market<{ ruleWithin: number }>("termsOf", [1]);
    const since = await Promise.all(
      ["disputed", "disputed-by-driver"].map(
        async (key) => (await market<[number, number]>("stateOf", [numberOf(key)]))[1],
      ),
    );
    expect(since.every((at) => at + ruleWithin > world.now + DAY)).to.equal(true);
  });

  it("has a payment that could not be delivered and waits for Ana", async () => {
    const ana = account(world, 0);
    const owed = await market<bigint>("owedTo", [ana]);
    // Of 33 euros a tenth is the fee; the tip is whole.
    expect(owed).to.equal((297n * EURO) / 10n + 4n * EURO);
    const snapshot = await connection.provider.request({ method: "evm_snapshot" });
    const wallet = await connection.viem.getWalletClient(ana);
    await wallet.writeContract({
      address: world.coop.market,
      abi: jobMarketAbi,
      functionName: "collect",
      args: [ana],
    });
    expect(await market<bigint>("owedTo", [ana])).to.equal(0n);
    await connection.provider.request({ method: "evm_revert", params: [snapshot] });
  });

  it("has services to book, one withdrawn, and bookings of two", async () => {
    const logs = await logsOf(world.coop.market);
    const of = (eventName: "ServicePosted" | "ServiceWithdrawn" | "ServiceBooked") =>
      parseEventLogs({ abi: jobMarketAbi, eventName, logs }).map(({ args }) => Number(args.serviceId));
    expect([of("ServicePosted"), of("ServiceWithdrawn")]).to.deep.equal([services.map((_, i) => i + 1), [4]]);
    expect(of("ServiceBooked").sort()).to.deep.equal([1, 2]);
  });

  it("has work for the co-op itself, out of the budget, with points for who did it and none for the co-op", async () => {
    const signed = parseEventLogs({
      abi: jobMarketAbi,
      eventName: "JobCountersigned",
      logs: await logsOf(world.coop.market),
    });
    const by = signed.find(({ args }) => args.jobId === numberOf("van-clean"))?.args.by;
    const [, , , left] = await read<[bigint, number, string, bigint, number]>(
      world.coop.treasury,
      treasuryAbi,
      "budgetOf",
      [1n],
    );
    expect([by, left]).to.deep.equal([getAddress(account(world, TREASURER)), 295n * EURO]);
    const [work, custom] = await patronage<[bigint, bigint]>("pointsOf", [3, memberId(21)]);
    // Half of the members' half of a tenth of 120 euros.
    expect([work, custom]).to.deep.equal([3n * EURO, 0n]);
  });

  it("has two periods declared by resolutions, with interest on shares in the first, and a third that runs", async () => {
    type Record_ = { closedAt: number; declaredAt: number; interest: bigint; dividends: bigint; points: bigint };
    const of = (period: number) => read<Record_>(world.coop.surplus, surplusAbi, "recordOf", [period]);
    const [first, second, third] = [await of(1), await of(2), await of(3)];
    expect(first.interest > 0n && second.interest === 0n).to.equal(true);
    expect(await read<bigint>(world.coop.shares, memberSharesAbi, "interestPeriods")).to.equal(1n);
    // The first brings a unit a point, the most that there is; the second less.
    expect(first.dividends).to.equal(first.points);
    expect(second.dividends < second.points && second.dividends > second.points / 2n).to.equal(true);
    expect([third.closedAt, await patronage<number>("currentPeriod")]).to.deep.equal([0, 3]);
    expect((await patronage<bigint>("pointsIn", [3])) > 0n).to.equal(true);
    expect(Number(await read<bigint>(world.coop.surplus, surplusAbi, "closesAt"))).to.be.greaterThan(world.now + DAY);
  });

  it("has dividends taken in money and in shares, and some that Ana, Ben and Hana have not claimed", async () => {
    const taken = parseEventLogs({
      abi: patronageAbi,
      eventName: "DividendClaimed",
      logs: await logsOf(world.coop.patronage),
    });
    expect(taken.map(({ args }) => [args.memberId, args.period, args.units > 0n])).to.deep.equal(
      claims.map(({ who, period, inShares }) => [memberId(who), period, inShares]),
    );
    for (const place of [0, 1, 8]) {
      for (const period of [1, 2]) {
        const due = await patronage<{ amount: bigint; claimed: boolean }>("dividendOf", [period, memberId(place)]);
        expect(due.amount > EURO && !due.claimed, `${place} in period ${period}`).to.equal(true);
      }
    }
  });

  it("has the words behind its hashes: for everybody, or for the parties and the arbiter", async () => {
    const place = { chainId: 31_337, directory: world.coop.directory };
    const documents = await documentsOf(connection, world, place);
    const logs = await logsOf(world.coop.market);
    const hashes = parseEventLogs({ abi: jobMarketAbi, logs }).flatMap(({ eventName, args }) => {
      if (eventName === "JobOffered" || eventName === "ServicePosted") return [args.details];
      if (eventName === "JobDisputed") return [args.evidence];
      return eventName === "JobRuled" ? [args.reasons] : [];
    });
    const kept = documents.filter(({ hash }) => hashes.includes(hash));
    expect(kept).to.have.lengthOf(services.length + jobs.length + jobs.filter((job) => job.evidence).length + 1);

    const mira = account(world, Outsider.mira);
    const wallet = await connection.viem.getWalletClient(mira);
    const key = await deriveReadingKey(await wallet.signMessage({ message: readingKeyText(place) }), mira, place);
    const evidence = jobs.find((job) => job.key === "disputed")?.evidence;
    const readable = await Promise.all(
      kept.map(({ hash, envelope }) =>
        open(envelope, hash, { account: mira, key }).then(
          ({ text }) => text,
          () => "",
        ),
      ),
    );
    expect(readable).to.include(evidence);
    expect(readable).to.not.include(jobs.find((job) => job.key === "offered-to-ana")?.words);
  });
});
