// What a factory says before it founds: where the co-op would stand, whether it stands already, and why it would refuse.
import { type Address, BaseError, type Hex, isAddressEqual } from "viem";
import { coopFactoryAbi, memberRegisterAbi } from "../../books/abi.ts";
import type { HandedIn } from "../../books/charter/founders.ts";
import { sentenceOf } from "../../dapp/src/shared/errors.ts";
import { modulesOf } from "../deploy/found.ts";
import { Failure } from "../lib/failure.ts";
import type { FoundingChain } from "./chain.ts";

/** Where `founder`'s co-op with this salt stands or would stand. */
export async function placeFor(
  { client }: FoundingChain,
  factory: Address,
  founder: Address,
  salt: Hex,
): Promise<Address> {
  const args = [founder, salt] as const;
  const asked = client.readContract({ address: factory, abi: coopFactoryAbi, functionName: "predict", args });
  return asked.catch((error: Error) => {
    if (!isRefusal(error)) throw error;
    throw new Failure(`The contract at ${factory} is not a factory of co-ops: name another with --factory.`);
  });
}

/** The name of the co-op that stands there; undefined when there is none. */
export async function nameAt({ client }: FoundingChain, directory: Address): Promise<string | undefined> {
  if ((await client.getCode({ address: directory })) === undefined) return undefined;
  const { register } = await modulesOf(client, directory);
  return client.readContract({ address: register, abi: memberRegisterAbi, functionName: "name" });
}

/** The gas it takes; throws the contract's own sentence when the charter is refused. */
export async function simulate(
  { client }: FoundingChain,
  founding: { factory: Address; founder: Address; charter: HandedIn["charter"]; salt: Hex; directory: Address },
): Promise<bigint> {
  const { factory, founder, charter, salt, directory } = founding;
  const call = {
    account: founder,
    address: factory,
    abi: coopFactoryAbi,
    functionName: "found",
    args: [charter, salt],
  } as const;
  try {
    const { result } = await client.simulateContract(call);
    if (!isAddressEqual(result, directory))
      throw new Failure(`The factory would found at ${result}, not at ${directory}.`);
    return await client.estimateContractGas(call);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { what, next } = sentenceOf(error);
    throw new Failure(`The factory refuses this charter. ${what} ${next}`);
  }
}

/** The contract said no, or nothing that can be understood: the node itself was there. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof BaseError &&
  error.walk((part) => /^(ContractFunctionRevertedError|ContractFunctionZeroDataError)$/.test((part as Error).name)) !==
    null;
