// A co-op of one class on a chain in this process, in which every recorded voter is a member.
import { type Address, encodeFunctionData, type Hex, keccak256, pad, parseEventLogs, toHex, zeroHash } from "viem";
import { privateKeyToAddress } from "viem/accounts";
import { assemblyAbi, assemblyDeskAbi, memberRegisterAbi } from "../../books/abi.ts";
import {
  boardOf,
  type CharterRules,
  ClassKind,
  DAY,
  defaultHaltLimit,
  defaultMarket,
  defaultMembership,
  defaultRules,
  defaultShares,
  defaultSurplus,
  founder,
  NO_PERMIT,
} from "../deploy/charter.ts";
import { foundCoop } from "../deploy/found.ts";
import RochdaleModule from "../deploy/rochdale.ts";
import { compileInProcess } from "../lib/compile-in-process.ts";
import { startLocalChain } from "../lib/local-chain.ts";
import { BLOCK_NUMBER, BLOCK_SHARE } from "./expected.ts";

const REGISTER = { abi: memberRegisterAbi } as const;
const LONGEST_VOTE = 60 * DAY;
const BALANCE = toHex(10n ** 24n);
const GAS = toHex(1_000_000);
/** Voters' accounts are this number and theirs: addresses that nobody else has. */
const FIRST_ACCOUNT = 0xb0n << 152n;

export type Electorate = Awaited<ReturnType<typeof foundElectorate>>;

/** The defaults, but for the block; voting is open long enough for one block a ballot. */
function replayRules(): CharterRules {
  const { kinds, voting } = defaultRules([10_000]);
  const [advisory, ...stricter] = kinds;
  return {
    kinds: [{ ...advisory, period: LONGEST_VOTE }, ...stricter],
    voting: { ...voting, blockShare: BLOCK_SHARE, blockNumber: BLOCK_NUMBER },
  };
}

/** With keys the voters can sign, and the chain is served over HTTP for a relay; without them they are impersonated. */
export async function foundElectorate({ withKeys }: { withKeys: boolean }) {
  const { default: hre } = await import("hardhat");
  await compileInProcess(hre);
  const served = withKeys ? await startLocalChain(hre, 0, new Date()) : undefined;
  const connection = served?.connection ?? (await hre.network.create());
  const { viem, ignition, provider, networkHelpers } = connection as Awaited<ReturnType<typeof hre.network.create>>;
  const accountOf = (voter: number): Address =>
    withKeys ? privateKeyToAddress(keyOf(voter)) : pad(toHex(FIRST_ACCOUNT + BigInt(voter)), { size: 20 });
  const { factory } = await ignition.deploy(RochdaleModule);
  const euro = await viem.deployContract("TestEuro");
  const client = await viem.getPublicClient();
  const [board, ...others] = await viem.getWalletClients();
  if (!board || !others[0] || !others[1] || !others[2])
    throw new Error("The network has too few accounts for a board.");
  const now = await networkHelpers.time.latest();
  const coop = await foundCoop(client as never, board as never, factory.address, {
    name: "Replay",
    purpose: "To live through what happened elsewhere.",
    classes: [{ kind: ClassKind.User, name: "Voters" }],
    rules: replayRules(),
    membership: defaultMembership,
    settlementToken: euro.address,
    body: others[2].account.address,
    haltLimit: defaultHaltLimit,
    market: defaultMarket,
    surplus: defaultSurplus,
    shares: { ...defaultShares(1n), maximum: 1n },
    founders: [founder(board.account.address, 0)],
    officers: boardOf(
      [board, others[0], others[1]].map(({ account }) => account.address),
      now + 180 * DAY,
    ),
  });

  const request = (method: string, params: unknown[]) => provider.request({ method, params });
  /** Mined at once in a block of its own; throws when the contract refuses. */
  const send = (from: Address, to: Address, data: Hex) =>
    request("eth_sendTransaction", [{ from, to, data, gas: GAS }]) as Promise<Hex>;

  return {
    served,
    coop,
    provider,
    directory: coop.directory,
    admit: async (voter: number) => {
      const account = accountOf(voter);
      await request("hardhat_setBalance", [account, BALANCE]);
      await request("hardhat_impersonateAccount", [account]);
      const register = (from: Address, data: Hex) => send(from, coop.register, data);
      await register(account, encodeFunctionData({ ...REGISTER, functionName: "applyFor", args: [0, zeroHash] }));
      await register(
        board.account.address,
        encodeFunctionData({ ...REGISTER, functionName: "accept", args: [account, zeroHash] }),
      );
      await register(account, encodeFunctionData({ ...REGISTER, functionName: "join", args: [0n, 0n, NO_PERMIT] }));
    },
    /** Puts an advisory motion on notice; voting is open at once. */
    propose: async (proposal: number): Promise<bigint> => {
      const text = `Proposal ${proposal}`;
      const matter = keccak256(toHex(text));
      const minute = encodeFunctionData({ abi: assemblyDeskAbi, functionName: "minute", args: [matter] });
      const args = [[coop.assembly], [0n], [minute], text] as const;
      const data = encodeFunctionData({ abi: assemblyAbi, functionName: "propose", args });
      const hash = await send(board.account.address, coop.assembly, data);
      const { logs } = await client.getTransactionReceipt({ hash });
      const [notice] = parseEventLogs({ abi: assemblyAbi, eventName: "NoticeGiven", logs });
      if (!notice) throw new Error(`No notice of proposal ${proposal} was given.`);
      return notice.args.proposalId;
    },
    vote: (voter: number, id: bigint, position: number) => {
      const data = encodeFunctionData({ abi: assemblyAbi, functionName: "castVote", args: [id, position] });
      return send(accountOf(voter), coop.assembly, data);
    },
    close: async () => {
      await networkHelpers.time.increase(LONGEST_VOTE + 1);
    },
    /** What the Assembly has: ballots by position of the one class, and the verdict's number. */
    resultOf: async (id: bigint) => {
      const office = { address: coop.assembly, abi: assemblyDeskAbi } as const;
      const [tally] = await client.readContract({ ...office, functionName: "tally", args: [id] });
      const { verdict } = await client.readContract({ ...office, functionName: "outcome", args: [id] });
      return { votes: tally?.votes ?? [], verdict };
    },
  };
}

/** Known to everybody: for a chain that ends with the replay. */
export const keyOf = (voter: number): Hex => toHex(FIRST_ACCOUNT + BigInt(voter), { size: 32 });
