// /coop.json: which co-op this page shows, where its chain is, and what founds further ones.
import { type Address, isAddress } from "viem";
import { t } from "../../../../books/say.ts";
import { asName } from "../format/lookalikes.ts";

export type Person = { key: string; label: string; account: Address; does: string };

/** The books up to a block as a file beside the page, and how they were made. */
export type SnapshotFile = { file: string; block: number; books: string };

export type PageFile = {
  chainId: number;
  rpcUrl: string;
  /** Without a co-op the page is there to found one. */
  directory?: Address;
  fromBlock: number;
  /** What founds co-ops from here, and the block since which it stands. */
  factory?: { address: Address; block: number };
  /** The money that a co-op founded here is offered to count in. */
  tokens: Address[];
  /** Names one run of one chain: another value means that nothing read so far is true. */
  instance: string;
  name: string;
  local: boolean;
  explorer: string | null;
  /** Where signed ballots are handed in, without a slash at the end; without one everybody sends their own. */
  relay?: string;
  /** Where an indexer serves the books as files, feed and calendar, if somebody runs one. */
  indexer?: string;
  /** With what a first visitor begins: snapshot.ts. */
  snapshot?: SnapshotFile;
  people: Person[];
  /** Whose page this is while it shows a co-op that its factory founded for others: other-coop.ts. */
  host?: { name: string };
};
/** Of a page that shows a co-op. */
export type CoopFile = PageFile & { directory: Address };

export const COOP_FILE = "/coop.json";

export type CoopFileAnswer = { found: PageFile } | { missing: string };

/** Reads the file; what is wrong with it is said in words a visitor can pass on. */
export async function fetchCoopFile(): Promise<CoopFileAnswer> {
  let text: string;
  try {
    const answer = await fetch(COOP_FILE, { cache: "no-store" });
    if (!answer.ok) return { missing: t`the server has no ${COOP_FILE} (it answered ${answer.status})` };
    text = await answer.text();
  } catch {
    return { missing: t`the server that this page came from does not answer` };
  }
  return parseCoopFile(text);
}

export function parseCoopFile(text: string): CoopFileAnswer {
  let value: Partial<Record<keyof CoopFile, unknown>>;
  try {
    value = JSON.parse(text);
  } catch {
    return { missing: t`${COOP_FILE} is not a configuration file` };
  }
  if (typeof value !== "object" || value === null) return { missing: t`${COOP_FILE} is not a configuration file` };
  const { chainId, rpcUrl, directory, fromBlock, instance, name } = value;
  const factory = factoryIn(value.factory);
  if (typeof chainId !== "number") return { missing: t`${COOP_FILE} does not say which chain` };
  if (typeof rpcUrl !== "string") return { missing: t`${COOP_FILE} does not say where the chain is read` };
  if (!isAccount(directory) && (directory !== undefined || !factory)) {
    return { missing: t`${COOP_FILE} does not name the co-op's directory` };
  }
  return {
    found: {
      chainId,
      rpcUrl,
      ...(isAccount(directory) && { directory }),
      ...(factory && { factory }),
      tokens: Array.isArray(value.tokens) ? value.tokens.filter(isAccount) : [],
      fromBlock: typeof fromBlock === "number" ? fromBlock : 0,
      instance: typeof instance === "string" ? instance : `${chainId}:${directory ?? factory?.address}`,
      name: typeof name === "string" ? asName(name) : directory ? t`The co-op` : "Rochdale",
      local: value.local === true,
      explorer: typeof value.explorer === "string" ? value.explorer : null,
      ...(typeof value.relay === "string" &&
        isAddressOfService(value.relay) && { relay: value.relay.replace(/\/$/, "") }),
      ...(isWebAddress(value.indexer) && { indexer: value.indexer }),
      ...(isSnapshot(value.snapshot) && { snapshot: value.snapshot }),
      people: Array.isArray(value.people) ? value.people.filter(isPerson) : [],
    },
  };
}

/** Only a file beside this one: what it says is believed like the page's own script. */
function isSnapshot(value: unknown): value is SnapshotFile {
  const { file, block, books } = (value ?? {}) as SnapshotFile;
  return (
    typeof file === "string" &&
    /^\/assets\/[\w.-]+$/.test(file) &&
    Number.isSafeInteger(block) &&
    typeof books === "string"
  );
}

const isAccount = (value: unknown): value is Address =>
  typeof value === "string" && isAddress(value, { strict: false });

function factoryIn(value: unknown): PageFile["factory"] {
  const { address, block } = (value ?? {}) as { address?: unknown; block?: unknown };
  return isAccount(address) ? { address, block: typeof block === "number" ? block : 0 } : undefined;
}

/** Absolute, or a path below the page's own address. */
const isAddressOfService = (text: string): boolean =>
  /^https?:$/.test(URL.parse(text, "https://page.invalid")?.protocol ?? "");
/** It becomes a link: nothing but an address of the web may. */
const isWebAddress = (value: unknown): value is string =>
  typeof value === "string" && /^https?:\/\/[^\s]+$/.test(value);

function isPerson(value: unknown): value is Person {
  const person = value as Person;
  return typeof person?.key === "string" && typeof person.label === "string" && isAddress(person.account);
}
