// Founds a co-op through a factory and finds its modules.
import type { Address, Hash, PublicClient, WalletClient } from "viem";
import { keccak256, parseEventLogs, zeroHash } from "viem";
import { coopFactoryAbi, directoryAbi } from "../../books/abi.ts";
import type { Founder } from "../../books/charter/charter.ts";
import { handedIn } from "../../books/charter/founders.ts";
import { type Charter, Place } from "./charter.ts";

export type Addresses = {
  directory: Address;
  authority: Address;
  register: Address;
  assembly: Address;
  shares: Address;
  treasury: Address;
  board: Address;
  reserve: Address;
  audits: Address;
  bonds: Address;
  machines: Address;
  income: Address;
  market: Address;
  patronage: Address;
  surplus: Address;
  ballotKeys: Address;
};

/** One transaction from `wallet`, and a second one when there are more than twelve founders; reverts with the clause that the
 * charter breaks. */
export async function foundCoop(
  client: PublicClient,
  wallet: WalletClient,
  factory: Address,
  charter: Charter,
  salt: Hash = zeroHash,
): Promise<Addresses & { blockNumber: bigint; gasUsed: bigint }> {
  const account = wallet.account;
  if (!account) throw new Error("The wallet that founds a co-op needs an account.");
  const { charter: first, further } = handedIn(charter, keccak256);
  const hash = await wallet.writeContract({
    account,
    chain: wallet.chain,
    address: factory,
    abi: coopFactoryAbi,
    functionName: "found",
    args: [first, salt],
  });
  const receipt = await client.waitForTransactionReceipt({ hash });
  const [founded] = parseEventLogs({ abi: coopFactoryAbi, eventName: "CoopFounded", logs: receipt.logs });
  if (!founded) throw new Error(`Transaction ${hash} founded no co-op.`);
  if (further.length > 0) await admitFounders(client, wallet, founded.args.directory, further);
  const addresses = await modulesOf(client, founded.args.directory);
  return { ...addresses, blockNumber: receipt.blockNumber, gasUsed: receipt.gasUsed };
}

/** Hands in the founders beyond twelve; whoever was admitted since is passed over. */
export async function admitFounders(
  client: PublicClient,
  wallet: WalletClient,
  directory: Address,
  further: readonly Founder[],
): Promise<bigint> {
  const account = wallet.account;
  if (!account) throw new Error("The wallet that hands in founders needs an account.");
  const call = { address: directory, abi: directoryAbi, functionName: "admitFounders", args: [further] } as const;
  const hash = await wallet.writeContract({ account, chain: wallet.chain, ...call });
  return (await client.waitForTransactionReceipt({ hash })).gasUsed;
}

/** Where a co-op that `founder` founds with this salt and token will stand. Nobody else can found one there. */
export async function predictCoop(
  client: PublicClient,
  factory: Address,
  founder: Address,
  settlementToken: Address,
  salt: Hash = zeroHash,
): Promise<Addresses> {
  const call = { address: factory, abi: coopFactoryAbi };
  const [directory, [places, modules]] = await Promise.all([
    client.readContract({ ...call, functionName: "predict", args: [founder, salt] }),
    client.readContract({ ...call, functionName: "predictModules", args: [founder, salt, settlementToken] }),
  ]);
  return namedBy((place) => modules[places.indexOf(place)] as Address, directory);
}

/** The modules that a directory lists now. */
export async function modulesOf(client: PublicClient, directory: Address): Promise<Addresses> {
  const at = (place: number) =>
    client.readContract({ address: directory, abi: directoryAbi, functionName: "moduleAt", args: [place] });
  const modules = await Promise.all(Object.values(Place).map(async (place) => [place, await at(place)] as const));
  const found = new Map<number, Address>(modules);
  return namedBy((place) => found.get(place) as Address, directory);
}

/** The module at each place, by its name. */
function namedBy(at: (place: number) => Address, directory: Address): Addresses {
  const { Directory: _, ...others } = Place;
  const named = Object.entries(others).map(([name, place]) => [
    `${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    at(place),
  ]);
  return { directory, ...Object.fromEntries(named) } as Addresses;
}
