// The service over HTTP: paths and methods to requests, refusals to JSON. It needs no framework and listens nowhere itself: whoever
// serves the pages hands it what comes to /documents and /keys.
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Place } from "../envelope/place.ts";
import { readJson } from "./body.ts";
import { Refusal } from "./refusal.ts";
import {
  addressOf,
  deleteDocument,
  exportFor,
  getDocument,
  getKey,
  getKeys,
  hashOf,
  putDocument,
  putKey,
  type Shop,
} from "./requests.ts";
import type { Store } from "./store.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
type Methods = Partial<Record<string, () => object | Promise<object>>>;

/** The first part of every path that is the service's. */
export const PATHS = ["documents", "keys"] as const;

export function documentHandler(store: Store, place: Place): Handler {
  const shop: Shop = { store, place };
  return async (request, response) => {
    try {
      const url = new URL(request.url ?? "/", "http://local");
      if (url.pathname === "/documents/export") return await sendExport(shop, request, response, url);
      const methods = methodsOf(shop, url, () => readJson(request));
      const answer = methods[request.method ?? ""];
      if (!answer) throw methodRefused(response, Object.keys(methods));
      send(response, 200, await answer());
    } catch (error) {
      refuse(request, response, error);
    }
  };
}

function methodsOf(shop: Shop, url: URL, body: () => Promise<Record<string, unknown>>): Methods {
  const [, room, name, ...more] = url.pathname.split("/");
  const accounts = url.searchParams.get("accounts");
  if (room === "keys" && !name && accounts !== null) return { GET: () => getKeys(shop, accounts) };
  if (name && more.length === 0 && room === "keys") {
    const account = addressOf(name);
    return { GET: () => getKey(shop, account), PUT: async () => putKey(shop, account, await body()) };
  }
  if (name && more.length === 0 && room === "documents") {
    const hash = hashOf(name);
    return {
      GET: () => getDocument(shop, hash),
      PUT: async () => putDocument(shop, hash, await body()),
      DELETE: async () => deleteDocument(shop, hash, await body()),
    };
  }
  throw new Refusal(404, "There is nothing here. Ask for /documents/ and a fingerprint, or for /keys/ and an account.");
}

async function sendExport(shop: Shop, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  if (request.method !== "GET") throw methodRefused(response, ["GET"]);
  const account = addressOf(url.searchParams.get("account"));
  response.writeHead(200, {
    "content-type": "application/x-ndjson; charset=utf-8",
    "content-disposition": 'attachment; filename="documents.ndjson"',
    "cache-control": "no-store",
  });
  // A reader who hangs up in the middle is no trouble of the service's.
  await pipeline(Readable.from(exportFor(shop, account)), response).catch(() => {});
}

function methodRefused(response: ServerResponse, allowed: string[]): Refusal {
  response.setHeader("allow", allowed.join(", "));
  return new Refusal(405, `This address takes ${allowed.join(", ")} only. Use the co-op's page.`);
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  // Whoever hung up in the middle hears nothing.
  if (request.destroyed && !request.complete) return;
  if (!(error instanceof Refusal)) console.error(error);
  // What was not read of a request is not waited for.
  if (!request.complete) response.setHeader("connection", "close");
  const { status, message } =
    error instanceof Refusal
      ? error
      : new Refusal(
          500,
          "The document service failed, and nothing is certain to be kept. Tell whoever runs it, and try again later.",
        );
  send(response, status, { error: message });
}

function send(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
  response.end(JSON.stringify(value));
}
