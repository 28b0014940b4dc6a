// Founds a co-op through a factory and finds its modules.
import type { Address, Hash, PublicClient, WalletClient } from "viem";
import { parseEventLogs, zeroHash } from "viem";
import { coopFactoryAbi, directoryAbi } from "../../books/abi.ts";
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

/** One transaction from `wallet`; reverts with the clause that the charter breaks. */
export async function foundCoop(
  client: PublicClient,
  wallet: WalletClient,
  factory: Address,
  charter: Charter,
  salt: Hash = zeroHash,
): Promise<Addresses & { blockNumber: bigint; gasUsed: bigint }> {
  const account = wallet.account;
  if (!account) throw new Error("The wallet that founds a co-op needs an account.");
  const hash = await wallet.writeContract({
    account,
    chain: wallet.chain,
    address: factory,
    abi: coopFactoryAbi,
    functionName: "found",
    args: [charter, salt],
  });
  const receipt = await client.waitForTransactionReceipt({ hash });
  const [founded] = parseEventLogs({ abi: coopFactoryAbi, eventName: "CoopFounded", logs: receipt.logs });
  if (!founded) throw new Error(`Transaction ${hash} founded no co-op.`);
  const addresses = await modulesOf(client, founded.args.directory);
  return { ...addresses, blockNumber: receipt.blockNumber, gasUsed: receipt.gasUsed };
}

/** The modules that a directory lists now. */
export async function modulesOf(client: PublicClient, directory: Address): Promise<Addresses> {
  const at = (place: number) =>
    client.readContract({ address: directory, abi: directoryAbi, functionName: "moduleAt", args: [place] });
  const [authority, register, assembly, shares, treasury] = await Promise.all(
    [Place.Authority, Place.Register, Place.Assembly, Place.Shares, Place.Treasury].map(at),
  );
  const [board, reserve, audits, bonds, machines, income] = await Promise.all(
    [Place.Board, Place.Reserve, Place.Audits, Place.Bonds, Place.Machines, Place.Income].map(at),
  );
  const [market, patronage, surplus, ballotKeys] = await Promise.all(
    [Place.Market, Place.Patronage, Place.Surplus, Place.BallotKeys].map(at),
  );
  const kept = { reserve, audits, bonds, machines, income };
  const work = { market, patronage, surplus, ballotKeys };
  return { directory, authority, register, assembly, shares, treasury, board, ...kept, ...work } as Addresses;
}
