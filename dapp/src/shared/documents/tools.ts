import type { Address, Hex } from "viem";
import { t } from "../../../../books/say.ts";
import type { Place } from "../../../../documents/envelope/place.ts";
import { DocumentProblem } from "../../../../documents/envelope/problem.ts";
import { isDeclined } from "../errors.ts";

/** Who acts, where, and how their wallet signs a text. */
export type DocumentTools = { place: Place; account: Address; sign: (message: string) => Promise<Hex> };

/** The sentence for the person. */
export function sentenceFor(error: unknown): string {
  if (error instanceof DocumentProblem) return error.message;
  if (isDeclined(error)) return t`You declined in your wallet. Nothing was changed.`;
  if (!globalThis.crypto?.subtle)
    return t`This page was not loaded securely, so it can not seal or open anything. Open it with https.`;
  return t`That did not work, and nothing was changed. Open your wallet, see which account it is on, and try again.`;
}

/** A signature over a text that names this moment. */
export async function signNow(tools: DocumentTools, textAt: (at: number) => string) {
  const at = Date.now();
  return { at, signature: await tools.sign(textAt(at)) };
}
