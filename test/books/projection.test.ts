// The projection: after any stream, what was written row by row is what the books have.
import { expect } from "chai";
import type { BookEvent } from "../../books/event.ts";
import { MemoryStore } from "../../books/projection/memory.ts";
import { Projection } from "../../books/projection/projection.ts";
import type { ColumnType, Row } from "../../books/projection/table.ts";
import { TABLES } from "../../books/projection/tables.ts";
import { commonsStory } from "../audit/commons-story.ts";
import { liveInMarket } from "../audit/market-life.ts";
import { marketStory } from "../audit/market-story.ts";
import { peopleStory } from "../audit/people-story.ts";
import { serveRpc } from "../audit/rpc-proxy.ts";
import { livedInCoop } from "../audit/story.ts";
import { eventsOf, inMemory, linesOf, SHAPES } from "../indexer/rows.ts";
import { account, hash, storyteller } from "./sample.ts";

const FITS: Record<ColumnType, (cell: unknown) => boolean> = {
  text: (cell) => typeof cell === "string",
  number: Number.isSafeInteger,
  time: Number.isSafeInteger,
  amount: (cell) => typeof cell === "bigint",
  flag: (cell) => typeof cell === "boolean",
  json: (cell) => JSON.stringify(cell) !== undefined,
};

type Lived = {
  chain: { connection: { provider: Parameters<typeof serveRpc>[0] } };
  coop: { directory: `0x${string}` };
};

const LIVES: Record<string, () => Promise<Lived>> = {
  "a bit of everything": livedInCoop,
  "members who come, go, lose accounts and are expelled": peopleStory,
  "machines, bonds and income": commonsStory,
  "jobs, points and dividends": marketStory,
  "a market in which the dice decide": () => liveInMarket(3, 120),
};

describe("Projection", function () {
  this.timeout(120_000);
  const filled = new Set<string>();

  for (const [name, live] of Object.entries(LIVES)) {
    it(`has written every row as the books have it, after ${name}`, async () => {
      const { chain, coop } = await live();
      const rpc = await serveRpc(chain.connection.provider);
      const told = await eventsOf(rpc.url, coop.directory).finally(() => rpc.close());
      const { projection, lines } = await inMemory(told);
      expect(projection.state.refusals).to.deep.equal([]);
      expect(lines.events).to.have.length(told.events.length);
      for (const table of TABLES) {
        const rows = [...table.all(projection.state)];
        expect(lines[table.name], table.name).to.deep.equal(linesOf(table, rows));
        for (const row of rows) checkCells(table.name, row);
        if (rows.length > 0) filled.add(table.name);
      }
    });
  }

  it("had rows in every table whose keys events must name, so that each was compared", function () {
    if (filled.size === 0) this.skip();
    const empty = TABLES.map(({ name }) => name).filter((name) => !filled.has(name));
    expect(empty).to.have.members([...ONLY_GROWING, ...IN_NO_LIFE_HERE]);
  });

  it("follows the draft of a poll until it opens", async () => {
    const { tell } = storyteller();
    const question = { question: "When?", options: ["Early", "Late"] };
    const drafted = (draftId: bigint) =>
      tell("assembly", "PollDrafted", { draftId, proposer: account(1), ...question });
    const seconded = (draftId: bigint) => tell("assembly", "Seconded", { draftId, seconder: account(2), seconders: 1 });
    const opened = tell("assembly", "PollOpened", {
      pollId: 1n,
      draftId: 7n,
      proposer: account(1),
      closesAt: 2_000_000_000,
      ...question,
      rolls: [],
      serials: [],
    });
    const events = [drafted(7n), seconded(7n), drafted(8n), tell("assembly", "DraftWithdrawn", { draftId: 8n })];
    const { store, projection } = await inMemory(stream(...events.map(renumbered), renumbered(opened, events.length)));
    expect(projection.state.refusals).to.deep.equal([]);
    const rows = store.all("poll_drafts").map(({ id, state, seconders, pollId }) => [id, state, seconders, pollId]);
    expect(rows).to.deep.equal([
      [7n, "noticed", [account(2)], 1],
      [8n, "withdrawn", [], null],
    ]);
  });

  it("names what can not be, keeps what was there, and goes on [case 115]", async () => {
    const { tell } = storyteller();
    const declared = tell("register", "ClassDeclared", { class: 0, kind: 1, name: "Drivers" });
    const admitted = tell("register", "Admitted", {
      memberId: 1,
      account: account(1),
      seat: 1,
      commitment: hash(1),
    });
    const missed = tell("register", "Admitted", { memberId: 3, account: account(3), seat: 3, commitment: hash(3) });
    const later = tell("register", "ClassDeclared", { class: 1, kind: 2, name: "Riders" });
    const { store } = await inMemory(stream(declared, admitted, admitted, missed, declared, later));
    expect(store.all("members").map(({ id }) => id)).to.deep.equal([1]);
    expect(store.all("classes").map(({ name }) => name)).to.deep.equal(["Drivers", "Riders"]);
    expect(store.all("refusals").map(({ why }) => why)).to.deep.equal([
      "Admitted (block 2, log 0) came twice.",
      "Admitted (block 3, log 0) admits member 3; the next is member 2.",
      "ClassDeclared (block 1, log 0) came after a later log.",
    ]);
    expect(store.all("events").map(({ block }) => block)).to.deep.equal([1n, 2n, 3n, 4n]);
  });

  it("goes on from books that were made again", async () => {
    const { tell } = storyteller();
    const first = tell("register", "ClassDeclared", { class: 0, kind: 1, name: "Drivers" });
    const second = tell("register", "ClassDeclared", { class: 1, kind: 2, name: "Riders" });
    const projection = new Projection(TOKEN);
    projection.replay(first);
    const store = new MemoryStore();
    await projection.apply(second, store);
    expect(store.all("classes").map(({ name }) => name)).to.deep.equal(["Riders"]);
  });
});

const TOKEN = { address: account(0xe0), symbol: "tEUR", decimals: 6 };

/** Lists that only grow need no keys. */
const ONLY_GROWING = [
  "refusals",
  "disagreements",
  "market_disagreements",
  "former_offices",
  "minutes",
  "outside_calls",
];
const IN_NO_LIFE_HERE = ["poll_drafts"];

/** In the order in which they are listed. */
const renumbered = (event: BookEvent, i: number): BookEvent => ({ ...event, blockNumber: BigInt(i + 1) });

const stream = (...events: BookEvent[]) => ({ events, token: TOKEN });

function checkCells(name: string, row: Row): void {
  const columns = SHAPES.find((shape) => shape.name === name)?.columns ?? {};
  expect(Object.keys(row).sort(), name).to.deep.equal(Object.keys(columns).sort());
  for (const [column, type] of Object.entries(columns)) {
    const cell = row[column];
    expect(cell === null || FITS[type](cell), `${name}.${column}: ${String(cell)}`).to.equal(true);
  }
}
