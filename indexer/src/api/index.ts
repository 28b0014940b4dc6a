// What the indexer answers over HTTP: GraphQL, SQL, tables as files, and how far it has read. It only reads.
import { db } from "ponder:api";
import schema from "ponder:schema";
import { type Context, Hono } from "hono";
import { client, graphql } from "ponder";
import { events } from "../../../books/projection/events.ts";
import { TABLES } from "../../../books/projection/tables.ts";
import type { Selecting } from "../../host/database.ts";
import { known } from "../../host/known.ts";
import { counts, lastEvent } from "../../host/progress.ts";
import { Reader } from "../../host/reader.ts";
import { settingsFrom } from "../../host/settings.ts";
import { tableCsv, tableJson } from "../../host/table-files.ts";
import { type Text, Texts } from "../../host/texts.ts";

const rows = db as unknown as Selecting;
const settings = settingsFrom(process.env);
const reader = new Reader(rows, known, settings.token);
const texts = new Texts(settings);
const SHAPES = new Map([events, ...TABLES].map((shape) => [shape.name, shape]));
const FORMS = {
  csv: { type: "text/csv; charset=utf-8", write: tableCsv },
  json: { type: "application/json; charset=utf-8", write: tableJson },
};

const app = new Hono();

/** What there is, for whoever opens the address itself. */
app.get("/", (c) =>
  c.json(["/health", "/graphql", "/tables", "/csv", "/feed.atom", "/calendar.ics", "/proposals/1/minutes.md"]),
);

app.use("/sql/*", client({ db, schema }));
app.use("/graphql", graphql({ db, schema }));

app.get("/last", async (c) => c.json(await lastEvent(rows, known)));
app.get("/counts", async (c) => c.json(await counts(rows, known)));

app.get("/tables", (c) =>
  c.json([...SHAPES.keys()].flatMap((name) => Object.keys(FORMS).map((form) => `/tables/${name}.${form}`))),
);

app.get("/tables/:file", async (c) => {
  const [name = "", form = ""] = c.req.param("file").split(".");
  const shape = SHAPES.get(name);
  if (!shape || !Object.hasOwn(FORMS, form))
    return c.json({ error: "There is no such table: /tables lists them." }, 404);
  const { type, write } = FORMS[form as keyof typeof FORMS];
  return c.body(await write(rows, known, shape), 200, { "content-type": type });
});

app.get("/csv", async (c) => c.json([...texts.files(await reader.state()).keys()].map((name) => `/csv/${name}`)));
app.get("/csv/:name{.+}", async (c) => send(c, texts.files(await reader.state()).get(c.req.param("name"))));
app.get("/feed.atom", async (c) => send(c, texts.feed(await reader.state(), nowIn(c))));

app.get("/calendar.ics", async (c) => {
  const member = c.req.query("member");
  return send(c, texts.calendar(await reader.state(), nowIn(c), member ? Number(member) : undefined));
});

app.get("/proposals/:number/minutes.md", async (c) =>
  send(c, texts.minutes(await reader.state(), Number(c.req.param("number")), nowIn(c))),
);

const send = (c: Context, found: Text | undefined) =>
  found
    ? c.body(found.text, 200, { "content-type": found.type })
    : c.json({ error: "There is nothing of this name: /csv and /tables list what there is." }, 404);

/** The chain's time, which the supervisor has just asked for. */
const nowIn = (c: Context): number => Number(c.req.header("x-chain-time") ?? Math.floor(Date.now() / 1_000));

export default app;
