// Logs as events of the books: whose log it is, and what it says. A second decoder besides the audit's: viem.
import { type Abi, type AbiEvent, decodeEventLog, toEventSelector, type Hex as ViemHex } from "viem";
import { ABI_OF } from "../../books/abi-of.ts";
import { PLACE } from "../../books/apply/founding.ts";
import type { Address, BookEvent, Hex } from "../../books/event.ts";
import type { Coop } from "../../books/model.ts";
import { type AbiParameter, argsFrom } from "../../books/normalise.ts";

type Module = keyof typeof ABI_OF;

export type FoundLog = {
  block: { number: bigint; timestamp: bigint; hash: Hex };
  log: { address: Address; logIndex: number; topics: readonly (ViemHex | null)[]; data: ViemHex };
  transactionHash: Hex;
};

const MODULE_AT = new Map<number, Module>(Object.entries(PLACE).map(([name, place]) => [place, name as Module]));

/** Which module an address is or was; nothing before it was ever placed. */
export function moduleOf(
  { placements }: Pick<Coop, "placements">,
  directory: string,
  address: string,
): Module | undefined {
  if (address.toLowerCase() === directory.toLowerCase()) return "directory";
  const placed = placements.find(({ module }) => module.toLowerCase() === address.toLowerCase());
  return placed && MODULE_AT.get(placed.place);
}

/** Nothing for a log that the module's ABI does not know. */
export function decodeLog(module: Module, { block, log, transactionHash }: FoundLog): BookEvent | undefined {
  const topics = log.topics.filter((topic) => topic !== null) as [ViemHex, ...ViemHex[]];
  const event = eventsOf(module).get(topics[0]);
  if (!event) return undefined;
  try {
    const { args } = decodeEventLog({ abi: [event], topics, data: log.data, strict: true });
    const named = (args ?? {}) as Readonly<Record<string, unknown>>;
    const inputs = event.inputs as readonly AbiParameter[];
    return {
      contract: module,
      name: event.name,
      args: argsFrom(
        inputs,
        inputs.map(({ name }, i) => named[name || String(i)]),
      ),
      address: log.address.toLowerCase() as Address,
      blockNumber: block.number,
      logIndex: log.logIndex,
      timestamp: Number(block.timestamp),
      transactionHash,
    };
  } catch {
    return undefined;
  }
}

/** What the ABI says of an event that was decoded before. */
export function inputsOf(module: string, name: string): readonly AbiParameter[] {
  const event = [...eventsOf(module as Module).values()].find((one) => one.name === name);
  if (!event) throw new Error(`There is no event ${name} of ${module}: the index was made by another version.`);
  return event.inputs as readonly AbiParameter[];
}

const known = new Map<Module, Map<string, AbiEvent>>();

/** By first topic. */
function eventsOf(module: Module): Map<string, AbiEvent> {
  const found = known.get(module);
  if (found) return found;
  const events = (ABI_OF[module] as Abi).filter((item) => item.type === "event");
  const bySelector = new Map(events.map((event) => [toEventSelector(event), event]));
  known.set(module, bySelector);
  return bySelector;
}
