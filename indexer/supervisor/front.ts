// The one address of the indexer. Hands requests on to the Ponder process as long as its rows are known to be of this chain, and says
// in one sentence why not otherwise. Nothing can be changed through it.
import { createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import type { AddressInfo } from "node:net";

const HOST = "127.0.0.1";

/** Where to hand a request on, and with which headers; or why nobody answers it. */
export type Standing = { url: string; headers: Record<string, string> } | { why: string };
export type Front = { url: string; port: number; stop(): Promise<void> };

export async function openFront(
  port: number,
  standing: () => Promise<Standing>,
  health: () => Promise<{ ok: boolean } & Record<string, unknown>>,
): Promise<Front> {
  const server = createServer((request, response) => {
    answer(request, response, standing, health).catch((error: unknown) => {
      if (!response.headersSent) refuse(response, 503, `The indexer could not answer (${String(error)}): ask again.`);
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, resolve);
  });
  const chosen = (server.address() as AddressInfo).port;
  return {
    url: `http://${HOST}:${chosen}`,
    port: chosen,
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  standing: () => Promise<Standing>,
  health: () => Promise<{ ok: boolean } & Record<string, unknown>>,
): Promise<void> {
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("x-content-type-options", "nosniff");
  const { pathname } = new URL(request.url ?? "/", "http://local");
  if (!isReading(request.method, pathname)) {
    refuse(response, 405, "Everything here can only be read: use GET, or POST for /graphql.");
    return;
  }
  if (pathname === "/health") {
    const { ok, ...told } = await health();
    response.writeHead(ok ? 200 : 503, { "content-type": "application/json", "cache-control": "no-store" });
    response.end(`${JSON.stringify(told)}\n`);
    return;
  }
  const where = await standing();
  if ("why" in where) refuse(response, 503, where.why);
  else await handOn(request, response, where);
}

function isReading(method: string | undefined, path: string): boolean {
  return method === "GET" || method === "HEAD" || method === "OPTIONS" || (method === "POST" && path === "/graphql");
}

function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store", "retry-after": "1" });
  response.end(`${JSON.stringify({ error: why })}\n`);
}

function handOn(
  request: IncomingMessage,
  response: ServerResponse,
  { url, headers }: { url: string; headers: Record<string, string> },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const onward = send(`${url}${request.url}`, {
      method: request.method,
      headers: { ...request.headers, ...headers },
    });
    onward.on("response", (answered) => {
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(response);
      answered.once("end", resolve);
      answered.once("error", reject);
    });
    onward.once("error", reject);
    response.once("close", () => onward.destroy());
    request.pipe(onward);
  });
}
