// The words in which a contract refuses a call.
import { BaseError, decodeErrorResult, type Hex, hexToString, RawContractError } from "viem";
import { bondOfficeAbi, machineRegisterAbi } from "../../books/abi.ts";

const errors = [...bondOfficeAbi, ...machineRegisterAbi].filter(({ type }) => type === "error");

/** "BondOfficeTermsOutOfBounds, maturity"; the error's own message where it is none of ours. */
export function refusalOf(error: unknown): string {
  const data = dataOf(error);
  if (!data) return (error as Error).message.split("\n")[0] ?? "";
  try {
    const { errorName, args } = decodeErrorResult({ abi: errors, data });
    return [errorName, ...((args ?? []) as readonly unknown[]).map(wordOf)].join(", ");
  } catch {
    return `the error ${data}`;
  }
}

/** Names are kept in 32 bytes, filled with zeros. */
function wordOf(value: unknown): string {
  const isName = typeof value === "string" && /^0x[0-9a-f]{64}$/.test(value);
  return isName ? hexToString(value as Hex, { size: 32 }) : String(value);
}

function dataOf(error: unknown): Hex | undefined {
  if (!(error instanceof BaseError)) return undefined;
  const found = error.walk(
    (inner) => (inner as { data?: unknown }).data !== undefined || inner instanceof RawContractError,
  );
  const data = (found as { data?: Hex | { data?: Hex } } | null)?.data;
  return typeof data === "object" ? data.data : data;
}
