import type { Hex } from "viem";
import { t } from "../../../../books/say.ts";
import { deleteText } from "../../../../documents/envelope/signed.ts";
import { eraseEnvelope } from "./service.ts";
import { type DocumentTools, signNow } from "./tools.ts";

/** Said before `deleteDocument` opens the wallet. */
export const DELETE_WORDS = t`Deleting erases the words for everybody, for good; only the fingerprint stays on record. Your wallet will ask for a signature. It costs nothing.`;

export async function deleteDocument(tools: DocumentTools, hash: Hex): Promise<void> {
  const signed = await signNow(tools, (at) => deleteText(tools.place, hash, at));
  await eraseEnvelope(hash, tools.account, signed);
}
