// A co-op on a chain in this process that orders machines by resolutions, and has their bonds bid for, cleared and issued.
import { type Address, encodeFunctionData, keccak256, parseEventLogs, toHex } from "viem";
import { bondOfficeAbi, machineRegisterAbi } from "../../books/abi.ts";
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
  Position,
} from "../deploy/charter.ts";
import { foundCoop } from "../deploy/found.ts";
import RochdaleModule from "../deploy/rochdale.ts";
import { compileInProcess } from "../lib/compile-in-process.ts";
import { Failure } from "../lib/failure.ts";
import type { Bond } from "./bond-terms.ts";
import { dateText } from "./bonds-file.ts";
import { fractionOf } from "./decimal.ts";
import { refusalOf } from "./refusal.ts";

/** A resolution takes 31 days from notice to deed; what is left is for bids. */
const TIME_TO_ORDER = 40 * DAY;
/** The most actions of a resolution, and what may be used of a transaction's gas. */
const MOST_ACTIONS = 16;
const GAS_OF_ACTIONS = 12_000_000n;
const GAS = 16_000_000n;
const MOST_DATES = 255n;

export type BondHouse = Awaited<ReturnType<typeof foundBondHouse>>;
export type Issued = { bond: Bond; series: bigint };

/** @param firstIssue unix seconds; the chain begins before it, with time enough for a resolution */
export async function foundBondHouse(firstIssue: number) {
  const begin = firstIssue - TIME_TO_ORDER;
  if (begin <= 0) throw new Failure(`A bond of ${dateText(firstIssue)} is too early: chains begin in 1970.`);
  const { default: hre } = await import("hardhat");
  await compileInProcess(hre);
  const override = { initialDate: new Date(begin * 1_000) };
  const { viem, ignition, networkHelpers } = await hre.network.create({ override });
  const { factory } = await ignition.deploy(RochdaleModule);
  const euro = await viem.deployContract("TestEuro");
  const client = await viem.getPublicClient();
  const [board, ...others] = await viem.getWalletClients();
  const [second, third, body, seller] = others;
  if (!board || !second || !third || !body || !seller) throw new Error("The network has too few accounts.");
  const directors = [board, second, third].map(({ account }) => account.address);
  const coop = await foundCoop(client as never, board as never, factory.address, {
    name: "Replay",
    purpose: "To live through what happened elsewhere.",
    classes: [{ kind: ClassKind.User, name: "Lenders" }],
    rules: defaultRules([10_000]),
    membership: defaultMembership,
    settlementToken: euro.address,
    body: body.account.address,
    haltLimit: defaultHaltLimit,
    market: defaultMarket,
    surplus: defaultSurplus,
    shares: defaultShares(1n),
    founders: directors.map((account) => founder(account, 0)),
    officers: boardOf(directors, begin + 180 * DAY),
  });
  const assembly = await viem.getContractAt("Assembly", coop.assembly);
  const office = await viem.getContractAt("BondOffice", coop.bonds);
  const { time } = networkHelpers;
  const reach = async (at: number | bigint) => {
    if (BigInt(at) > BigInt(await time.latest())) await time.increaseTo(at);
  };

  /** Carries resolutions from notice to deed, all at the same time. */
  async function resolve(motions: readonly Motion[]): Promise<bigint[]> {
    const ids: bigint[] = [];
    for (const motion of motions) {
      await assembly.write.propose([...motion.actions, motion.text]);
      ids.push(await assembly.read.getProposalId([...motion.actions, keccak256(toHex(motion.text))]));
    }
    const [first] = motions;
    if (!first || ids[0] === undefined) return [];
    const lastId = ids.at(-1) ?? ids[0];
    await reach((await assembly.read.proposalDeadline([lastId])) - BigInt(defaultRules([10_000]).kinds[1].period) + 1n);
    for (const id of ids) {
      for (const member of [board, second, third]) {
        await assembly.write.castVote([id, Position.For], { account: member?.account });
      }
    }
    await reach(await assembly.read.proposalEta([lastId]));
    const ordered: bigint[] = [];
    for (const { actions, text } of motions) {
      const hash = await assembly.write.execute([...actions, keccak256(toHex(text))], { gas: GAS });
      const { logs } = await client.getTransactionReceipt({ hash });
      const orders = parseEventLogs({ abi: machineRegisterAbi, eventName: "MachineOrdered", logs });
      ordered.push(...orders.map(({ args }) => args.machineId));
    }
    return ordered;
  }

  const orderOf = ({ contract, principal, series }: Bond) =>
    encodeFunctionData({
      abi: machineRegisterAbi,
      functionName: "order",
      args: [machine(contract.id, principal, seller.account.address), series],
    });

  return {
    /** What one order would cost, or the words in which it is refused. */
    estimate: async (bond: Bond): Promise<bigint | string> => {
      try {
        return await client.estimateGas({ account: coop.assembly, to: coop.machines, data: orderOf(bond) });
      } catch (error) {
        return refusalOf(error);
      }
    },
    /** Orders a machine for each bond, by as many resolutions as it needs. */
    order: async (bonds: readonly { bond: Bond; gas: bigint }[]): Promise<Issued[]> => {
      const pages = paged(bonds);
      const machines = await resolve(
        pages.map((page, i) => ({
          text: `Machines that bonds pay, list ${i + 1}`,
          actions: [page.map(() => coop.machines), page.map(() => 0n), page.map(({ bond }) => orderOf(bond))],
        })),
      );
      return bonds.map(({ bond }, i) => ({ bond, series: machines[i] ?? 0n }));
    },
    /** A member bids all of each series at its rate; at the close it is cleared and issued. */
    issue: async (issues: readonly Issued[]): Promise<void> => {
      await euro.write.mint([board.account.address, issues.reduce((sum, { bond }) => sum + bond.principal, 0n)]);
      await euro.write.approve([coop.treasury, 2n ** 256n - 1n]);
      for (const { bond, series } of issues) {
        await office.write.bid([series, bond.principal, bond.series.highestRate, `0x${"0".repeat(40)}`, NO_PERMIT]);
      }
      for (const { bond, series } of issues.toSorted((a, b) => a.bond.series.closesAt - b.bond.series.closesAt)) {
        await reach(bond.series.closesAt);
        await office.write.clear([series]);
        await office.write.allot([series, 1n]);
      }
    },
    /** The day a series was opened for, its dates, and how many smallest units of principal it has. */
    seriesOf: async (series: bigint) => {
      const fromBlock = 0n;
      const args = { series };
      const event = { address: coop.bonds, abi: bondOfficeAbi, eventName: "SeriesOpened", args, fromBlock } as const;
      const [opened] = await client.getContractEvents(event);
      if (!opened?.args.terms) throw new Error(`Series ${series} was never opened.`);
      const [dates] = await office.read.scheduleOf([series, 0n, MOST_DATES]);
      const { units } = await office.read.seriesOf([series]);
      return { issueDate: opened.args.terms.plan.issueDate, dates, units };
    },
    /** The coupon of the period that ends at a date, in smallest units, before any rounding. */
    couponOf: async (series: bigint, index: number, principal: bigint) => {
      const [numerator, denominator] = await office.read.couponOf([series, BigInt(index), principal]);
      return fractionOf(numerator, denominator);
    },
  };
}

type Motion = { text: string; actions: [targets: Address[], values: bigint[], calldatas: `0x${string}`[]] };

/** A machine of this price, all of it paid by bonds; what it rents for does not matter here. */
function machine(name: string, price: bigint, seller: Address) {
  return {
    specification: keccak256(toHex(name)),
    seller,
    price,
    contribution: 0n,
    rent: price,
    rentPeriod: 30 * DAY,
    periods: 12,
    upkeepShare: 1_000,
    grace: 30 * DAY,
    lessee: 1,
    usefulLife: 3_650 * DAY,
    residual: 0n,
  };
}

/** Cut so that each page fits one resolution and its execution one transaction. */
function paged<T extends { gas: bigint }>(list: readonly T[]): T[][] {
  const pages: T[][] = [];
  let gas = GAS_OF_ACTIONS;
  for (const entry of list) {
    gas += entry.gas;
    const page = pages.at(-1);
    if (page && page.length < MOST_ACTIONS && gas <= GAS_OF_ACTIONS) page.push(entry);
    else {
      pages.push([entry]);
      gas = entry.gas;
    }
  }
  return pages;
}
