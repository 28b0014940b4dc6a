// The audit of an honest chain, and what it says when there is nothing to audit.
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "chai";
import { getAddress, toEventSelector } from "viem";
import type { Proposal } from "../../books/coop.ts";
import { verifyProof } from "../../books/export/verify-proof.ts";
import { outcomeOf } from "../../books/outcome.ts";
import { stateOf } from "../../books/state.ts";
import { AuditProblem } from "../../scripts/audit/problem.ts";
import { audit } from "../../scripts/audit/run.ts";
import { at, coopWith, perTest } from "../helpers/coop.ts";
import { falsifyFirst } from "./falsify.ts";
import { peopleStory } from "./people-story.ts";
import { serveRpc } from "./rpc-proxy.ts";
import { livedInCoop, TOPIC } from "./story.ts";

const ONLY_WITH_PEOPLE = [
  "attestations, each for one account",
  "requests for recovery and who attested them",
  "blocks that opinions are about, and who gave them",
];
const ONLY_WITH_MACHINES = [
  "leases and their arrears",
  "auctions and deposits",
  "rents, leases and auctions worked out again",
  "series of bonds and their schedules",
  "bids for bonds, one by one",
  "bids against those before them",
  "clearings and allotments worked out again",
  "units, coupons and principal, holder by holder",
  "schedules, coupons and principal worked out again",
];
const ONLY_WITH_JOBS = [
  "services that can be booked",
  "jobs, one by one",
  "jobs, their parties and terms worked out again",
  "splits, fees and points worked out again",
  "fees handed over, and work for the co-op",
  "surpluses and claims worked out again",
];
const VOTE_CAST = toEventSelector("VoteCast(address,uint256,uint8,uint256,string)");
const NOBODY = "0x00000000000000000000000000000000000000aa";
const run = promisify(execFile);

/** Runs the command itself. */
async function command(...list: string[]): Promise<{ code: number; text: string }> {
  try {
    const { stdout } = await run(process.execPath, ["scripts/audit/audit.ts", ...list]);
    return { code: 0, text: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, text: stdout + stderr };
  }
}

