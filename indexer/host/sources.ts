// The events that Ponder looks for. It wants one ABI a source in which no name comes twice, and our modules have some events of one
// name in two forms: what the first source has already is in the next one.
import type { AbiEvent } from "viem";
import { directoryAbi } from "../../books/abi.ts";
import { ABI_OF } from "../../books/abi-of.ts";

export const DIRECTORY = "Directory";
const SOURCE_NAMES = ["Modules", "OtherForms"];

export const placedEvent = directoryAbi.find(
  (item) => item.type === "event" && item.name === "ModulePlaced",
) as AbiEvent & {
  name: "ModulePlaced";
};

export const directoryEvents = eventsOf(directoryAbi);

/** By the name of the source. */
export const moduleEvents: Record<string, AbiEvent[]> = layered(Object.values(ABI_OF).flatMap(eventsOf));

function eventsOf(abi: readonly unknown[]): AbiEvent[] {
  return (abi as AbiEvent[]).filter(({ type }) => type === "event");
}

function layered(events: readonly AbiEvent[]): Record<string, AbiEvent[]> {
  const distinct = [...new Map(events.map((event) => [formOf(event), event])).values()];
  const layers = SOURCE_NAMES.map((): AbiEvent[] => []);
  for (const event of distinct) {
    const layer = layers.find((others) => others.every(({ name }) => name !== event.name));
    if (!layer) throw new Error(`There are more than ${SOURCE_NAMES.length} forms of the event ${event.name}.`);
    layer.push(event);
  }
  return Object.fromEntries(SOURCE_NAMES.map((name, i) => [name, layers[i] ?? []]));
}

/** What decides how a log is read: names of arguments do not. */
function formOf({ name, inputs }: AbiEvent): string {
  return `${name}(${inputs.map((input) => `${typeOf(input)}${input.indexed ? " indexed" : ""}`).join()})`;
}

function typeOf(input: { type: string; components?: readonly unknown[] }): string {
  if (!input.components) return input.type;
  return `(${(input.components as (typeof input)[]).map(typeOf).join()})${input.type.slice("tuple".length)}`;
}
