// A co-op of drivers and riders on a chain in this process, whose clock follows the rides.
import {
  type Abi,
  type Address,
  encodeFunctionData,
  type Hex,
  keccak256,
  type TransactionReceipt,
  toHex,
  zeroHash,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { memberRegisterAbi } from "../../books/abi.ts";
import { approve, mint } from "../demo/test-euro.ts";
import {
  boardOf,
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
import { Failure } from "../lib/failure.ts";
import { CENT } from "./rides-file.ts";

const TIME_TO_FOUND = 2 * DAY;
const BALANCE = toHex(10n ** 24n);
const GAS = toHex(3_000_000);
/** The shortest that the charter allows: a month of rides has two. */
export const PERIOD = 28 * DAY;
/** One of the test money. */
export const PAR = 100n * CENT;
export const Class = { Drivers: 0, Riders: 1 } as const;

export type RideHouse = Awaited<ReturnType<typeof foundRideHouse>>;
export type Person = { address: Address; sign: ReturnType<typeof privateKeyToAccount>["signTypedData"] };

/** @param firstPickup unix seconds; the chain begins before it */
export async function foundRideHouse(firstPickup: number) {
  const begin = firstPickup - TIME_TO_FOUND;
  if (begin <= 0) throw new Failure("The first ride is too early: chains begin in 1970.");
  const { default: hre } = await import("hardhat");
  await compileInProcess(hre);
  // What happens in one second of the file happens in one second of the chain.
  const override = { initialDate: new Date(begin * 1_000), allowBlocksWithSameTimestamp: true };
  const { viem, ignition, provider } = await hre.network.create({ override });
  const { factory } = await ignition.deploy(RochdaleModule);
  const euro = await viem.deployContract("TestEuro");
  const client = await viem.getPublicClient();
  const [board, second, third, body] = await viem.getWalletClients();
  if (!board || !second || !third || !body) throw new Error("The network has too few accounts.");
  const directors = [board, second, third].map(({ account }) => account.address);
  const coop = await foundCoop(client as never, board as never, factory.address, {
    name: "Replay",
    purpose: "To live through what happened elsewhere.",
    classes: [
      { kind: ClassKind.Worker, name: "Drivers" },
      { kind: ClassKind.User, name: "Riders" },
    ],
    rules: defaultRules([6_000, 4_000]),
    membership: defaultMembership,
    settlementToken: euro.address,
    body: body.account.address,
    haltLimit: defaultHaltLimit,
    market: defaultMarket,
    surplus: { ...defaultSurplus, period: PERIOD },
    shares: defaultShares(PAR),
    founders: directors.map((account) => founder(account, Class.Drivers)),
    officers: boardOf(directors, begin + 180 * DAY),
  });

  const request = (method: string, params: unknown[]) => provider.request({ method, params });
  let now = begin + DAY;
  /** Mined at once in a block of its own, at the moment that `reach` set; throws when the contract refuses. */
  const send = async (from: Address, to: Address, data: Hex): Promise<TransactionReceipt> => {
    await request("evm_setNextBlockTimestamp", [now]);
    const hash = (await request("eth_sendTransaction", [{ from, to, data, gas: GAS }])) as Hex;
    return client.getTransactionReceipt({ hash });
  };
  const seat = async (account: Address): Promise<void> => {
    await request("hardhat_setBalance", [account, BALANCE]);
    await request("hardhat_impersonateAccount", [account]);
  };
  await seat(coop.assembly);

  return {
    provider,
    coop,
    euro: euro.address,
    /** One of the board. */
    director: board.account.address,
    client,
    send,
    balanceOf: (account: Address) => euro.read.balanceOf([account]),
    now: () => now,
    /** The chain's clock never goes back. */
    reach: (at: number) => {
      now = Math.max(now, at);
    },
    /** An account that nobody else has, with a key of its own. */
    person: async (name: string): Promise<Person> => {
      const { address, signTypedData } = privateKeyToAccount(keccak256(toHex(name)));
      await seat(address);
      return { address, sign: signTypedData };
    },
    /** Has a person apply, be accepted and join, without shares; returns its member id. */
    admit: async (account: Address, class_: number): Promise<number> => {
      const { register } = coop;
      const registers = (from: Address, functionName: string, args: unknown[]) =>
        send(from, register, encodeFunctionData({ abi: memberRegisterAbi as Abi, functionName, args }));
      await registers(account, "applyFor", [class_, zeroHash]);
      await registers(board.account.address, "accept", [account, keccak256(account)]);
      await registers(account, "join", [0n, 0n, NO_PERMIT]);
      const seatOf = { address: register, abi: memberRegisterAbi, functionName: "seatOf", args: [account] } as const;
      const [id] = await client.readContract(seatOf);
      return Number(id);
    },
    /** Gives a rider what its rides cost; the market may take it. */
    fund: async (account: Address, amount: bigint): Promise<void> => {
      const calls = [mint(euro.address, account, amount), approve(euro.address, account, coop.market, amount)];
      for (const { from, to, data } of calls) await send(from, to, data);
    },
  };
}
