// An HTTP JSON-RPC server in front of a chain in this process; a test can falsify what it delivers.
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

type Provider = { request: (call: { method: string; params?: unknown[] }) => Promise<unknown> };
type Call = { id: number; method: string; params?: unknown[] };
export type Falsify = (method: string, result: unknown, params: unknown[]) => unknown;

/** Thrown by a falsifier, it is the answer to the whole request. */
export class HttpAnswer extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(status: number, text = "", headers: Record<string, string> = {}) {
    super(text);
    this.status = status;
    this.headers = headers;
  }
}

/** Serves `provider` on a free port. */
export async function serveRpc(provider: Provider, falsify: Falsify = (_, result) => result) {
  const answer = async ({ id, method, params }: Call) => {
    try {
      const result = await falsify(method, await provider.request({ method, ...(params && { params }) }), params ?? []);
      return { jsonrpc: "2.0", id, result };
    } catch (error) {
      if (error instanceof HttpAnswer) throw error;
      const { message, code, data } = error as { message: string; code?: number; data?: unknown };
      return { jsonrpc: "2.0", id, error: { message, code: code ?? -32_000, data } };
    }
  };
  const server = createServer(async (request, response) => {
    const body = JSON.parse(await textOf(request)) as Call | Call[];
    try {
      const answers = Array.isArray(body) ? await Promise.all(body.map(answer)) : await answer(body);
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(answers));
    } catch (error) {
      const { status, headers, message } = error as HttpAnswer;
      response.writeHead(status, headers).end(message);
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}
