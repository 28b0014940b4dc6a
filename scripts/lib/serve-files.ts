// Serves a built single-page application, generated files and small services, to the local machine only.
import { createReadStream, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";
import { policyFor, THIS_MACHINE } from "./page-policy.ts";
import { HOST, requireFreePort } from "./ports.ts";

const CONTENT_TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

const SECURITY_HEADERS = {
  "content-security-policy": `${policyFor(THIS_MACHINE)}; frame-ancestors 'none'`,
  "cross-origin-opener-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};

const CACHE = { never: "no-store", ask: "no-cache", forever: "public, max-age=31536000, immutable" };

export type Site = {
  folder: string;
  /** Files made anew for every request, by path. */
  generated: Record<string, () => string>;
  /** Services of the same origin, by the first part of the paths that are theirs. */
  handlers?: Record<string, Handler>;
};
/** Answers a request whole, its failures too. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
export type SiteServer = { url: string; port: number; stop(): Promise<void> };

/** Serves the site on 127.0.0.1; port 0 picks any free one. */
export async function serveFiles(site: Site, port: number): Promise<SiteServer> {
  await requireFreePort(port);
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    const handler = handlerFor(site, request);
    if (handler) void handler(request, response);
    else send(answerTo(site, request), request.method !== "HEAD", response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, resolve);
  });
  const chosen = (server.address() as AddressInfo).port;
  return {
    url: `http://${HOST}:${chosen}`,
    port: chosen,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Answer = { status: number; type: string; cache: string; text?: string; file?: string };

function send(answer: Answer, withBody: boolean, response: ServerResponse): void {
  response.writeHead(answer.status, { "content-type": answer.type, "cache-control": answer.cache });
  if (withBody && answer.file) createReadStream(answer.file).pipe(response);
  else response.end(withBody ? answer.text : undefined);
}

function handlerFor({ handlers = {} }: Site, request: IncomingMessage): Handler | undefined {
  const first = pathOf(request)?.split("/")[1] ?? "";
  return Object.hasOwn(handlers, first) ? handlers[first] : undefined;
}

function answerTo({ folder, generated }: Site, request: IncomingMessage): Answer {
  if (request.method !== "GET" && request.method !== "HEAD") return refusal(405);
  const path = pathOf(request);
  if (path === undefined) return refusal(400);
  const make = generated[path];
  if (make) return { status: 200, type: typeOf(path), cache: CACHE.never, text: make() };
  const file = fileIn(folder, path) ?? (isPage(path) ? fileIn(folder, "/index.html") : undefined);
  if (file === undefined) return refusal(404);
  return { status: 200, type: typeOf(file), cache: path.startsWith("/assets/") ? CACHE.forever : CACHE.ask, file };
}

function refusal(status: number): Answer {
  return { status, type: typeOf(".txt"), cache: CACHE.never, text: `${status}\n` };
}

function typeOf(path: string): string {
  return CONTENT_TYPES[extname(path)] ?? "application/octet-stream";
}

/** The decoded path of the request, or nothing when it is not one or leads out of the folder. */
function pathOf(request: IncomingMessage): string | undefined {
  try {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://local").pathname);
    return path.includes("\0") || path.split(/[/\\]/).includes("..") ? undefined : path;
  } catch {
    return undefined;
  }
}

function fileIn(folder: string, path: string): string | undefined {
  const file = normalize(join(folder, path));
  if (!file.startsWith(normalize(folder) + sep)) return undefined;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** Addresses without a file ending belong to the application's own router. */
function isPage(path: string): boolean {
  return !path.startsWith("/assets/") && extname(path) === "";
}
