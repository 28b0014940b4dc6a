// A founded co-op for tests: the contracts behind the clones, people in four classes, and time.
import hre from "hardhat";
import { type Address, type Hex, keccak256, toHex } from "viem";
import { assemblyAbi, assemblyDeskAbi, assemblyLobbyAbi } from "../../books/abi.ts";
import {
  boardOf,
  type Charter,
  ClassKind,
  DAY,
  defaultHaltLimit,
  defaultMarket,
  defaultMembership,
  defaultRules,
  defaultShares,
  defaultSurplus,
  founder,
} from "../../scripts/deploy/charter.ts";
import { foundCoop } from "../../scripts/deploy/found.ts";
import RochdaleModule from "../../scripts/deploy/rochdale.ts";

export const EURO = 1_000_000n;
/** Everything the Assembly's address answers. */
export const wholeAssemblyAbi = [
  ...assemblyAbi,
  ...assemblyDeskAbi.filter((e) => e.type === "function"),
  ...assemblyLobbyAbi.filter((e) => e.type === "function"),
] as const;

export type Action = { target: Address; data: Hex };

/** A fresh chain with the factory deployed; `found` makes a co-op on it. */
export async function freshChain(chainId?: number, hardfork?: string) {
  const override = { ...(chainId ? { chainId } : {}), ...(hardfork ? { hardfork } : {}) };
  const connection = await hre.network.create({ override });
  const { viem, networkHelpers, ignition } = connection;
  const { factory } = await ignition.deploy(RochdaleModule);
  const euro = await viem.deployContract("TestEuro");
  const client = await viem.getPublicClient();
  const wallets = await viem.getWalletClients();
  return { connection, viem, networkHelpers, factory, euro, client, wallets };
}

export type Chain = Awaited<ReturnType<typeof freshChain>>;

/** The standard test charter: drivers 40 %, riders 30 %, staff 20 %, investors 10 %; the first founder sits on the board. */
export async function standardCharter(chain: Chain, overrides: Partial<Charter> = {}): Promise<Charter> {
  const now = await chain.networkHelpers.time.latest();
  const account = (i: number) => at(chain.wallets, i).account.address;
  return {
    name: "Test co-op",
    purpose: "To carry people and things at fair rates.",
    classes: [
      { kind: ClassKind.Worker, name: "Drivers" },
      { kind: ClassKind.User, name: "Riders" },
      { kind: ClassKind.Supporter, name: "Staff" },
      { kind: ClassKind.Investor, name: "Investors" },
    ],
    rules: defaultRules([4_000, 3_000, 2_000, 1_000]),
    membership: defaultMembership,
    settlementToken: chain.euro.address,
    body: account(97),
    haltLimit: defaultHaltLimit,
    shares: defaultShares(EURO),
    market: defaultMarket,
    surplus: defaultSurplus,
    founders: [0, 1, 2].map((i) => founder(account(i), i)),
    // Two directors whom no test meets: a board has three seats (B1).
    officers: boardOf([account(0), account(98), account(99)], now + 180 * DAY),
    ...overrides,
  };
}

/** Founds a co-op and returns its modules as viem contracts. */
export async function found(chain: Chain, charter: Charter, salt?: Hex) {
  const { viem, client, wallets, factory, networkHelpers } = chain;
  const addresses = await foundCoop(client as never, at(wallets, 0) as never, factory.address, charter, salt);
  const registerContract = await viem.getContractAt("MemberRegister", addresses.register);
  await networkHelpers.impersonateAccount(addresses.assembly);
  await networkHelpers.setBalance(addresses.assembly, 10n ** 18n);
  return {
    ...addresses,
    authorityContract: await viem.getContractAt("Authority", addresses.authority),
    registerContract,
    assemblyContract: await viem.getContractAt("Assembly", addresses.assembly),
    deskContract: await viem.getContractAt("AssemblyDesk", addresses.assembly),
    lobbyContract: await viem.getContractAt("AssemblyLobby", addresses.assembly),
    sharesContract: await viem.getContractAt("MemberShares", addresses.shares),
    treasuryContract: await viem.getContractAt("Treasury", addresses.treasury),
    directoryContract: await viem.getContractAt("Directory", addresses.directory),
    boardContract: await viem.getContractAt("Board", addresses.board),
    reserveContract: await viem.getContractAt("Reserve", addresses.reserve),
    auditsContract: await viem.getContractAt("AuditRegister", addresses.audits),
    bondsContract: await viem.getContractAt("BondOffice", addresses.bonds),
    machinesContract: await viem.getContractAt("MachineRegister", addresses.machines),
    incomeContract: await viem.getContractAt("CommonsIncome", addresses.income),
    marketContract: await viem.getContractAt("JobMarket", addresses.market),
    patronageContract: await viem.getContractAt("Patronage", addresses.patronage),
    keysContract: await viem.getContractAt("BallotKeys", addresses.ballotKeys),
    surplusContract: await viem.getContractAt("Surplus", addresses.surplus),
    /** Admits by the Assembly's own hand, for tests whose subject is not the way in. */
    admit: (who: Address, classIndex: number, commitment: Hex) =>
      registerContract.write.admit([who, classIndex, commitment], { account: addresses.assembly }),
  };
}

export type Coop = Awaited<ReturnType<typeof found>>;

/** Runs `setUp` once for a suite and gives every test the state it left, by snapshot. */
export function perTest<T extends { chain: Chain }>(setUp: () => Promise<T>): () => T {
  let state: T;
  let restore: () => Promise<void>;
  before(async function () {
    this.timeout(60_000);
    state = await setUp();
    restore = (await state.chain.networkHelpers.takeSnapshot()).restore;
  });
  afterEach(() => restore());
  return () => state;
}

/** A fresh chain and the standard co-op on it, changed by `overrides`. */
export async function coopWith(overrides: (chain: Chain) => Partial<Charter> = () => ({}), chainId?: number) {
  const chain = await freshChain(chainId);
  return { chain, coop: await found(chain, await standardCharter(chain, overrides(chain))) };
}

/** A list entry that must be there. */
export function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new Error(`There is no entry ${index} in a list of ${list.length}.`);
  return value;
}

/** The four lists that Governor takes, for these actions. */
export function motion(actions: readonly Action[], description: string) {
  return [actions.map((a) => a.target), actions.map(() => 0n), actions.map((a) => a.data), description] as const;
}

export const hashOf = (text: string): Hex => keccak256(toHex(text));
