// The co-op's document service, as the pages' own server passes it on.

import type { Address, Hex } from "viem";
import { t } from "../../../../books/say.ts";
import { type Envelope, parseEnvelope } from "../../../../documents/envelope/envelope.ts";
import { DocumentProblem } from "../../../../documents/envelope/problem.ts";
import type { PublishedKey, Signed } from "../../../../documents/envelope/signed.ts";

/** The document is not to be had; the message says why. */
export class Unavailable extends DocumentProblem {}

const DOWN = t`The co-op's document service does not answer.`;
const LATER = t`Nothing was changed. Try again later.`;

export async function fetchEnvelope(hash: Hex): Promise<Envelope> {
  const answer = await ask("GET", `/documents/${hash}`).catch(() => undefined);
  if (!answer) throw new Unavailable(DOWN);
  if (answer.status === 404) throw new Unavailable(t`The co-op's document service does not have it.`);
  if (answer.status === 410) throw new Unavailable(t`It was deleted.`);
  return parseEnvelope(allowed(answer));
}

export async function putEnvelope(hash: Hex, envelope: Envelope, signed: Signed): Promise<void> {
  await change("PUT", `/documents/${hash}`, { envelope, ...signed });
}

export async function eraseEnvelope(hash: Hex, account: Address, signed: Signed): Promise<void> {
  await change("DELETE", `/documents/${hash}`, { account, ...signed });
}

export async function putKey(account: Address, key: Hex, signed: Signed): Promise<void> {
  await change("PUT", `/keys/${account}`, { key, ...signed });
}

/** The keys of those of the accounts that have published one; whether they are theirs is for the caller to check. */
export async function fetchKeys(accounts: readonly Address[]): Promise<PublishedKey[]> {
  const keys = await change("GET", `/keys?accounts=${accounts.join(",")}`);
  return Array.isArray(keys) ? keys : [];
}

/** Where everything is to be had that an account wrote or may read. */
export const exportAddress = (account: Address): string => `/documents/export?account=${account}`;

type Answer = { status: number; value: unknown };

async function change(method: string, path: string, body?: object): Promise<unknown> {
  const answer = await ask(method, path, body).catch(() => undefined);
  if (!answer) throw new DocumentProblem(`${DOWN} ${LATER}`);
  return allowed(answer);
}

function allowed({ status, value }: Answer): unknown {
  if (status === 200) return value;
  const { error } = value as { error?: unknown };
  throw new DocumentProblem(typeof error === "string" ? error : `${DOWN} ${LATER}`);
}

/** Rejects when no service answers: a plain file server sends a page or an error of its own. */
async function ask(method: string, path: string, body?: object): Promise<Answer> {
  const sent = body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const answer = await fetch(path, { method, cache: "no-store", ...sent });
  return { status: answer.status, value: await answer.json() };
}
