// The events of the contracts in the short form that the first page loads: by the beginning of the hash of their
// signature, so that the page need not hash them. Made in dapp/vite.config.ts.
import type { AbiEvent, AbiParameter } from "viem";
import { toEventSelector } from "viem";
import { type EventTable, type Param, topicKey } from "./decode-event.ts";

export function eventTable(abi: readonly { type: string }[]): EventTable {
  const events = abi.filter(({ type }) => type === "event") as AbiEvent[];
  const table: Record<string, EventTable[string]> = {};
  for (const event of events) {
    const key = topicKey(toEventSelector(event));
    // The parts of the Assembly share some events.
    if (table[key] && table[key][0] !== event.name) throw new Error(`${event.name} and ${table[key][0]} begin alike.`);
    table[key] = [event.name, ...event.inputs.map(short)];
  }
  return table;
}

function short(input: AbiParameter & { indexed?: boolean }): Param {
  const parts = (input as { components?: readonly AbiParameter[] }).components;
  const mark = input.indexed ? 1 : 0;
  return parts ? [input.name ?? "", input.type, mark, parts.map(short)] : [input.name ?? "", input.type, mark];
}

/** Events of the standards that say again what one of ours says, or never happen here: the pages do without them. */
const SAID_TWICE = new Set([
  ...["Initialized", "Transfer", "Approval", "ApprovalForAll", "Locked", "Unlocked", "EIP712DomainChanged", "URI"],
  ...["OperationScheduled", "OperationExecuted", "OperationCanceled", "TargetClosed", "TargetFunctionRoleUpdated"],
  ...["TargetAdminDelayUpdated", "RoleGranted", "RoleLabel", "RoleAdminChanged", "RoleGuardianChanged"],
  ...["RoleGrantDelayChanged", "ProposalCanceled", "ProposalQueued", "VoteCastWithParams", "PostedToReserve"],
]);

/** What only a book that is made later reads: modules, and events of the Treasury. */
const LATER: Record<string, "commons" | "market"> = {
  bonds: "commons",
  machines: "commons",
  income: "commons",
  market: "market",
  patronage: "market",
  surplus: "market",
};
const ALSO_OF_COMMONS = new Set(["BudgetGranted", "BudgetSpent", "Halted"]);

type Abi = readonly { type: string; name?: string }[];

type Tables = Record<string, EventTable>;

/** The events of every module, those apart that the first page does without. */
export function eventTables(abis: Record<string, Abi>): Record<"first" | "commons" | "market", Tables> {
  const tables = { first: {} as Tables, commons: {} as Tables, market: {} as Tables };
  for (const [module, abi] of Object.entries(abis)) {
    const bookOf = ({ name = "" }: Abi[number]) => LATER[module] ?? (ALSO_OF_COMMONS.has(name) ? "commons" : "first");
    // A machine's owner is told by ERC-721 alone.
    const needed = abi.filter(
      ({ name = "" }) => !SAID_TWICE.has(name) || (module === "machines" && name === "Transfer"),
    );
    for (const book of ["first", "commons", "market"] as const) {
      const table = eventTable(needed.filter((item) => bookOf(item) === book));
      if (Object.keys(table).length > 0) tables[book][module] = table;
    }
  }
  return tables;
}
