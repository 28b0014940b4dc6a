// A text made ready to be kept: sealed for some, shown to all, or for the author's own hands only.

import type { Address, Hex } from "viem";
import { t } from "../../../../books/say.ts";
import { commitmentOf, type Opening, salted } from "../../../../documents/envelope/commitment.ts";
import { type Envelope, MAX_BYTES } from "../../../../documents/envelope/envelope.ts";
import { DocumentProblem } from "../../../../documents/envelope/problem.ts";
import { seal } from "../../../../documents/envelope/seal.ts";
import { isOwnKey, keepText, type PublishedKey } from "../../../../documents/envelope/signed.ts";
import { sameAddress } from "../format/address.ts";
import { fetchKeys, putEnvelope } from "./service.ts";
import { type DocumentTools, signNow } from "./tools.ts";

export type Prepared = {
  /** What goes on chain. */
  commitment: Hex;
  opening: Opening;
  /** For whom it could not be sealed: they have published no reading key. */
  without: Address[];
  /** Gives it to the co-op's document service; asks the wallet for a signature. Do it before the hash is public. */
  put: () => Promise<void>;
};

/** Said before `put` opens the wallet. */
export const PUT_WORDS = t`Your wallet will ask for a signature, with which the co-op's document service keeps your words. It costs nothing.`;

/** Seals for those of the accounts that have a reading key, and for the author too if it has one. */
export async function sealFor(tools: DocumentTools, accounts: readonly Address[], text: string): Promise<Prepared> {
  const { account } = tools;
  const keys = await ownKeys(tools, [...accounts, account]);
  const without = accounts.filter((one) => !keys.some((key) => sameAddress(key.account, one)));
  if (without.length === accounts.length) {
    throw new DocumentProblem(
      t`None of those who should read it has a reading key yet, so it can not be sealed for them. Ask them to make one on the co-op's page, or choose another way.`,
    );
  }
  const opening = salted(text);
  const commitment = commitmentOf(opening);
  const envelope = await seal(opening, commitment, account, keys);
  return { commitment, opening, without, put: () => put(tools, commitment, envelope) };
}

/** Shown to everybody, unencrypted. */
export function showToAll(tools: DocumentTools, text: string): Prepared {
  const opening = salted(text);
  const commitment = commitmentOf(opening);
  const envelope: Envelope = { version: 1, kind: "public", author: tools.account, ...opening };
  return { commitment, opening, without: [], put: () => put(tools, commitment, envelope) };
}

/** Kept by nobody but the author, who hands over words and salt. */
export function keepMyself(text: string): Prepared {
  const opening = salted(text);
  return { commitment: commitmentOf(opening), opening, without: [], put: async () => {} };
}

/** Published keys that their accounts really signed, one an account. */
async function ownKeys({ place }: DocumentTools, accounts: readonly Address[]): Promise<PublishedKey[]> {
  const asked = [...new Set(accounts.map((one) => one.toLowerCase() as Address))];
  const found = (await fetchKeys(asked)).filter(({ account }) => asked.includes(account));
  const own = await Promise.all(found.map((key) => isOwnKey(place, key)));
  return found.filter((_, i) => own[i]);
}

async function put(tools: DocumentTools, hash: Hex, envelope: Envelope): Promise<void> {
  if (new TextEncoder().encode(JSON.stringify(envelope)).length > MAX_BYTES) {
    throw new DocumentProblem(t`It is too long to be kept. Shorten it, or seal it for fewer readers.`);
  }
  await putEnvelope(hash, envelope, await signNow(tools, (at) => keepText(tools.place, hash, envelope, at)));
}
