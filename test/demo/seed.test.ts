// The demo's story: it must play to its end, and every proposal must stand where the story says.
import { expect } from "chai";
import hre from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";
import { type Abi, type Address, getAddress, parseEventLogs } from "viem";
import {
  assemblyAbi,
  assemblyDeskAbi,
  assemblyLobbyAbi,
  auditRegisterAbi,
  authorityAbi,
  boardAbi,
  bondOfficeAbi,
  commonsIncomeAbi,
  jobMarketAbi,
  machineRegisterAbi,
  memberRegisterAbi,
  memberSharesAbi,
  reserveAbi,
  surplusAbi,
  treasuryAbi,
} from "../../books/abi.ts";
import { audit } from "../../scripts/audit/run.ts";
import { applicants } from "../../scripts/demo/applicants.ts";
import { carryOut, suspensions } from "../../scripts/demo/board.ts";
import { spent } from "../../scripts/demo/budgets.ts";
import { EURO } from "../../scripts/demo/charter.ts";
import { jobs } from "../../scripts/demo/jobs.ts";
import { machineOf, machines, numberOf } from "../../scripts/demo/machines.ts";
import { draftId, type Motion, motionOf, proposalId } from "../../scripts/demo/motion.ts";
import { BOARD, GUARDIAN, Lost, memberId, Outsider, roster, TREASURER } from "../../scripts/demo/people.ts";
import { pollDraft, pollDraftId, polls } from "../../scripts/demo/polls.ts";
import { commons } from "../../scripts/demo/proposals/commons.ts";
import { decided, putAgain } from "../../scripts/demo/proposals/decided.ts";
import { drafts, running } from "../../scripts/demo/proposals/running.ts";
import { declarations } from "../../scripts/demo/proposals/surplus.ts";
import { trusts } from "../../scripts/demo/proxies.ts";
import { auction, givenBack, incomeTaken } from "../../scripts/demo/rents.ts";
import { gift } from "../../scripts/demo/reserve.ts";
import { deploy, firstBlockDate, happenings, seed } from "../../scripts/demo/seed.ts";
import { instalment } from "../../scripts/demo/shares.ts";
import { closed } from "../../scripts/demo/surplus.ts";
import { account, type World } from "../../scripts/demo/world.ts";
import { Kind, Role, Topic } from "../../scripts/deploy/charter.ts";
import { serveRpc } from "../audit/rpc-proxy.ts";
import { wholeAssemblyAbi } from "../helpers/coop.ts";

const STATES = ["Pending", "Active", "Canceled", "Defeated", "Succeeded", "Queued", "Expired", "Executed"];
const REASONS = [
  "Carried",
  "Blocked",
  "QuorumMissed",
  "TurnoutMissed",
  "NoVotes",
  "OnlyInvestors",
  "MajorityMissed",
  "ClassAgainst",
];
/** The first of the funds that each machine has: bond service, bids, purchase. */
const OF_A_MACHINE = [1 << 16, 1 << 17, 1 << 18];
const MACHINE_STATES = ["None", "Ordered", "Idle", "Let", "Gone", "Cancelled"];
const SERIES_STATES = ["None", "Bidding", "Allotting", "Live", "Failed", "Redeemed", "Defaulted"];
const proposals = [...decided, ...running, ...commons, ...declarations];
const forCoop = jobs.filter((job) => job.forCoop);