describe("Audit of a lived-in co-op", function () {
  this.timeout(60_000);
  const story = perTest(livedInCoop);
  let rpc: Awaited<ReturnType<typeof serveRpc>>;
  before(async () => {
    rpc = await serveRpc(story().chain.connection.provider);
  });
  after(() => rpc.close());

  it("finds that everything agrees, and has compared something in every check", async () => {
    const report = await audit({ rpc: rpc.url, coop: story().coop.directory });
    expect(report.checks.flatMap(({ differences }) => differences)).to.deep.equal([]);
    expect(report.agrees).to.equal(true);
    const idle = report.checks.filter(({ compared }) => compared === 0).map(({ name }) => name);
    // These find something to compare in the stories of people, of the commons and of the market.
    expect(idle).to.have.members([...ONLY_WITH_PEOPLE, ...ONLY_WITH_MACHINES, ...ONLY_WITH_JOBS]);
    expect(report.books.proposals.size).to.equal(9);
  });

  it("knows of the adjournment, the petition and the signed ballots", async () => {
    const { coop, adjournedIds, petitionedId } = story();
    const { books } = await audit({ rpc: rpc.url, coop: coop.directory });
    const proposal = (id: bigint | undefined) => books.proposals.get(String(id)) as Proposal;
    const [first, again] = adjournedIds.map(proposal) as [Proposal, Proposal];
    const fresh = { mayHold: true, mayAdjourn: true, relieved: false, everyClass: false };
    expect(first.derivedTerms).to.deep.equal(fresh);
    expect(again.derivedTerms).to.deep.equal({ ...fresh, mayAdjourn: false, relieved: true });
    expect([first, again].map((one) => stateOf(books, one, one.voteEnd + 1))).to.deep.equal(["adjourned", "passed"]);

    const petitioned = proposal(petitionedId);
    expect(petitioned.derivedTerms).to.deep.equal({ ...fresh, everyClass: true });
    expect(petitioned.petitioners.size).to.equal(3);
    expect(petitioned.ballots.size).to.equal(6);
    expect(outcomeOf(books, petitioned)).to.include({ verdict: "defeated", reason: "classAgainst", class: 1 });
  });

  it("knows of the expulsion, the proxies and the polls", async () => {
    const { coop, expulsionId, thankedId, open } = story();
    const { books } = await audit({ rpc: rpc.url, coop: coop.directory });
    const proposal = (id: bigint) => books.proposals.get(String(id)) as Proposal;
    const expulsion = proposal(expulsionId);
    expect(expulsion.derivedMotion).to.deep.equal({ kind: 2, topic: TOPIC.people, excluded: 3 });
    expect(expulsion.heard).to.have.length(1);
    expect(books.members.get(9)?.status).to.equal("expelled");
    const displaced = [...expulsion.ballots.values()].find(({ changes }) => changes === 1);
    expect(displaced).to.include({ support: 0, voter: getAddress(at(story().chain.wallets, 7).account.address) });
    expect(displaced?.byProxy).to.equal(undefined);

    const byProxy = (id: bigint) => [...proposal(id).ballots.values()].filter((ballot) => ballot.byProxy !== undefined);
    expect(byProxy(thankedId).map(({ seat, support }) => [seat, support])).to.deep.equal([[(2 << 24) | 2, 1]]);
    expect(byProxy(await open.id())).to.have.length(2);
    expect(proposal(thankedId).passedOver.map(({ why }) => why)).to.deep.equal([1]);
    expect([...books.polls.values()].map(({ answers }) => answers.size)).to.deep.equal([5, 5]);
  });

  it("agrees at an earlier block too, where less had happened", async () => {
    const { chain, coop, paid } = story();
    const { blockNumber } = at(await coop.assemblyContract.getEvents.VoteCast({}, { fromBlock: 0n }), 2);
    const report = await audit({ rpc: rpc.url, coop: coop.directory, block: Number(blockNumber) });
    expect(report.agrees).to.equal(true);
    expect(report.books.proposals.get(String(await paid.id()))?.ballots.size).to.equal(3);
    expect(Number(await chain.client.getBlockNumber())).to.be.greaterThan(report.block);
  });

  it("copes with an RPC that gives the logs of a few blocks at a time", async () => {
    const sparing = await serveRpc(story().chain.connection.provider, (method, result, params) => {
      const [{ fromBlock, toBlock } = {}] = params as { fromBlock?: string; toBlock?: string }[];
      const few = method !== "eth_getLogs" || Number(toBlock) - Number(fromBlock) < 5;
      if (few) return result;
      throw new Error("query returned more than 5 blocks");
    });
    try {
      const report = await audit({ rpc: sparing.url, coop: story().coop.directory });
      expect(report.agrees).to.equal(true);
      expect(report.books.proposals.size).to.equal(9);
    } finally {
      await sparing.close();
    }
  });

  it("says so when the RPC stops answering half way", async () => {
    const failing = await serveRpc(story().chain.connection.provider, (method, result) => {
      if (method !== "eth_getStorageAt") return result;
      throw new Error("too many requests");
    });
    try {
      const of = { rpc: failing.url, coop: story().coop.directory, tries: 2 };
      const outcome = await audit(of).catch((error) => error);
      expect(outcome).to.be.instanceOf(AuditProblem);
      expect(outcome.message)
        .to.match(/^The RPC at http.* stopped answering at block \d+ \(/)
        .and.not.contain("\n");
    } finally {
      await failing.close();
    }
  });

  it("prints a table and writes checks, books and proofs", async () => {
    const out = mkdtempSync(join(tmpdir(), "audit-"));
    try {
      const { code, text } = await command("--rpc", rpc.url, "--coop", story().coop.directory, "--out", out);
      expect(text)
        .to.contain("Everything agrees.")
        .and.match(/tallies by class and position +\d+ +agrees/);
      expect(code).to.equal(0);
      expect(JSON.parse(readFileSync(join(out, "checks.json"), "utf8")).agrees).to.equal(true);
      const journal = readFileSync(join(out, "journal.csv"), "utf8").trim().split("\n");
      expect(journal).to.have.length(1 + 2 * 5);
      expect(readdirSync(out)).to.include.members(["journal.hledger", "journal.beancount", "balance-sheet.csv"]);
      const proofs = readdirSync(join(out, "proofs")).map((name) => readFileSync(join(out, "proofs", name), "utf8"));
      expect(proofs).to.have.length(9);
      expect(proofs.flatMap((text) => verifyProof(JSON.parse(text)))).to.deep.equal([]);
    } finally {
      rmSync(out, { recursive: true });
    }
  });

  it("exits 1 on a difference, names its event, and writes what it found all the same", async () => {
    const twice = falsifyFirst(VOTE_CAST, (log) => [log, log]);
    const lying = await serveRpc(story().chain.connection.provider, twice);
    const out = mkdtempSync(join(tmpdir(), "audit-"));
    try {
      const { code, text } = await command("--rpc", lying.url, "--coop", story().coop.directory, "--out", out);
      expect(text).to.match(/The audit found a difference\. VoteCast \(block \d+, log 0\): .* came twice/);
      expect(code).to.equal(1);
      expect(JSON.parse(readFileSync(join(out, "checks.json"), "utf8")).agrees).to.equal(false);
      expect(readdirSync(out)).to.include.members(["journal.hledger", "proofs"]);
    } finally {
      rmSync(out, { recursive: true });
      await lying.close();
    }
  });

  it("says in one sentence why there is nothing to audit", async () => {
    const { directory, treasury } = story().coop;
    const cases: [string[], RegExp][] = [
      [["--rpc", rpc.url], /^This needs an RPC and a co-op/],
      [["--rpc", "nowhere", "--coop", directory], /not an http address/],
      [["--rpc", rpc.url, "--coop", "0x12"], /not an address/],
      [["--rpc", rpc.url, "--coop", directory, "--block", "x"], /not a block number/],
      [["--rpc", rpc.url, "--coop", directory, "--blok", "1"], /blok/],
      [["--rpc", rpc.url, "--coop", directory, "--block", "999999"], /is not there yet/],
      [["--rpc", "http://127.0.0.1:1", "--coop", directory], /No Ethereum RPC answers/],
      [["--rpc", rpc.url, "--coop", NOBODY], /There is no contract at/],
      [["--rpc", rpc.url, "--coop", treasury], /is not the directory of a co-op/],
    ];
    for (const [list, sentence] of cases) {
      const { code, text } = await command(...list);
      expect(text.trim()).to.match(sentence).and.not.contain("\n");
      expect(code, text).to.equal(2);
    }
  });
});

describe("Audit of a co-op in which people come, move and take their money out", function () {
  this.timeout(60_000);
  const story = perTest(peopleStory);

  it("finds that everything agrees, and compares what the other story has nothing of", async () => {
    const rpc = await serveRpc(story().chain.connection.provider);
    try {
      const report = await audit({ rpc: rpc.url, coop: story().coop.directory });
      expect(report.checks.flatMap(({ differences }) => differences)).to.deep.equal([]);
      for (const { name, compared } of report.checks.filter((one) => ONLY_WITH_PEOPLE.includes(one.name))) {
        expect(compared, name).to.be.greaterThan(0);
      }
      const { books } = report;
      expect([books.applications.size, books.recoveries.size, books.acts.size]).to.deep.equal([3, 2, 5]);
      expect(books.shares.writeDowns[0]?.cut).to.equal(50n);
      expect(books.shares.queue.map(({ units }) => units)).to.deep.equal([0n, 0n, 100n, 20n]);
      expect(books.reserve.booked).to.equal(0n);
      expect(books.certificates.get(1)).to.include({ amount: 77_000_000n, covered: 70_000_000n });
    } finally {
      await rpc.close();
    }
  });
});

describe("Audit of a co-op without proposals", function () {
  this.timeout(60_000);

  it("agrees", async () => {
    const { chain, coop } = await coopWith();
    const rpc = await serveRpc(chain.connection.provider);
    try {
      const report = await audit({ rpc: rpc.url, coop: coop.directory });
      expect(report.checks.flatMap(({ differences }) => differences)).to.deep.equal([]);
      expect(report.agrees).to.equal(true);
    } finally {
      await rpc.close();
    }
  });
});
