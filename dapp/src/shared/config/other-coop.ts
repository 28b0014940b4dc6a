// Another co-op than the page's own, named in its address: shown only when this page's factory founded it, so that no link
// puts a co-op of somebody else's making under the page's name. Loaded when an address names one.
import { type Client, isAddress } from "viem";
import { t } from "../../../../books/say.ts";
import { findFounded } from "../founding/founded.ts";
import type { CoopFileAnswer, PageFile } from "./coopFile.ts";

export async function otherCoop(client: Client, own: PageFile, named: string): Promise<CoopFileAnswer> {
  if (!isAddress(named, { strict: false })) return { missing: t`its address is cut off or misspelt` };
  if (!own.factory) return { missing: t`this page shows one co-op only` };
  const founded = await findFounded(client, own.factory, named).catch(() => null);
  if (founded === null) return { missing: t`the records that tell who founded it can not be reached` };
  if (!founded) return { missing: t`the factory that this page trusts did not found it` };
  // Relay, indexer and snapshot are of the page's own co-op.
  const { relay: _, indexer: __, snapshot: ___, ...page } = own;
  const { directory, name, block } = founded;
  return { found: { ...page, directory, name: shown(name), fromBlock: block, host: { name: own.name } } };
}

const LONGEST = 60;
/** Signs that turn the direction of what follows, or that are not seen. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

/** Anybody may give a co-op any name. */
function shown(name: string): string {
  const plain = name.replaceAll(UNSEEN, "").trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain || t`A co-op without a name`;
}
