// Asserts the type of a revert, whichever contract behind the call it comes from.
import { AssertionError } from "chai";
import { type Abi, BaseError, decodeErrorResult, type Hex } from "viem";
import * as abis from "../../books/abi.ts";
import { openZeppelinErrors } from "./openzeppelin-errors.ts";

const errors: Abi = [
  ...(Object.values(abis) as unknown as Abi[]).flatMap((abi) => abi.filter((entry) => entry.type === "error")),
  ...openZeppelinErrors,
];

/** Passes when `call` reverts with the custom error `name`, and with these arguments where they are given. */
export async function reverts(call: Promise<unknown>, name: string, args?: readonly unknown[]): Promise<void> {
  const caught = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (caught === undefined) throw new AssertionError(`Expected a revert with ${name}, but the call went through.`);
  const data = revertData(caught);
  if (data === undefined) throw caught;
  const decoded = decode(data);
  if (decoded.name !== name) throw new AssertionError(`Expected a revert with ${name}, got ${decoded.name}.`);
  if (args && JSON.stringify(args, plain) !== JSON.stringify(decoded.args, plain)) {
    const got = JSON.stringify(decoded.args, plain);
    throw new AssertionError(`${name} carries ${got}, expected ${JSON.stringify(args, plain)}.`);
  }
}

/** The name of the custom error that `call` meets; undefined when it goes through. */
export const refusalOf = async (call: Promise<unknown>): Promise<string | undefined> => (await refusal(call))?.name;

/** The custom error that `call` meets; undefined when it goes through. */
export async function refusal(call: Promise<unknown>): Promise<{ name: string; args: readonly unknown[] } | undefined> {
  const caught = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (caught === undefined) return undefined;
  const data = revertData(caught);
  if (data === undefined) throw caught;
  return decode(data);
}

const plain = (_: string, value: unknown) => {
  if (typeof value === "bigint") return value.toString();
  return typeof value === "string" && value.startsWith("0x") ? value.toLowerCase() : value;
};

function decode(data: Hex): { name: string; args: readonly unknown[] } {
  try {
    const { errorName, args } = decodeErrorResult({ abi: errors, data });
    return { name: errorName, args: (args ?? []) as readonly unknown[] };
  } catch {
    return { name: `an unknown error ${data.slice(0, 10)}`, args: [] };
  }
}

/** The raw revert data, wherever viem and the node have put it. */
function revertData(error: unknown): Hex | undefined {
  const seen: unknown[] = error instanceof BaseError ? [] : [error];
  if (error instanceof BaseError) error.walk((inner) => seen.push(inner) === 0);
  for (const entry of seen) {
    for (const value of [entry, (entry as { data?: unknown })?.data, (entry as { raw?: unknown })?.raw]) {
      if (typeof value === "string" && /^0x([0-9a-f]{2}){4,}$/.test(value)) return value as Hex;
      const nested = (value as { data?: unknown } | undefined)?.data;
      if (typeof nested === "string" && /^0x([0-9a-f]{2}){4,}$/.test(nested)) return nested as Hex;
    }
  }
  return undefined;
}
