// The charter that a file asks for, or everything that is wrong with it, each at its place in the file.
import { readFileSync } from "node:fs";
import { type Address, isAddress, parseAbi } from "viem";
import type { Charter } from "../../books/charter/charter.ts";
import { problemsOf } from "../../books/charter/check.ts";
import { readCharterFile, tokenIn } from "../../books/charter/file.ts";
import { filePathOf } from "../../books/charter/file-paths.ts";
import { Failure } from "../lib/failure.ts";
import type { FoundingChain } from "./chain.ts";
import { isRefusal } from "./factory.ts";

type Problem = { path: string; sentence: string; clause?: string };

const TOKEN = parseAbi(["function decimals() view returns (uint8)"]);
/** Only to read on, where the token that a file names does not say its own. */
const SOME_DECIMALS = 18;

export async function readCharter(path: string, chain: FoundingChain): Promise<Charter> {
  const text = textOf(path);
  const { timestamp } = await chain.client.getBlock();
  const money = await decimalsOf(tokenIn(text), chain);
  const read = readCharterFile(text, { decimals: money ?? SOME_DECIMALS, now: Number(timestamp) });
  const problems: Problem[] = "problems" in read ? read.problems : lawProblems(read.charter, Number(timestamp));
  if (money === undefined && tokenIn(text)) {
    problems.push({
      path: "settlementToken",
      sentence: `At ${tokenIn(text)} is no token on chain ${chain.chainId}: name the ERC-20 that the co-op counts in.`,
    });
  }
  if ("charter" in read && problems.length === 0) return read.charter;
  throw new Failure([`${path} can not be founded as it is:`, ...problems.map(lineOf)].join("\n"));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new Failure(`The charter can not be read from ${path} (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** Undefined where there is no token. */
async function decimalsOf(token: Address | undefined, { client }: FoundingChain): Promise<number | undefined> {
  if (!token || (await client.getCode({ address: token })) === undefined) return undefined;
  return client.readContract({ address: token, abi: TOKEN, functionName: "decimals" }).catch((error: Error) => {
    if (isRefusal(error)) return undefined;
    throw error;
  });
}

/** What a charter may not say, at its place in the file. */
function lawProblems(charter: Charter, now: number): Problem[] {
  const unlawful = problemsOf(charter, now).map((one) => ({ ...one, path: filePathOf(one.path) }));
  return [...addressProblems(charter), ...unlawful];
}

/** Capitals in an address are its checksum: where they do not fit, a digit is wrong. */
function addressProblems({ settlementToken, body, founders, officers }: Charter): Problem[] {
  const named = [
    ["settlementToken", settlementToken],
    ["body", body],
    ...founders.map(({ account }, i) => [`founders.${i}.account`, account]),
    ...officers.map(({ account }, i) => [`officers.${i}.account`, account]),
  ] as const;
  return named.flatMap(([path = "", address = ""]) => {
    if (isAddress(address)) return [];
    return [{ path, sentence: `${address} has a wrong digit: its capitals do not fit. Copy it again.` }];
  });
}

const lineOf = ({ path, sentence, clause }: Problem): string =>
  `  ${[path && `${path}:`, sentence, clause && `(${clause})`].filter(Boolean).join(" ")}`;
