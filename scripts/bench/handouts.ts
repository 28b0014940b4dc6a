// The peers of member income: a Merkle distributor with OpenZeppelin's proof, and a push to every head.
import { encodeAbiParameters, type Hex, keccak256 } from "viem";
import { type Bench, EURO, entry } from "./chain.ts";

/** As many members as a proof of ten hashes stands for. */
const LEVELS = 10;
const HEADS = 50;

const pair = (a: Hex, b: Hex): Hex =>
  keccak256(a < b ? `0x${a.slice(2)}${b.slice(2)}` : `0x${b.slice(2)}${a.slice(2)}`);

export async function measureHandouts({ viem, euro, wallets, gasOf }: Bench) {
  const leafOf = (index: number) => {
    const { account } = entry(wallets, index);
    const types = [{ type: "uint256" }, { type: "address" }, { type: "uint256" }] as const;
    return keccak256(keccak256(encodeAbiParameters(types, [BigInt(index), account.address, EURO])));
  };
  // Two members are neighbours; everybody else is a hash.
  const others = Array.from({ length: LEVELS - 1 }, (_, i) => keccak256(`0x${(i + 1).toString(16).padStart(64, "0")}`));
  const root = others.reduce(pair, pair(leafOf(0), leafOf(1)));
  const distributor = await viem.deployContract("PeerDistributor", [euro.address, root]);
  const heads = wallets.slice(0, HEADS).map(({ account }) => account.address);
  await euro.write.mint([distributor.address, 1_000n * EURO]);
  for (const head of heads) await euro.write.mint([head, EURO]);
  const claim = (index: number) => {
    const proof = [leafOf(1 - index), ...others];
    return gasOf(distributor.write.claim([BigInt(index), entry(heads, index), EURO, proof]));
  };
  await claim(0);
  return { claim: await claim(1), push: (await gasOf(distributor.write.push([heads, EURO]))) / BigInt(HEADS) };
}
