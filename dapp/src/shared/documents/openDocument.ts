import type { Hex } from "viem";
import type { Opening } from "../../../../documents/envelope/commitment.ts";
import type { Envelope } from "../../../../documents/envelope/envelope.ts";
import { open } from "../../../../documents/envelope/seal.ts";
import { heldKey } from "./keyring.ts";
import { fetchEnvelope } from "./service.ts";
import type { DocumentTools } from "./tools.ts";
import { unlock } from "./unlock.ts";

export type Found = { envelope: Envelope; opening?: Opening };

/** The document; its words too, if no wallet needs to be asked for them. */
export async function findDocument(tools: DocumentTools | undefined, hash: Hex): Promise<Found> {
  const envelope = await fetchEnvelope(hash);
  const key = tools && heldKey(tools.place, tools.account);
  if (envelope.kind === "sealed" && !key) return { envelope };
  const reader = tools && key && { account: tools.account, key };
  return { envelope, opening: await open(envelope, hash, reader) };
}

/** The words of a document, fetched unless it was; asks the wallet for the reading key unless this tab has it. */
export async function openDocument(tools: DocumentTools, hash: Hex, fetched?: Envelope): Promise<Opening> {
  const envelope = fetched ?? (await fetchEnvelope(hash));
  const reader = envelope.kind === "sealed" ? { account: tools.account, key: await unlock(tools) } : undefined;
  return open(envelope, hash, reader);
}
