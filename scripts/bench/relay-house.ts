// A co-op of one class on a chain served over HTTP, whose members have keys.

import { bls12_381 } from "@noble/curves/bls12-381.js";
import hre from "hardhat";
import { type Address, concatHex, encodeFunctionData, type Hex, keccak256, parseEther, toHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { assemblyAbi, assemblyDeskAbi, ballotKeysAbi, memberRegisterAbi } from "../../books/abi.ts";
import { ClassKind } from "../deploy/charter.ts";
import { foundCoop } from "../deploy/found.ts";
import RochdaleModule from "../deploy/rochdale.ts";
import { compile } from "../lib/compile.ts";
import { startLocalChain } from "../lib/local-chain.ts";
import { entry } from "./chain.ts";
import { benchCharter } from "./charter.ts";
import { multiplesOf, plantKey } from "./planted-keys.ts";

const FIRST_KEY = 0xbe2c_0000n;
const GAS = toHex(10_000_000);
const SINGLES = 10;

/** Known to everybody: for a chain that ends with the measurement. */
export const memberOf = (i: number) => privateKeyToAccount(toHex(FIRST_KEY + BigInt(i), { size: 32 }));

export type RelayHouse = Awaited<ReturnType<typeof relayHouse>>;

export async function relayHouse() {
  await compile();
  const chain = await startLocalChain(hre, 0, new Date());
  const connection = chain.connection as Awaited<ReturnType<typeof hre.network.create>>;
  const { viem, ignition, networkHelpers, provider } = connection;
  const { factory } = await ignition.deploy(RochdaleModule);
  const euro = await viem.deployContract("TestEuro");
  const client = await viem.getPublicClient();
  const wallets = await viem.getWalletClients();
  const bench = { viem, networkHelpers, factory, euro, client, wallets } as never;
  const charter = await benchCharter(bench, [ClassKind.User], 3);
  const coop = await foundCoop(client as never, entry(wallets, 0) as never, factory.address, charter);
  await networkHelpers.impersonateAccount(coop.assembly);
  await networkHelpers.setBalance(coop.assembly, parseEther("1000"));
  const request = (method: string, params: unknown[]) => provider.request({ method, params });
  const send = (from: Address, to: Address, data: Hex) =>
    request("eth_sendTransaction", [{ from, to, data, gas: GAS }]) as Promise<Hex>;

  let admitted = 0;
  let votes = 0;
  const admitUpTo = async (members: number) => {
    for (; admitted < members; admitted++) {
      const args = [memberOf(admitted).address, 0, keccak256(toHex(admitted))] as const;
      await send(
        coop.assembly,
        coop.register,
        encodeFunctionData({ abi: memberRegisterAbi, functionName: "admit", args }),
      );
    }
  };
  let keyed = 0;
  /** Gives each of them a registered key, and has all of them packed. */
  const keyUpTo = async (members: number) => {
    const keys = multiplesOf(bls12_381.G1.Point.BASE, members);
    const seats = [];
    for (let i = keyed; i < members; i++) {
      const contract = { address: coop.register, abi: memberRegisterAbi } as const;
      const args = [memberOf(i).address] as const;
      const [memberId, seat] = await client.readContract({ ...contract, functionName: "seatOf", args });
      await plantKey(networkHelpers, coop.ballotKeys, { memberId, seat, key: entry(keys, i) });
      seats.push({ seat, key: entry(keys, i) });
    }
    for (const page of Map.groupBy(seats, ({ seat }) => seat >>> 7).values()) {
      const args = [concatHex(page.map(({ key }) => key))] as const;
      const data = encodeFunctionData({ abi: ballotKeysAbi, functionName: "pack", args });
      await send(coop.assembly, coop.ballotKeys, data);
    }
    keyed = members;
  };
  const openVote = async (): Promise<bigint> => {
    votes += 1;
    const text = `Vote ${votes}`;
    const minute = encodeFunctionData({ abi: assemblyDeskAbi, functionName: "minute", args: [keccak256(toHex(text))] });
    const args = [[coop.assembly], [0n], [minute], text] as const;
    const contract = { address: coop.assembly, abi: assemblyAbi } as const;
    await networkHelpers.mine();
    await entry(wallets, 0).writeContract({ ...contract, functionName: "propose", args });
    const hashed = [args[0], args[1], args[2], keccak256(toHex(text))] as const;
    const id = await client.readContract({ ...contract, functionName: "getProposalId", args: hashed });
    await networkHelpers.mine();
    return id;
  };
  return {
    chain,
    coop,
    networkHelpers,
    client,
    admitUpTo,
    keyUpTo,
    openVote,
    /** Gas of one castVoteBySig, on average over a few that come after the first of their page. */
    castVoteBySig: async (): Promise<number> => {
      await admitUpTo(SINGLES + 1);
      const id = await openVote();
      let gas = 0n;
      for (let i = 0; i <= SINGLES; i++) {
        const voter = memberOf(i);
        const signature = await voter.signTypedData({
          domain: { name: "Rochdale Assembly", version: "1", chainId: 31_337, verifyingContract: coop.assembly },
          types: {
            Ballot: [
              { name: "proposalId", type: "uint256" },
              { name: "support", type: "uint8" },
              { name: "voter", type: "address" },
              { name: "nonce", type: "uint256" },
            ],
          },
          primaryType: "Ballot",
          message: { proposalId: id, support: i % 3, voter: voter.address, nonce: 0n },
        });
        const args = [id, i % 3, voter.address, signature] as const;
        const data = encodeFunctionData({ abi: assemblyAbi, functionName: "castVoteBySig", args });
        const receipt = await client.getTransactionReceipt({
          hash: await send(entry(wallets, 5).account.address, coop.assembly, data),
        });
        if (i > 0) gas += receipt.gasUsed;
      }
      return Number(gas / BigInt(SINGLES));
    },
    stop: () => chain.stop(),
  };
}
