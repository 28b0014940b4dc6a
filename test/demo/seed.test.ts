// The demo's story: it must play to its end, and every proposal must stand where the story says.
import { expect } from "chai";
import hre from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";
import { type Abi, type Address, decodeEventLog, parseEventLogs } from "viem";
import { assemblyAbi, assemblyDeskAbi, memberRegisterAbi, memberSharesAbi, treasuryAbi } from "../../books/abi.ts";
import { EURO } from "../../scripts/demo/charter.ts";
import { draftId, type Motion, motionOf, proposalId } from "../../scripts/demo/motion.ts";
import { roster } from "../../scripts/demo/people.ts";
import { decided, putAgain } from "../../scripts/demo/proposals/decided.ts";
import { drafts, running } from "../../scripts/demo/proposals/running.ts";
import { deploy, firstBlockDate, happenings, seed } from "../../scripts/demo/seed.ts";
import { account, type World } from "../../scripts/demo/world.ts";

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
const proposals = [...decided, ...running];

describe("the demo's story", () => {
  let connection: NetworkConnection;
  let world: World;

  async function read<T>(address: Address, abi: Abi, functionName: string, args: readonly unknown[] = []): Promise<T> {
    const client = await connection.viem.getPublicClient();
    return (await client.readContract({ address, abi, functionName, args })) as T;
  }
  const assembly = <T>(functionName: string, args: readonly unknown[] = []) =>
    read<T>(world.coop.assembly, [...assemblyAbi, ...assemblyDeskAbi], functionName, args);
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
      [1, 2].map((fund) => read<bigint>(treasury, treasuryAbi, "balanceOf", [fund, world.euro])),
    );
    expect(funds[0]).to.satisfy((held: bigint) => held > 30_000n * EURO);
    expect(funds[1]).to.satisfy((held: bigint) => held > 1_000n * EURO);
    expect(await read<bigint>(treasury, treasuryAbi, "unposted", [world.euro])).to.equal(0n);
    expect(await read<bigint>(treasury, treasuryAbi, "booked", [world.euro])).to.equal(
      (funds[0] ?? 0n) + (funds[1] ?? 0n),
    );
    const shares = await read<bigint>(world.coop.shares, memberSharesAbi, "totalSupply");
    expect(funds[1]).to.equal(shares * EURO);
  });

  it("paid exactly what was carried out", async () => {
    const client = await connection.viem.getPublicClient();
    const logs = await client.getLogs({ address: world.coop.treasury, fromBlock: 0n });
    const paid = logs
      .map((log) => decodeEventLog({ abi: treasuryAbi, ...log }))
      .filter(({ eventName, args }) => eventName === "Moved" && "to" in args && args.to === 0)
      .map(({ args }) => ("amount" in args ? args.amount : 0n));
    expect(paid).to.deep.equal([4_320n * EURO, 3_600n * EURO]);
  });

  it("tells the same story every time", () => {
    expect(happenings(world)).to.deep.equal(happenings(world));
  });
});
