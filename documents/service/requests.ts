// What each request does: who must have signed it, and what it changes.
import { type Address, type Hex, isAddress } from "viem";
import { commitmentOf } from "../envelope/commitment.ts";
import { type Envelope, isHash, MAX_BYTES, parseEnvelope, readersOf } from "../envelope/envelope.ts";
import type { Place } from "../envelope/place.ts";
import { DocumentProblem } from "../envelope/problem.ts";
import { isReadingKey } from "../envelope/readingKey.ts";
import { deleteText, isMoment, isSignedBy, keepText, keyText, type PublishedKey } from "../envelope/signed.ts";
import { tooLong } from "./body.ts";
import { Refusal } from "./refusal.ts";
import { gone, type Store } from "./store.ts";

export type Shop = { store: Store; place: Place };
type Body = Record<string, unknown>;

/** How old or how far ahead of the service's clock the moment may be that a signature names. */
const OLDEST_MS = 60 * 60_000;
const AHEAD_MS = 10 * 60_000;
const MOST_KEYS = 200;

export async function putDocument({ store, place }: Shop, hash: Hex, body: Body): Promise<object> {
  const envelope = parsed(body.envelope);
  if (Buffer.byteLength(JSON.stringify(envelope)) > MAX_BYTES) throw tooLong();
  if (envelope.kind === "public" && commitmentOf(envelope) !== hash) {
    throw new Refusal(
      422,
      "These words and this salt do not make that fingerprint, so they were not kept. Make the document again.",
    );
  }
  const at = recent(body.at);
  await requireSigned(envelope.author, keepText(place, hash, envelope, at), body.signature);
  store.keep(hash, envelope, at);
  return { kept: hash };
}

export function getDocument({ store }: Shop, hash: Hex): Envelope {
  const kept = store.document(hash);
  if (kept === undefined) throw unknown();
  if ("deleted" in kept) throw gone(kept.at);
  return kept.envelope;
}

export async function deleteDocument(shop: Shop, hash: Hex, body: Body): Promise<object> {
  const account = addressOf(body.account);
  const at = recent(body.at);
  await requireSigned(account, deleteText(shop.place, hash, at), body.signature);
  const envelope = getDocument(shop, hash);
  if (envelope.author !== account && !readersOf(envelope).includes(account)) {
    throw new Refusal(403, "Only the author of a document and those it is sealed for may delete it. Ask one of them.");
  }
  shop.store.erase(hash, at);
  return { deleted: hash };
}

/** One line of JSON a document. */
export function* exportFor({ store }: Shop, account: unknown): Generator<string> {
  for (const each of store.of(addressOf(account))) yield `${JSON.stringify(each)}\n`;
}

export async function putKey({ store, place }: Shop, account: Address, body: Body): Promise<object> {
  if (!(await isReadingKey(body.key))) {
    throw new Refusal(422, "This is not a reading key. Make it again on the co-op's page.");
  }
  const key = body.key as Hex;
  const at = recent(body.at);
  await requireSigned(account, keyText(place, key, at), body.signature);
  store.keepKey({ account, key, at, signature: body.signature as Hex });
  return { kept: key };
}

export function getKey({ store }: Shop, account: Address): PublishedKey {
  const published = store.key(account);
  if (published) return published;
  throw new Refusal(404, "This account has published no reading key. Ask its owner to make one on the co-op's page.");
}

/** The keys of those of the accounts that have one. */
export function getKeys({ store }: Shop, accounts: string): PublishedKey[] {
  const asked = [...new Set(accounts.split(",").filter((each) => each !== ""))];
  if (asked.length > MOST_KEYS)
    throw new Refusal(400, `You asked for ${asked.length} keys at once. Ask for ${MOST_KEYS} at most.`);
  return asked.flatMap((account) => store.key(addressOf(account)) ?? []);
}

export function addressOf(value: unknown): Address {
  if (typeof value === "string" && isAddress(value, { strict: false })) return value.toLowerCase() as Address;
  throw new Refusal(400, "The request names no account. An account is 0x and 40 digits.");
}

export function hashOf(value: string): Hex {
  const hash = value.toLowerCase();
  if (isHash(hash)) return hash;
  throw new Refusal(404, "This is no fingerprint of a document. A fingerprint is 0x and 64 digits.");
}

const unknown = () =>
  new Refusal(404, "No document with this fingerprint is kept here. Ask the person who wrote it for the words.");

async function requireSigned(account: Address, message: string, signature: unknown): Promise<void> {
  if (await isSignedBy(account, message, signature)) return;
  throw new Refusal(
    401,
    `Account ${account} did not sign this request, so nothing was done. Sign it with that account; only plain accounts can, not contracts.`,
  );
}

function recent(at: unknown): number {
  const now = Date.now();
  if (isMoment(at) && at >= now - OLDEST_MS && at <= now + AHEAD_MS) return at;
  throw new Refusal(
    400,
    "The signature is too old, or your clock is wrong. Set the clock of your device and sign again.",
  );
}

function parsed(value: unknown): Envelope {
  try {
    return parseEnvelope(value);
  } catch (error) {
    throw error instanceof DocumentProblem ? new Refusal(422, error.message) : error;
  }
}
