// The indexer on Ponder: the same rows as every other host, whatever becomes of the chain or of its process.
import { expect } from "chai";
import { liveInMarket } from "../audit/market-life.ts";
import { livedInCoop } from "../audit/story.ts";
import { at } from "../helpers/coop.ts";
import { health, type IndexerStage, indexerStage, query, READY_MS, until } from "./stage.ts";

type Life = Awaited<ReturnType<typeof livedInCoop>>;

describe("Indexer", function () {
  this.timeout(2 * READY_MS);
  let life: Life;
  let stage: IndexerStage;

  before(async () => {
    life = await livedInCoop();
    stage = await indexerStage(life);
  });
  after(() => stage.close());

  /** One after the other: of many at once the node here makes up the hashes only when it is asked for them. */
  const mine = async (blocks: number) => {
    for (let i = 0; i < blocks; i++) await life.chain.networkHelpers.mine();
  };
  const isUpToDate = async () => (await health(stage.indexer.url)).lag === 0;

  /** Positions on the open proposal, as the indexer has them, by wallet. */
  const positions = async (...wallets: number[]) => {
    const id = await life.open.id();
    const { ballots } = await query(
      stage.indexer.url,
      `{ ballots(where: { proposalId: "${id}" }, limit: 100) { items { voter support } } }`,
    );
    return wallets.map((i) => {
      const { address } = at(life.chain.wallets, i).account;
      const own = ({ voter }: { voter: string }) => voter.toLowerCase() === address.toLowerCase();
      return ballots.items.find(own)?.support;
    });
  };

  it("says that it is reading, and answers nothing else, until all is read", async () => {
    const { status } = await fetch(`${stage.indexer.url}/tables/members.csv`);
    expect(status).to.equal(503);
    expect((await health(stage.indexer.url)).why).to.match(/ask again in a moment/);
    // Killed in the middle of it, it begins again [case 116].
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await stage.indexer.cut();
    await stage.indexer.ready();
    expect(await health(stage.indexer.url)).to.include({ ready: true, chainId: 31337, refusals: 0 });
  });

  it("has the rows that memory has of the audit's own reading [case 118]", async () => {
    const lines = await stage.agree();
    expect(lines.ballots?.length).to.be.greaterThan(20);
    expect(lines.postings?.length).to.be.at.least(10);
  });

  it("answers GraphQL, SQL and files, and changes nothing", async () => {
    const { url } = stage.indexer;
    const { members } = await query(url, '{ members(limit: 1, orderBy: "id") { totalCount items { id status } } }');
    expect(members).to.deep.equal({ totalCount: 12, items: [{ id: 1, status: "active" }] });
    const sql = (text: string) =>
      fetch(
        `${url}/sql/db?${new URLSearchParams({ sql: JSON.stringify({ json: { sql: text, params: [], typings: [] } }) })}`,
      );
    const { rows } = await (await sql("select count(*) from members")).json();
    expect(rows.map(({ count }: { count: unknown }) => Number(count))).to.deep.equal([12]);
    expect((await sql("update members set status = 'left'")).ok).to.equal(false);
    expect((await fetch(`${url}/tables`, { method: "DELETE" })).status).to.equal(405);
    const csv = await (await fetch(`${url}/tables/classes.csv`)).text();
    expect(csv.split("\r\n").slice(0, 2)).to.deep.equal(["class,kind,name", "0,1,Drivers"]);
    expect((await fetch(`${url}/tables/nothing.csv`)).status).to.equal(404);
  });

  it("gives the export's files, the feed, the calendar and minutes", async () => {
    const text = async (path: string) => {
      const answer = await fetch(`${stage.indexer.url}${path}`);
      return answer.ok ? answer.text() : `${answer.status}`;
    };
    const names = JSON.parse(await text("/csv"));
    expect(names).to.include.members(["/csv/journal.hledger", "/csv/members/1.csv"]);
    expect(await text("/csv/movements.csv")).to.include("\r\n");
    expect(await text("/csv/nothing.csv")).to.equal("404");
    expect(await text("/feed.atom")).to.match(/<feed [\s\S]*Thank the workshop/);
    expect(await text("/calendar.ics")).to.match(/^BEGIN:VCALENDAR/);
    expect(await text("/proposals/1/minutes.md")).to.match(/Pay the workshop[\s\S]*## Outcome/);
    expect(await text("/proposals/99/minutes.md")).to.equal("404");
  });

  for (const [depth, voter] of [
    [1, 5],
    [3, 6],
    [64, 7],
  ] as const) {
    it(`takes rows back when the chain is reorganised ${depth} deep, and gives votes back with them [case 114]`, async () => {
      const snapshot = await life.chain.networkHelpers.takeSnapshot();
      const before = await positions(0, 3, voter);
      expect(before.slice(0, 2)).to.deep.equal([1, undefined]);
      await life.open.vote(3, 0);
      await life.open.vote(0, 2);
      await mine(depth);
      await until(async () => (await isUpToDate()) && String(await positions(0, 3)) === "2,0");

      await snapshot.restore();
      await life.chain.networkHelpers.time.increase(17);
      await life.open.vote(voter, 0);
      await mine(depth + 2);
      await stage.agree();
      expect(await positions(0, 3, voter)).to.deep.equal([1, undefined, 0]);
    });
  }

  it("goes on with the same rows after its process was killed while it followed the chain [case 116]", async () => {
    // Some of what it wrote is final by then.
    await mine(70);
    await until(isUpToDate);
    await stage.indexer.cut();
    await life.open.vote(2, 0);
    await stage.agree();
  });

  it("follows another chain at the same address, and serves nothing of the one before", async () => {
    const other = await liveInMarket(5, 40);
    expect(other.coop.directory).to.equal(life.coop.directory);
    const { instance } = await health(stage.indexer.url);
    stage.swap(other.chain.connection.provider as never);
    expect((await fetch(`${stage.indexer.url}/tables/members.csv`)).status).to.equal(503);
    await stage.indexer.ready();
    expect((await health(stage.indexer.url)).instance).to.not.equal(instance);
    const lines = await stage.agree();
    expect(lines.jobs?.length).to.be.greaterThan(0);
  });
});
