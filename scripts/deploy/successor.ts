// What is put to the members when a module of a co-op is to be replaced: where the successor will stand, the code that they decide on,
// and the action of the resolution (decision 0026). The directory makes the successor itself, when the resolution is carried out.
import {
  type Abi,
  type Address,
  concat,
  encodeFunctionData,
  getAddress,
  getContractAddress,
  type Hex,
  keccak256,
  type PublicClient,
  pad,
  size,
  slice,
} from "viem";
import { directoryAbi } from "../../books/abi.ts";
import { ABI_OF } from "../../books/abi-of.ts";

/** Where a module can be replaced, by its name in the books; the others keep what is owed to whom. */
export const REPLACEABLE = {
  authority: 2,
  board: 4,
  assembly: 5,
  ballotKeys: 6,
  shares: 7,
  treasury: 8,
  market: 14,
} as const;
export type Replaceable = keyof typeof REPLACEABLE;

export type Successor = {
  predecessor: Address;
  /** Where it will stand. */
  address: Address;
  implementation: Address;
  /** Of the implementation, as `extcodehash` tells it: what the members decide on. */
  codeHash: Hex;
  initialisation: Hex;
  /** `directory.replace`, to put to the members. */
  action: { target: Address; data: Hex };
};

/** The code of an EIP-1167 clone around the address of what it is a clone of, and how long it is. */
const [BEFORE, AFTER] = ["0x363d3d373d3d3d363d73", "0x5af43d82803e903d91602b57fd5bf3"] as const;
const CLONE = 45;
/** What an account with an EIP-7702 delegation has instead of code. */
const DELEGATION = /^0xef0100[0-9a-f]{40}$/;

/** The call that initialises a module, with the arguments of its `initialize`. */
export const initialisationOf = (at: Replaceable, args: readonly unknown[]): Hex =>
  encodeFunctionData({ abi: ABI_OF[at] as Abi, functionName: "initialize", args });

export async function successorFor(
  client: Pick<PublicClient, "getCode" | "readContract">,
  of: { directory: Address; at: Replaceable; implementation: Address; initialisation: Hex },
): Promise<Successor> {
  const { directory, at, implementation, initialisation } = of;
  const place = REPLACEABLE[at];
  const asked = { address: directory, abi: directoryAbi, functionName: "moduleAt", args: [place] } as const;
  const predecessor = await client.readContract(asked);
  const [code, former] = await Promise.all([implementation, predecessor].map((address) => client.getCode({ address })));
  if (!code || DELEGATION.test(code)) throw new Error(`There is no code of its own at ${implementation}.`);
  const codeHash = keccak256(code);
  const args = [place, implementation, codeHash, initialisation] as const;
  const data = encodeFunctionData({ abi: directoryAbi, functionName: "replace", args });
  const address = getContractAddress({
    opcode: "CREATE2",
    from: directory,
    salt: pad(predecessor),
    bytecode: creationOf(implementation, slice(former ?? "0x", CLONE)),
  });
  return { predecessor, address, implementation, codeHash, initialisation, action: { target: directory, data } };
}

/** What the module of a co-op is a clone of: for a successor of the same code. */
export async function implementationOf(client: Pick<PublicClient, "getCode">, module: Address): Promise<Address> {
  return getAddress(slice((await client.getCode({ address: module })) ?? "0x", size(BEFORE), size(BEFORE) + 20));
}

/** As Clones of OpenZeppelin makes a clone with arguments. */
function creationOf(implementation: Address, args: Hex): Hex {
  const length = (CLONE + size(args)).toString(16).padStart(4, "0");
  return concat([`0x61${length}3d81600a3d39f3`, BEFORE, implementation, AFTER, args]);
}
