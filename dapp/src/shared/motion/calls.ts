// A call as the contract would read it: nothing here comes from what a text says of it.
import {
  type Abi,
  type AbiFunction,
  type AbiParameter,
  type Address,
  decodeFunctionData,
  getAbiItem,
  type Hex,
  isAddress,
  toFunctionSignature,
} from "viem";
import type { Coop } from "../../../../books/coop.ts";
import { ABI_OF } from "../chain/abis.ts";
import type { ModuleName } from "../chain/places.ts";
import { sameAddress } from "../format/address.ts";

/** One value of a call: "terms.fee", uint16, 900n. */
export type Argument = { name: string; type: string; value: unknown };
export type ReadCall = {
  module: ModuleName;
  functionName: string;
  signature: string;
  /** As the contract gets them. */
  args: readonly unknown[];
  /** Each figure of them under its name. */
  named: readonly Argument[];
};

type Parts = { coop: Coop; known: ReadonlyMap<string, ModuleName> };

/** The directory lists all modules but itself. */
export function moduleAt(target: Address, { known, coop: { directory } }: Parts): ModuleName | undefined {
  return directory && sameAddress(directory, target) ? "directory" : known.get(target.toLowerCase());
}

/** Undefined for what the module does not answer. */
export function readCall(module: ModuleName, data: Hex): ReadCall | undefined {
  const abi = ABI_OF[module] as Abi;
  try {
    const { functionName, args = [] } = decodeFunctionData({ abi, data }) as {
      functionName: string;
      args?: readonly unknown[];
    };
    const item = getAbiItem({ abi, name: data.slice(0, 10) as Hex }) as AbiFunction;
    const named = item.inputs.flatMap((input, i) => figuresOf(input, args[i], input.name ?? ""));
    return { module, functionName, signature: toFunctionSignature(item), args, named };
  } catch {
    return undefined;
  }
}

function figuresOf(input: AbiParameter, value: unknown, name: string): Argument[] {
  const list = /^(.*)\[\d*\]$/.exec(input.type)?.[1];
  if (list !== undefined) {
    const items = value as readonly unknown[];
    if (items.length === 0) return [{ name, type: input.type, value: "" }];
    return items.flatMap((item, i) => figuresOf({ ...input, type: list }, item, `${name}[${i}]`));
  }
  const parts = (input as { components?: readonly AbiParameter[] }).components;
  if (!parts) return [{ name, type: input.type, value }];
  const values = value as Record<string, unknown>;
  return parts.flatMap((part) => figuresOf(part, values[part.name ?? ""], `${name}.${part.name}`));
}

/** Every account in a call, whatever it is there for. */
export const accountsOf = ({ named }: ReadCall): Address[] =>
  named.flatMap(({ value }) => (typeof value === "string" && isAddress(value) ? [value] : []));
