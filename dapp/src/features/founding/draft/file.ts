// The draft as the charter file that `npm run found` takes, and back.
import { type Address, type Client, isAddress } from "viem";
import { readContract } from "viem/actions";
import type { Charter } from "../../../../../books/charter/charter.ts";
import { type FileProblem, readCharterFile, writeCharterFile } from "../../../../../books/charter/file.ts";
import { tokenAbi } from "../../../shared/chain/token.ts";
import type { Problem } from "./charter.ts";

export type Refused = FileProblem;

/** Where no money is named, sums are read as if it had so many decimals: only whole units and cents can be written. */
const CUSTOMARY_DECIMALS = 6;

/** Parts of the charter that are addresses. */
const ADDRESSES = ["founders", "offices", "body", "settlementToken"];

/** Addresses may be missing, figures not: a file would say something that nobody wrote. */
export function writeFile(
  charter: Charter,
  decimals: number,
  unread: readonly Problem[],
): { name: string; text: string } | { problems: Refused[] } {
  const figures = unread.filter(({ path }) => !ADDRESSES.includes(path.split(".")[0] ?? ""));
  if (figures.length > 0) return { problems: figures };
  const name = charter.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-") || "charter";
  return { name: `${name}.json`, text: writeCharterFile(charter, { decimals }) };
}

export async function readFile(
  client: Client,
  text: string,
  now: number,
): Promise<{ charter: Charter; decimals: number } | { problems: Refused[] }> {
  const decimals = await decimalsOf(client, text);
  const read = readCharterFile(text, { decimals, now });
  return "charter" in read ? { ...read, decimals } : read;
}

async function decimalsOf(client: Client, text: string): Promise<number> {
  try {
    const { settlementToken: address } = JSON.parse(text) as { settlementToken: Address };
    if (!isAddress(address, { strict: false })) return CUSTOMARY_DECIMALS;
    return await readContract(client, { address, abi: tokenAbi, functionName: "decimals" });
  } catch {
    return CUSTOMARY_DECIMALS;
  }
}
