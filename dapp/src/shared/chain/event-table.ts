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

/** Events of the standards that say again what one of ours says, or never happen here: the page does without them. */
const SAID_TWICE = new Set([
  ...["Initialized", "Transfer", "Approval", "ApprovalForAll", "Locked", "Unlocked", "EIP712DomainChanged"],
  ...["OperationScheduled", "OperationExecuted", "OperationCanceled", "TargetClosed", "TargetFunctionRoleUpdated"],
  ...["TargetAdminDelayUpdated", "RoleLabel", "RoleAdminChanged", "RoleGuardianChanged", "RoleGrantDelayChanged"],
  ...["ProposalCanceled", "ProposalQueued", "VoteCastWithParams"],
]);

/** Without those that the page does not need. */
export const needed = (abi: readonly { type: string; name?: string }[]) =>
  abi.filter(({ name }) => !SAID_TWICE.has(name ?? ""));
