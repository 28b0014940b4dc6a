// What the indexer answers over HTTP: GraphQL, SQL, tables as files, and how far it has read. It only reads.
import { db } from "ponder:api";
import schema from "ponder:schema";
import { Hono } from "hono";
import { client, graphql } from "ponder";
import { events } from "../../../books/projection/events.ts";
import { TABLES } from "../../../books/projection/tables.ts";
import type { Selecting } from "../../host/database.ts";
import { known } from "../../host/known.ts";
import { counts, lastEvent } from "../../host/progress.ts";
import { tableCsv, tableJson } from "../../host/table-files.ts";

const rows = db as unknown as Selecting;
const SHAPES = new Map([events, ...TABLES].map((shape) => [shape.name, shape]));
const FORMS = {
  csv: { type: "text/csv; charset=utf-8", write: tableCsv },
  json: { type: "application/json; charset=utf-8", write: tableJson },
};

const app = new Hono();

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

export default app;
