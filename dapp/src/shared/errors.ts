// Every refusal of the contracts as a sentence: what happened, and what to do about it.

import { type Abi, BaseError, ContractFunctionRevertedError, decodeErrorResult, type Hex, isHex } from "viem";
import * as abis from "../../../books/abi.ts";
import { t } from "../../../books/say.ts";
import { tokenAbi } from "./chain/token.ts";
import { SENTENCES } from "./sentences.ts";

type AbiError = Extract<Abi[number], { type: "error" }>;

export type Sentence = { what: string; next: string };

/** All errors of all contracts: what a module says when another called it must be understood too. */
export const ALL_ERRORS: readonly AbiError[] = collectErrors([...Object.values(abis), tokenAbi] as Abi[]);

function collectErrors(lists: readonly Abi[]): AbiError[] {
  const byShape = new Map<string, AbiError>();
  for (const item of lists.flat()) {
    if (item.type === "error") byShape.set(`${item.name}(${item.inputs.map(({ type }) => type)})`, item);
  }
  return [...byShape.values()];
}

export const UNKNOWN: Sentence = {
  what: t`That did not work, and the reason is not one we know.`,
  next: t`Nothing was changed. Try once more; if it happens again, tell the board what you were doing.`,
};
/** Arithmetic that Solidity itself refuses. */
const BEYOND: Sentence = {
  what: t`A figure in it is beyond what can be reckoned with.`,
  next: t`Nothing was changed. Look at the amounts.`,
};
const UNREACHABLE: Sentence = {
  what: t`The co-op's records can not be reached at the moment.`,
  next: t`Nothing was sent. Check your connection and try again.`,
};
const NO_FUNDS: Sentence = {
  what: t`Your account can not pay the network's fee.`,
  next: t`Ask the co-op's staff to top it up, then try again.`,
};
const WALLET_BUSY: Sentence = {
  what: t`Your wallet is still waiting for an earlier answer.`,
  next: t`Open your wallet, answer or close what it shows, and try again.`,
};

/** The person said no in the wallet: no failure, just a no. */
export function isDeclined(error: unknown): boolean {
  return hasCode(error, [4001]) || chainOf(error).some(({ name }) => name === "UserRejectedRequestError");
}

/** Whether the error, or what caused it, has one of the codes that wallets and nodes give. */
export const hasCode = (error: unknown, codes: readonly number[]): boolean =>
  chainOf(error).some(({ code }) => code !== undefined && codes.includes(code));

export function sentenceOf(error: unknown): Sentence {
  const refused = refusalIn(error);
  if (refused) return sentenceFor(refused) ?? UNKNOWN;
  const parts = chainOf(error);
  if (parts.some(({ code }) => code === -32002)) return WALLET_BUSY;
  if (parts.some(({ name }) => name === "HttpRequestError" || name === "TimeoutError")) return UNREACHABLE;
  if (parts.some(({ name }) => name === "InsufficientFundsError")) return NO_FUNDS;
  return UNKNOWN;
}

/** What a contract said when it refused; undefined where there are no words for it. */
export function refusalOf(data: Hex): Sentence | undefined {
  const refused = decoded(data);
  return refused && sentenceFor(refused);
}

const sentenceFor = ({ name, args }: Refusal): Sentence | undefined =>
  name === "Panic" ? BEYOND : SENTENCES[name]?.(args);

type Refusal = { name: string; args: readonly unknown[] };

function refusalIn(error: unknown): Refusal | undefined {
  if (error instanceof BaseError) {
    const reverted = error.walk((part) => part instanceof ContractFunctionRevertedError);
    const data = (reverted as ContractFunctionRevertedError | null)?.data;
    if (data?.errorName) return { name: data.errorName, args: data.args ?? [] };
  }
  for (const { data } of chainOf(error)) {
    const hex = isHex(data) ? data : dataInside(data);
    const refusal = hex && decoded(hex);
    if (refusal) return refusal;
  }
  return undefined;
}

function decoded(data: Hex): Refusal | undefined {
  try {
    const { errorName, args } = decodeErrorResult({ abi: ALL_ERRORS, data });
    return { name: errorName, args: (args as readonly unknown[] | undefined) ?? [] };
  } catch {
    return undefined;
  }
}

type Part = { name?: string; code?: number; data?: unknown };

function dataInside(data: unknown): Hex | undefined {
  const inner = (data as { data?: unknown } | undefined)?.data;
  return isHex(inner) ? inner : undefined;
}

/** An error and its causes, the outermost first. */
function chainOf(error: unknown): Part[] {
  const parts: Part[] = [];
  let part: unknown = error;
  while (typeof part === "object" && part !== null && parts.length < 12) {
    parts.push(part as Part);
    part = (part as { cause?: unknown }).cause;
  }
  return parts;
}