describe("the demo's story", () => {
  let connection: NetworkConnection;
  let world: World;

  async function read<T>(address: Address, abi: Abi, functionName: string, args: readonly unknown[] = []): Promise<T> {
    const client = await connection.viem.getPublicClient();
    return (await client.readContract({ address, abi, functionName, args })) as T;
  }
  const assembly = <T>(functionName: string, args: readonly unknown[] = []) =>
    read<T>(world.coop.assembly, wholeAssemblyAbi as Abi, functionName, args);
  const seatOf = async (place: number): Promise<number> =>
    (await read<[number, number]>(world.coop.register, memberRegisterAbi, "seatOf", [account(world, place)]))[1];
  const declared = () =>
    Promise.all(
      closed.map((_, i) =>
        read<{ reserve: bigint; dividends: bigint }>(world.coop.surplus, surplusAbi, "recordOf", [i + 1]),
      ),
    );
  async function logsOf(abi: Abi, eventName: string) {
    const client = await connection.viem.getPublicClient();
    return parseEventLogs({
      abi,
      eventName,
      logs: await client.getLogs({ address: world.coop.assembly, fromBlock: 0n }),
    });
  }
  const motion = (key: string): Motion => {
    const told = [...proposals, ...drafts].find((one) => one.key === key);
    if (!told) throw new Error(`The story has no proposal ${key}.`);
    return motionOf(world, told);
  };

  before(async () => {
    connection = await hre.network.create({ network: "default", override: { initialDate: firstBlockDate() } });
    world = await seed(connection, await deploy(connection));
  });
  after(() => connection.close());

  it("ends at the real present", async () => {
    const client = await connection.viem.getPublicClient();
    const { timestamp } = await client.getBlock();
    expect(Math.abs(Number(timestamp) - Date.now() / 1_000)).to.be.lessThan(30);
  });

  it("leaves sixty members in four classes", async () => {
    const roll = await read<{ active: number }[]>(world.coop.register, memberRegisterAbi, "roll");
    expect(roll.map(({ active }) => active)).to.deep.equal([22, 20, 8, 10]);
    expect(roster().filter(({ leftDaysAgo }) => leftDaysAgo)).to.have.lengthOf(2);
  });

  for (const { key, stands } of proposals) {
    it(`${key} stands at ${stands.state}, ${stands.reason}`, async () => {
      const id = proposalId(motion(key));
      const state = await assembly<number>("state", [id]);
      const outcome = await assembly<{ reason: number }>("outcome", [id]);
      expect({ state: STATES[state], reason: REASONS[outcome.reason] }).to.deep.equal(stands);
    });
  }

  it("has every state that a proposal can be in", () => {
    const states = new Set(proposals.map(({ stands }) => stands.state));
    expect(states.size).to.equal(7);
  });

  it("has what was held on notice again, and not to be held twice", async () => {
    const id = proposalId(motion(putAgain.of), 1);
    expect(STATES[await assembly<number>("state", [id])]).to.equal("Pending");
    const record = await assembly<{ mayHold: boolean; round: number }>("proposalRecord", [id]);
    expect([record.mayHold, record.round]).to.deep.equal([false, 1]);
  });

  it("has a majority that came with too few ballots, and may be put again", async () => {
    const ADJOURNED = 2;
    const verdicts = await Promise.all(
      decided.map(
        async ({ key }) => (await assembly<{ verdict: number }>("outcome", [proposalId(motion(key))])).verdict,
      ),
    );
    expect(verdicts.filter((verdict) => verdict === ADJOURNED)).to.have.lengthOf(1);
  });

  it("has riders who ask that every class agree, too few so far", async () => {
    const client = await connection.viem.getPublicClient();
    const logs = await client.getLogs({ address: world.coop.assembly, fromBlock: 0n });
    const asked = parseEventLogs({ abi: assemblyDeskAbi, eventName: "Petitioned", logs });
    expect(asked).to.have.lengthOf(7);
    const record = await assembly<{ everyClass: boolean }>("proposalRecord", [proposalId(motion("lift-parts"))]);
    expect(record.everyClass).to.equal(false);
  });

  it("has members who speak for others, on different topics and within the limit (V11)", async () => {
    for (const { principal, proxy, topic, acceptedDaysAgo } of trusts) {
      const [seat, accepted] = await assembly<[number, boolean]>("proxyOf", [account(world, principal), topic]);
      expect([seat, accepted]).to.deep.equal([await seatOf(proxy), acceptedDaysAgo !== undefined]);
      const spokenFor = await assembly<number[]>("principalsOf", [account(world, proxy), topic]);
      const limit = await assembly<bigint>("proxyLimit", [seat >>> 24]);
      expect(spokenFor.length).to.be.at.most(Number(limit));
    }
    const accepted = trusts.filter(({ acceptedDaysAgo }) => acceptedDaysAgo !== undefined);
    expect(new Set(accepted.map(({ topic }) => topic)).size).to.be.greaterThan(3);
    expect(trusts.length - accepted.length).to.equal(1);
  });

  it("has a vote in which proxies are counted for others, and one of these votes over it (V11)", async () => {
    const BY_PROXY = 8;
    const id = proposalId(motion("late-desk"));
    const said = await Promise.all(
      [10, 14, 15].map(async (place) => Number(await assembly<number>("ballotOf", [id, await seatOf(place)]))),
    );
    expect(said).to.deep.equal([BY_PROXY + 2, 1, BY_PROXY + 1]);
    const told = await logsOf(assemblyLobbyAbi, "VotedByProxy");
    expect(told.map(({ args }) => (args as { principals: number[] }).principals.length)).to.deep.equal([2, 1]);
  });

  it("has a poll that is closed, one that half of the members have answered, and one that lacks seconders", async () => {
    expect(Number(await assembly<bigint>("pollsEver"))).to.equal(polls.length);
    const counted = await Promise.all(polls.map((_, i) => assembly<number[][]>("pollTally", [BigInt(i + 1)])));
    for (const [i, { answers }] of polls.entries()) {
      const byOption = answers.map((_, option) =>
        counted[i]?.reduce((sum, ofClass) => sum + (ofClass[option] ?? 0), 0),
      );
      expect(byOption).to.deep.equal(answers);
    }
    const closed = await Promise.all(
      polls.map(
        async (_, i) => (await assembly<{ closesAt: number }>("pollRecord", [BigInt(i + 1)])).closesAt < world.now,
      ),
    );
    expect(closed).to.deep.equal([true, false]);
    const open = polls[1]?.answers.reduce((sum, count) => sum + count, 0) ?? 0;
    expect(open / 56).to.be.within(0.45, 0.55);

    const id = pollDraftId(account(world, pollDraft.by), pollDraft);
    const { seconders } = await assembly<{ seconders: number }>("draftRecord", [id]);
    expect(seconders).to.equal(pollDraft.seconders);
    expect(seconders).to.be.lessThan(Number(await assembly<bigint>("secondersNeeded")));
  });

  it("has a member to be expelled, off the roll and heard (M5)", async () => {
    const id = proposalId(motion("part-with-49"));
    const record = await assembly<{ excluded: number; kind: number; topic: number }>("proposalRecord", [id]);
    expect(record).to.include({ excluded: await seatOf(48), kind: Kind.Extraordinary, topic: Topic.People });
    const heard = await logsOf(assemblyDeskAbi, "Heard");
    expect(heard.map(({ args }) => (args as { member: string }).member)).to.deep.equal([
      getAddress(account(world, 48)),
    ]);
  });

  it("numbers members in the order of the roster", async () => {
    for (const person of roster().filter(({ leftDaysAgo }) => leftDaysAgo === undefined)) {
      const [id] = await read<[number, number]>(world.coop.register, memberRegisterAbi, "seatOf", [
        account(world, person.account),
      ]);
      expect(id).to.equal(memberId(person.account));
    }
  });

  it("has a draft that lacks one seconder", async () => {
    const needed = await assembly<bigint>("secondersNeeded");
    const missing = await Promise.all(
      drafts.map(async ({ key, by }) => {
        const id = draftId(account(world, by), motion(key));
        const { seconders } = await assembly<{ seconders: number }>("draftRecord", [id]);
        return Number(needed) - seconders;
      }),
    );
    expect(missing).to.include(1);
    expect(Math.min(...missing)).to.be.greaterThan(0);
  });

  it("has one payment that passed its delay and one that waits", async () => {
    const etas = await Promise.all(
      ["dispatch-phones", "auditor-again"].map((key) => assembly<bigint>("proposalEta", [proposalId(motion(key))])),
    );
    expect(Number(etas[0])).to.be.lessThan(world.now);
    expect(Number(etas[1])).to.be.greaterThan(world.now);
  });

  it("has one that was carried by class weight though more heads were against", async () => {
    const outcome = await assembly<{ inFavour: number; against: number }>("outcome", [
      proposalId(motion("night-bonus")),
    ]);
    expect(outcome.against).to.be.greaterThan(outcome.inFavour);
  });

  it("lets Ana's one vote decide the charging post", async () => {
    const id = proposalId(motion("charging-post"));
    const ana = account(world, 0);
    expect(await assembly<boolean>("hasVoted", [id, ana])).to.equal(false);
    const snapshot = await connection.provider.request({ method: "evm_snapshot" });
    const wallet = await connection.viem.getWalletClient(ana);
    const verdicts: string[] = [];
    for (const support of [1, 0]) {
      await wallet.writeContract({
        address: world.coop.assembly,
        abi: assemblyAbi,
        functionName: "castVote",
        args: [id, support],
      });
      verdicts.push(REASONS[(await assembly<{ reason: number }>("outcome", [id])).reason] ?? "");
    }
    await connection.provider.request({ method: "evm_revert", params: [snapshot] });
    expect(verdicts).to.deep.equal(["Carried", "MajorityMissed"]);
  });

  it("books what it holds: the funds' sum is the token balance", async () => {
    const { treasury } = world.coop;
    const funds = await Promise.all(
      [1, 2, 3, 4, 6, 7, 8, 9, 10, ...machines.flatMap((_, i) => OF_A_MACHINE.map((first) => first + i + 1))].map(
        (fund) => read<bigint>(treasury, treasuryAbi, "balanceOf", [fund, world.euro]),
      ),
    );
    expect(funds[0]).to.satisfy((held: bigint) => held > 30_000n * EURO);
    expect(funds[1]).to.satisfy((held: bigint) => held > 1_000n * EURO);
    expect(await read<bigint>(treasury, treasuryAbi, "unposted", [world.euro])).to.equal(0n);
    expect(await read<bigint>(treasury, treasuryAbi, "booked", [world.euro])).to.equal(
      funds.reduce((total, held) => total + held, 0n),
    );
    const shares = await read<bigint>(world.coop.shares, memberSharesAbi, "totalSupply");
    expect(funds[1]).to.equal(shares * EURO);
  });

  it("paid exactly what was carried out", async () => {
    const client = await connection.viem.getPublicClient();
    const logs = await client.getLogs({ address: world.coop.treasury, fromBlock: 0n });
    const moved = parseEventLogs({ abi: treasuryAbi, eventName: "Moved", logs });
    const paid = moved.filter(({ args }) => args.from === 1 && args.to === 0).map(({ args }) => args.amount);
    const [first, second] = spent.map(({ euros }) => BigInt(euros) * EURO);
    const periods = await declared();
    const tasks = forCoop.map(({ euros }) => BigInt(euros) * EURO);
    expect(paid).to.deep.equal([
      first,
      ...[periods[0]?.reserve, periods[0]?.dividends],
      ...[4_320n * EURO, 3_600n * EURO, second, tasks[0]],
      ...[periods[1]?.reserve, periods[1]?.dividends, tasks[1]],
    ]);
  });

  it("has applicants who wait, one who can join, one refused who appeals, and one who was not heard in time (M2, M3)", async () => {
    const of = (place: number) =>
      read<{ state: number; until: number; appealed: boolean }>(
        world.coop.register,
        memberRegisterAbi,
        "applicationOf",
        [account(world, place)],
      );
    const [waiting, accepted, refused] = [1, 2, 3];
    const standings = await Promise.all(applicants.map(({ who }) => of(Outsider[who])));
    expect(standings.map(({ state }) => state)).to.deep.equal([waiting, refused, waiting, accepted, waiting]);
    expect(standings.map(({ until }) => until > world.now)).to.deep.equal([false, true, true, true, true]);
    expect(standings.map(({ appealed }) => appealed)).to.deep.equal([false, true, false, false, false]);
    const draft = drafts.find(({ appeal }) => appeal);
    const id = draftId(account(world, Outsider.refused), motion(draft?.key ?? ""));
    const record = await assembly<{ appeal: boolean; seconders: number }>("draftRecord", [id]);
    expect(record).to.include({ appeal: true, seconders: draft?.seconders });
  });

  it("has a queue with one paid, two that can be paid now, and others whose notice runs (S2)", async () => {
    const { shares } = world.coop;
    const [head, next] = await read<[bigint, bigint]>(shares, memberSharesAbi, "queue");
    expect([head, next]).to.deep.equal([1n, 6n]);
    const ids = Array.from({ length: Number(next) }, (_, i) => BigInt(i));
    const entries = await Promise.all(
      ids.map((id) => read<{ units: bigint; payableFrom: number }>(shares, memberSharesAbi, "entry", [id])),
    );
    expect(entries.map(({ units }) => units > 0n)).to.deep.equal([false, true, true, true, true, true]);
    const payable = entries.filter(({ units, payableFrom }) => units > 0n && payableFrom <= world.now);
    expect(payable).to.have.lengthOf(2);
  });

  it("has interest posted by a resolution and taken by some, and a promise half way (S1, S4, S6)", async () => {
    const { shares } = world.coop;
    expect(await read<bigint>(shares, memberSharesAbi, "interestPeriods")).to.equal(1n);
    expect((await read<[bigint, bigint]>(shares, memberSharesAbi, "interestPeriod", [1n]))[1]).to.equal(200n);
    const client = await connection.viem.getPublicClient();
    const logs = await client.getLogs({ address: shares, fromBlock: 0n });
    const claimed = parseEventLogs({ abi: memberSharesAbi, eventName: "InterestClaimed", logs });
    expect(claimed.filter(({ args }) => args.units > 0n)).to.have.lengthOf(1);
    const holding = await read<{ units: bigint; promised: bigint }>(shares, memberSharesAbi, "holdingOf", [
      memberId(instalment.who),
    ]);
    expect(holding).to.deep.include({ units: 75n, promised: 75n });
  });

  it("has one recovery that waits and one that was only asked for (M6)", async () => {
    const { register } = world.coop;
    const of = (place: number) =>
      read<{ newAccount: string; readyAt: number }>(register, memberRegisterAbi, "recoveryOf", [memberId(place)]);
    const [first, second] = await Promise.all([of(Lost.first), of(Lost.second)]);
    expect(first.newAccount).to.equal(getAddress(account(world, Outsider.newPhone)));
    expect(first.readyAt).to.be.greaterThan(world.now);
    expect(BigInt(second.newAccount)).to.equal(0n);
    const asked = await read<[boolean, boolean, number]>(register, memberRegisterAbi, "attestationsOf", [
      memberId(Lost.second),
      account(world, Outsider.secondPhone),
    ]);
    expect(asked).to.deep.equal([true, false, 0]);
  });

  it("has one member suspended by two directors, and an act that a second director can carry out (M4, B1)", async () => {
    const { register, board } = world.coop;
    const until = (place: number) => read<number>(register, memberRegisterAbi, "suspendedUntil", [memberId(place)]);
    const ends = await Promise.all(suspensions.map(({ who }) => until(who)));
    expect(ends[0]).to.be.greaterThan(world.now);
    expect(ends[1]).to.equal(0);
    const act = await read<{ done: boolean }>(board, boardAbi, "act", [2n]);
    expect(act.done).to.equal(false);
    const snapshot = await connection.provider.request({ method: "evm_snapshot" });
    const { call } = carryOut(world, 1, account(world, BOARD[1] as number));
    const client = await connection.viem.getPublicClient();
    await connection.provider.request({ method: "eth_sendTransaction", params: [call] });
    expect(await until(suspensions[1]?.who ?? 0)).to.be.greaterThan(world.now);
    expect((await client.getBlock()).transactions).to.have.lengthOf(1);
    await connection.provider.request({ method: "evm_revert", params: [snapshot] });
  });

  it("has a reserve, a body that has accepted, and an opinion of the auditor (A1, A2)", async () => {
    const { reserve, audits } = world.coop;
    const client = await connection.viem.getPublicClient();
    const logs = await client.getLogs({ address: world.coop.market, fromBlock: 0n });
    const fees = parseEventLogs({ abi: jobMarketAbi, eventName: "Remitted", logs });
    const parts = [...(await declared()), ...fees.map(({ args }) => args)].map((part) => part.reserve);
    const booked = parts.reduce((sum, part) => sum + part, BigInt(gift.euros) * EURO);
    expect(await read<bigint>(reserve, reserveAbi, "booked")).to.equal(booked);
    expect(await read<string>(reserve, reserveAbi, "beneficiary")).to.equal(
      getAddress(account(world, Outsider.foundation)),
    );
    expect(await read<[bigint, bigint]>(audits, auditRegisterAbi, "counts")).to.deep.equal([1n, 0n]);
  });

  const machine = <T>(functionName: string, args: readonly unknown[]) =>
    read<T>(world.coop.machines, machineRegisterAbi, functionName, args);
  const bonds = <T>(functionName: string, args: readonly unknown[]) =>
    read<T>(world.coop.bonds, bondOfficeAbi, functionName, args);
  const income = <T>(functionName: string, args: readonly unknown[] = []) =>
    read<T>(world.coop.income, commonsIncomeAbi, functionName, args);

  it("has a machine in every state that one can be in, and its series", async () => {
    const states = await Promise.all(
      machines.map(async ({ key }) => {
        const { state } = await bonds<{ state: number }>("seriesOf", [numberOf(key)]);
        return [key, MACHINE_STATES[await machine<number>("stateOf", [numberOf(key)])], SERIES_STATES[state]];
      }),
    );
    expect(states).to.deep.equal([
      ["charging-point", "Let", "Redeemed"],
      ["wheelchair-van", "Let", "Live"],
      ["cargo-bikes", "Let", "Live"],
      ["cargo-trailer", "Idle", "None"],
      ["electric-minibus", "Ordered", "Bidding"],
    ]);
  });

  it("has a series that takes bids: several rates, one improved, short of its target so far (K2)", async () => {
    const id = numberOf("electric-minibus");
    const series = await bonds<{ closesAt: number; target: bigint; bidders: number }>("seriesOf", [id]);
    expect(series.closesAt).to.be.greaterThan(world.now + 86_400);
    expect(series.bidders).to.equal(5);
    const book = await bonds<bigint[]>("bookOf", [id]);
    expect(book.filter((offered) => offered > 0n)).to.have.lengthOf(5);
    const offered = book.reduce((sum, one) => sum + one, 0n);
    expect(offered * 2n > series.target && offered < series.target).to.equal(true);
    const improved = await bonds<{ amount: bigint; rate: number }>("bidOf", [id, account(world, 12)]);
    expect(improved).to.include({ amount: 6_000n * EURO, rate: 275 });
  });

  it("has a series that pays, with a coupon for Ana to claim and a refund for Chidi to collect (K3)", async () => {
    const id = numberOf("wheelchair-van");
    const [coupon] = await bonds<[bigint, bigint]>("claimable", [id, account(world, 0)]);
    expect(coupon > 10n * EURO).to.equal(true);
    const { refund } = await bonds<{ refund: bigint }>("bidOf", [id, account(world, TREASURER)]);
    expect(refund > 0n).to.equal(true);
    const [, arrears] = await machine<[bigint, bigint, bigint]>("rentOf", [id]);
    expect(arrears).to.equal(0n);
  });

  it("has a redeemed series, whose machine's rent is income but for the upkeep (K4)", async () => {
    const client = await connection.viem.getPublicClient();
    const logs = await client.getLogs({ address: world.coop.machines, fromBlock: 0n });
    const rents = parseEventLogs({ abi: machineRegisterAbi, eventName: "RentPaid", logs })
      .map(({ args }) => args)
      .filter(({ machineId }) => machineId === numberOf("charging-point"));
    const last = rents.at(-1);
    expect([last?.coupon, last?.principal]).to.deep.equal([0n, 0n]);
    expect((last?.income ?? 0n) + (last?.upkeep ?? 0n)).to.equal(250n * EURO);
    const [, due] = await bonds<[bigint, bigint]>("claimable", [numberOf("charging-point"), account(world, 6)]);
    expect(due > 0n).to.equal(true);
  });

  it("has a lease in arrears beyond the grace, which anybody can end, and then an auction", async () => {
    const id = numberOf("cargo-bikes");
    const { graceDays } = machineOf("cargo-bikes");
    const [, arrears, since] = await machine<[bigint, bigint, bigint]>("rentOf", [id]);
    expect(arrears).to.equal(420n * EURO);
    expect(Number(since) + graceDays * 86_400).to.be.lessThan(world.now);
    const snapshot = await connection.provider.request({ method: "evm_snapshot" });
    const wallet = await connection.viem.getWalletClient(account(world, Outsider.visitor));
    for (const functionName of ["endLease", "offer"] as const)
      await wallet.writeContract({ address: world.coop.machines, abi: machineRegisterAbi, functionName, args: [id] });
    expect((await machine<{ kind: number }>("auctionOf", [id])).kind).to.equal(1);
    await connection.provider.request({ method: "evm_revert", params: [snapshot] });
  });

  it("has an auction of rent under way, and its deposits (K6)", async () => {
    const found = await machine<{ kind: number; best: bigint; closesAt: number }>("auctionOf", [
      numberOf(givenBack.key),
    ]);
    const [first, second] = auction.bids;
    expect(found).to.include({ kind: 1, best: BigInt(second?.euros ?? 0) * EURO });
    expect(found.closesAt).to.be.greaterThan(world.now);
    const deposit = await machine<bigint>("depositOf", [account(world, first?.who ?? 0)]);
    expect(deposit).to.equal(BigInt(first?.euros ?? 0) * EURO);
  });

  it("has income posted for every member, and claimed by some (K4)", async () => {
    const [posted] = await income<[bigint, bigint]>("totals");
    expect(await income<bigint>("dueTo", [memberId(0)])).to.satisfy((due: bigint) => due > 10n * EURO);
    const client = await connection.viem.getPublicClient();
    const logs = await client.getLogs({ address: world.coop.income, fromBlock: 0n });
    const claimed = parseEventLogs({ abi: commonsIncomeAbi, eventName: "IncomeClaimed", logs });
    const paid = claimed.reduce((sum, { args }) => sum + args.amount, 0n);
    expect(posted > paid && paid > 0n).to.equal(true);
    expect(claimed.map(({ args }) => args.memberId)).to.deep.equal(incomeTaken.map(({ who }) => memberId(who)));
    expect(parseEventLogs({ abi: commonsIncomeAbi, eventName: "IncomePosted", logs })).to.have.lengthOf(12);
  });

  it("has a treasurer with a budget partly spent, and a guardian", async () => {
    const [role, fund, , left] = await read<[bigint, number, string, bigint, number]>(
      world.coop.treasury,
      treasuryAbi,
      "budgetOf",
      [1n],
    );
    expect([role, fund]).to.deep.equal([Role.Treasurer, 1]);
    expect(left).to.equal(295n * EURO);
    const holds = (role: bigint, place: number) =>
      read<boolean>(world.coop.authority, authorityAbi, "holds", [role, account(world, place)]);
    expect(await Promise.all([holds(Role.Treasurer, TREASURER), holds(Role.Guardian, GUARDIAN)])).to.deep.equal([
      true,
      true,
    ]);
  });

  it("has books that agree with its contracts", async function () {
    this.timeout(120_000);
    const rpc = await serveRpc(connection.provider);
    try {
      const { checks } = await audit({ rpc: rpc.url, coop: world.coop.directory });
      expect(checks.flatMap(({ differences }) => differences)).to.deep.equal([]);
      for (const { name, compared } of checks) expect(compared, name).to.be.greaterThan(0);
    } finally {
      await rpc.close();
    }
  });

  it("tells the same story every time", () => {
    expect(happenings(world)).to.deep.equal(happenings(world));
  });
});
