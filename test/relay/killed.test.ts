// A relay that is killed at any instant, started again, and killed again: what it accepted is counted, once.
// ROUNDS=200 npm test -- test/relay/killed.test.ts; with DATABASE_URL on that server, on a database that is empty.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { serveRpc } from "../audit/rpc-proxy.ts";
import { at, type Chain, type Coop } from "../helpers/coop.ts";
import { ballotOf, memberOf, openVote, relayAt, relayHouse } from "./house.ts";

const ROUNDS = Number(process.env.ROUNDS ?? 12);
const MEMBERS = 30;
const A_ROUND = 8;
const VOTES = Math.ceil((ROUNDS * A_ROUND) / MEMBERS) + 1;
const OPENING_MS = 2_000;
const WORKING_MS = 700;
const BLOCK_MS = 60;

type Promised = { vote: number; member: number; support: number };

describe("Relay: killed at any instant", function () {
  this.timeout(60_000 + ROUNDS * 10_000);
  let chain: Chain;
  let coop: Coop;
  let folder: string;
  let store: string;
  let rpc: Awaited<ReturnType<typeof serveRpc>>;
  let child: ChildProcess | undefined;
  const votes: bigint[] = [];
  before(async () => {
    ({ chain, coop } = await relayHouse(MEMBERS));
    for (let i = 0; i < VOTES; i++) votes.push((await openVote(chain, coop)).id);
    folder = mkdtempSync(join(tmpdir(), "relay-killed-"));
    store = process.env.DATABASE_URL ?? folder;
    rpc = await serveRpc(chain.connection.provider as never);
    // Transactions wait for a block, so that the relay is killed while they do.
    await chain.connection.provider.request({ method: "evm_setAutomine", params: [false] });
    await chain.connection.provider.request({ method: "evm_setIntervalMining", params: [BLOCK_MS] });
  });
  after(async () => {
    child?.kill("SIGKILL");
    await chain.connection.provider.request({ method: "evm_setIntervalMining", params: [0] });
    await rpc.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it(`loses no accepted ballot and posts none twice, ${ROUNDS} times [case 121]`, async () => {
    const promised: Promised[] = [];
    let asked = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const running = fork("test/relay/killed-relay.ts", [rpc.url, coop.directory, store], { stdio: "ignore" });
      child = running;
      const dead = once(running, "exit");
      let alive = true;
      dead.then(() => {
        alive = false;
      });
      const kill = () => running.kill("SIGKILL");
      // One life in four may end while the store is still being made or opened; the others end in the middle of their work.
      if (round % 4 === 0) setTimeout(kill, Math.random() * OPENING_MS);
      const url = await Promise.race([once(running, "message").then(([told]) => String(told)), dead.then(() => "")]);
      setTimeout(kill, Math.random() * WORKING_MS);
      while (alive && url !== "" && asked < (round + 1) * A_ROUND) {
        const ballot = { vote: Math.floor(asked / MEMBERS), member: asked % MEMBERS, support: asked % 4 };
        asked += 1;
        if (await accepted(url, ballot)) promised.push(ballot);
      }
      await dead;
    }
    const stand = await relayAt(chain, coop, { folder: store, settings: { depth: 2, patience: 1 } });
    try {
      await untilDone(stand);
      expect(promised.length, "accepted").to.be.greaterThan(ROUNDS / 4);
      const told = await counted();
      for (const { vote, member, support } of promised) {
        const seat = await seatOf(member);
        expect(told.get(`${at(votes, vote)} ${seat}`), `vote ${vote}, member ${member}`).to.deep.equal([support]);
      }
      for (const [who, times] of told) expect(times, who).to.have.lengthOf(1);
      const passedOver = await coop.deskContract.getEvents.BallotPassedOver({}, { fromBlock: 0n });
      expect(passedOver).to.deep.equal([]);
      if (process.env.ROUNDS)
        console.log(`      ${ROUNDS} rounds, ${asked} handed in, ${promised.length} accepted, ${told.size} counted`);
    } finally {
      await stand.stop();
    }
  });

  async function accepted(url: string, { vote, member, support }: Promised): Promise<boolean> {
    const body = JSON.stringify(await ballotOf(coop, at(votes, vote), member, support));
    const request = { method: "POST", headers: { "content-type": "application/json" }, body };
    // Whoever is not answered was promised nothing.
    return fetch(`${url}/papers`, request).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  async function untilDone(stand: Awaited<ReturnType<typeof relayAt>>) {
    for (let look = 0; look < 200; look++) {
      await stand.look();
      await stand.relay.gather();
      const { metrics } = stand.relay;
      const left = ["waiting", "sent"].map((state) => metrics.of(`relay_papers{state="${state}"}`));
      if (left.every((count) => count === 0)) return;
      await chain.networkHelpers.mine();
    }
    expect.fail("ballots are still on their way");
  }

  const seatOf = async (member: number) => (await coop.registerContract.read.seatOf([memberOf(member).address]))[1];

  /** Every ballot that the chain has counted, by vote and seat. */
  async function counted() {
    const told = new Map<string, number[]>();
    for (const { args } of await coop.deskContract.getEvents.SignedBallotsCast({}, { fromBlock: 0n })) {
      const ballots = Buffer.from((args.ballots ?? "0x").slice(2), "hex");
      for (let i = 0; i < ballots.length; i += 5) {
        const key = `${args.proposalId} ${ballots.readUInt32BE(i + 1)}`;
        told.set(key, [...(told.get(key) ?? []), ballots.readUInt8(i)]);
      }
    }
    return told;
  }
});
