// The relay over HTTP: what it takes, and how it says no.
import { getConnInfo } from "@hono/node-server/conninfo";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import type { Address } from "../books/event.ts";
import type { RelayAnswer, RelayNotice } from "../books/relay.ts";
import type { House } from "./chain.ts";
import type { Taken } from "./intake.ts";
import { isKind, KINDS } from "./kinds.ts";
import type { Limits } from "./limits.ts";
import type { Metrics } from "./metrics.ts";
import type { Kept, Paper } from "./paper.ts";
import { Refusal } from "./refusal.ts";
import type { Settings } from "./settings.ts";

export type Door = {
  take: (paper: Paper) => Promise<Taken>;
  house: () => Promise<House>;
  paper: (id: string) => Promise<(Kept & { hash?: `0x${string}` }) | undefined>;
  health: () => Promise<{ ok: boolean; [what: string]: unknown }>;
  gather: () => Promise<void>;
  address: Address;
  settings: Settings;
  limits: Limits;
  metrics: Metrics;
};

const LONGEST_BODY = 256 * 1024;
const MOST_IN_ONE = 200;
/** So much more a refused paper costs than one that is kept. */
const REFUSED_COST = 4;

export function app(door: Door): Hono {
  const { metrics } = door;
  const hono = new Hono();
  // Pages of any co-op may hand in what their members signed: nothing here goes by cookies.
  hono.use(cors({ origin: "*", allowMethods: ["GET", "POST"], maxAge: 86_400 }));
  hono.use(async (c, next) => {
    c.header("cache-control", "no-store");
    c.header("x-content-type-options", "nosniff");
    await next();
  });
  hono.use(bodyLimit({ maxSize: LONGEST_BODY, onError: (c) => refuse(c, tooLong(), metrics) }));
  hono.get("/", async (c) => c.json(await notice(door)));
  hono.get("/health", async (c) => {
    const health = await door.health();
    return c.json(health, health.ok ? 200 : 503);
  });
  hono.get("/metrics", async (c) => {
    await door.gather();
    return c.text(metrics.text(), 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
  });
  hono.get("/receipts/:id", async (c) => {
    limit(door, c, 1);
    const paper = await door.paper(c.req.param("id").toLowerCase());
    if (!paper) throw unknownReceipt();
    const { state, acceptedAt, postBy, hash } = paper;
    return c.json({ state, acceptedAt, postBy, transaction: hash ?? null });
  });
  hono.post("/papers", (c) => takePapers(door, c));
  hono.notFound((c) =>
    refuse(c, new Refusal(404, "nothing-here", "There is nothing here. Send ballots to /papers."), metrics),
  );
  hono.onError((error, c) => refuse(c, error instanceof Refusal ? error : failed(error), metrics));
  return hono;
}

/** One paper, or `{"papers": [...]}`: then each has its own answer, in the same order. */
async function takePapers(door: Door, c: Context): Promise<Response> {
  limit(door, c, 1);
  const body = await readBody(c);
  if (!Array.isArray(body.papers)) {
    const answer = await takeOne(door, c, body);
    return "error" in answer ? c.json(answer, answer.status as never) : c.json(answer);
  }
  if (body.papers.length > MOST_IN_ONE) {
    throw new Refusal(413, "too-many", `One request takes ${MOST_IN_ONE} ballots at most. Send them in parts.`);
  }
  limit(door, c, body.papers.length / 10);
  return c.json({ answers: await Promise.all(body.papers.map((paper) => takeOne(door, c, paper))) });
}

async function takeOne(door: Door, c: Context, said: unknown): Promise<(RelayAnswer & { status?: number }) & object> {
  const { take, house, metrics, limits } = door;
  try {
    const body = objectOf(said);
    // A receipt of another relay is as good as what stands in it.
    const inside = "paper" in body ? objectOf(body.paper) : body;
    if (!isKind(inside.kind)) throw new Refusal(400, "unknown-kind", "The relay does not know this kind of ballot.");
    const taken = await take(KINDS[inside.kind].read(inside, await house()));
    metrics.add("relay_ballots_accepted_total");
    return taken;
  } catch (error) {
    const refusal = error instanceof Refusal ? error : failed(error);
    limits.charge(whoAsks(door, c), REFUSED_COST);
    metrics.add("relay_refused_total", 1, `code=${refusal.code}`);
    return { code: refusal.code, error: refusal.message, status: refusal.status };
  }
}

async function notice({ house, address, settings }: Door): Promise<RelayNotice> {
  const { chainId, directory, assembly, aggregates } = await house();
  const kinds = Object.keys(KINDS).filter((kind) => aggregates || !kind.startsWith("bls"));
  return { chainId, directory, assembly, relay: address, kinds, margin: settings.margin };
}

function limit(door: Door, c: Context, cost: number): void {
  if (door.limits.take(whoAsks(door, c), cost)) return;
  throw new Refusal(429, "too-fast", "Too many requests come from your address. Wait a few seconds and try again.");
}

function whoAsks({ settings }: Door, c: Context): string {
  const forwarded = settings.trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return forwarded ?? getConnInfo(c).remote.address ?? "";
}

async function readBody(c: Context): Promise<Record<string, unknown>> {
  if (!/^application\/json\b/i.test(c.req.header("content-type") ?? "")) {
    throw new Refusal(415, "not-json", "Only JSON is taken here: send it with the content type application/json.");
  }
  const text = await c.req.text();
  try {
    return objectOf(JSON.parse(text));
  } catch {
    throw new Refusal(400, "not-json", "The request is not a JSON object. Make it again on the co-op's page.");
  }
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Refusal(400, "malformed", "A ballot is a JSON object. Make it again on the co-op's page.");
}

function refuse(c: Context, { status, code, message }: Refusal, metrics: Metrics): Response {
  metrics.add("relay_refused_total", 1, `code=${code}`);
  if (status === 429 || status === 503) c.header("retry-after", "5");
  return c.json({ code, error: message }, status as never);
}

function failed(error: unknown): Refusal {
  console.error(error);
  return new Refusal(
    500,
    "failed",
    "The relay failed, and it is not certain that it has your ballot. Send it again, or vote directly.",
  );
}

const tooLong = () =>
  new Refusal(413, "too-long", `The request is longer than ${LONGEST_BODY / 1024} kB. Send fewer ballots at once.`);
const unknownReceipt = () =>
  new Refusal(
    404,
    "no-such-receipt",
    "The relay has no such ballot: a newer one took its place, or it was never here.",
  );
