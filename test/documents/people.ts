// People with accounts of their own, and a service that keeps their documents in a folder of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Address, Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { commitmentOf, type Opening, salted } from "../../documents/envelope/commitment.ts";
import type { Envelope, PublicEnvelope } from "../../documents/envelope/envelope.ts";
import type { Place } from "../../documents/envelope/place.ts";
import { deriveReadingKey, type ReadingKey, readingKeyText } from "../../documents/envelope/readingKey.ts";
import { seal } from "../../documents/envelope/seal.ts";
import { deleteText, keepText, keyText } from "../../documents/envelope/signed.ts";
import { documentHandler } from "../../documents/service/handler.ts";
import { type Limits, Store } from "../../documents/service/store.ts";
import { type SiteServer, serveFiles } from "../../scripts/lib/serve-files.ts";

export const PLACE: Place = { chainId: 31337, directory: `0x${"c0".repeat(20)}` };

export type Person = {
  account: Address;
  reading: ReadingKey;
  sign: (message: string) => Promise<Hex>;
};

export async function person(number: number, place = PLACE): Promise<Person> {
  const wallet = privateKeyToAccount(`0x${number.toString(16).padStart(64, "0")}`);
  const sign = (message: string) => wallet.signMessage({ message });
  const account = wallet.address.toLowerCase() as Address;
  return { account, sign, reading: await deriveReadingKey(await sign(readingKeyText(place)), account, place) };
}

export type Written = { hash: Hex; envelope: Envelope; opening: Opening };

export async function sealed(
  author: Person,
  readers: readonly Person[],
  text = "What only some may read.",
): Promise<Written> {
  const opening = salted(text);
  const keys = readers.map(({ account, reading }) => ({ account, key: reading.public }));
  const hash = commitmentOf(opening);
  return { hash, envelope: await seal(opening, hash, author.account, keys), opening };
}

export function shown(author: Person, text = "What everybody may read."): Written & { envelope: PublicEnvelope } {
  const opening = salted(text);
  const envelope = { version: 1, kind: "public", author: author.account, ...opening } as const;
  return { hash: commitmentOf(opening), envelope, opening };
}

export type Service = {
  folder: string;
  url: string;
  ask: (method: string, path: string, body?: unknown, type?: string) => Promise<Answer>;
  put: (written: Pick<Written, "hash" | "envelope">, by: Person, at?: number) => Promise<Answer>;
  get: (hash: Hex) => Promise<Answer>;
  erase: (hash: Hex, by: Person, at?: number) => Promise<Answer>;
  publish: (by: Person, at?: number) => Promise<Answer>;
  stop: () => Promise<void>;
};
export type Answer = { status: number; body: Record<string, unknown>; text: string; headers: Headers };

/** The service as the site serves it, on a free port. */
export async function startService(limits?: Limits, place = PLACE): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), "rochdale-documents-"));
  const handler = documentHandler(new Store(folder, limits), place);
  const handlers = { documents: handler, keys: handler };
  const site: SiteServer = await serveFiles({ folder, generated: {}, handlers }, 0);
  return serviceAt(site.url, folder, place, async () => {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  });
}

export function serviceAt(url: string, folder: string, place: Place, stop: () => Promise<void>): Service {
  const ask: Service["ask"] = async (method, path, body, type = "application/json") => {
    const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    const answer = await fetch(`${url}${path}`, { method, headers: { "content-type": type }, ...sent });
    const text = await answer.text();
    const json = answer.headers.get("content-type")?.startsWith("application/json");
    return { status: answer.status, body: json ? JSON.parse(text) : {}, text, headers: answer.headers };
  };
  return {
    folder,
    url,
    ask,
    stop,
    put: async ({ hash, envelope }, by, at = Date.now()) =>
      ask("PUT", `/documents/${hash}`, { envelope, at, signature: await by.sign(keepText(place, hash, envelope, at)) }),
    get: (hash) => ask("GET", `/documents/${hash}`),
    erase: async (hash, { account, sign }, at = Date.now()) =>
      ask("DELETE", `/documents/${hash}`, { account, at, signature: await sign(deleteText(place, hash, at)) }),
    publish: async ({ account, reading, sign }, at = Date.now()) =>
      ask("PUT", `/keys/${account}`, {
        key: reading.public,
        at,
        signature: await sign(keyText(place, reading.public, at)),
      }),
  };
}
