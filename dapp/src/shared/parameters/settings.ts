// When the parameters of a group were set, and to what.
import { eventName, eventOf } from "../chain/books.ts";
import type { Records } from "../chain/later-book.ts";
import type { Group } from "./list.ts";
import type { Setting, Values } from "./parameter.ts";

/** What was set, in the order of the chain. */
export function settingsOf({ base, kept }: Records, { module, event }: Pick<Group, "module" | "event">): Setting[] {
  return [...(base?.settings ?? []), ...kept].flatMap((one) => {
    if (one.module !== module || eventName(one) !== event) return [];
    const told = eventOf(one);
    if (!told) return [];
    const { terms, rules } = told.args as { terms?: Values; rules?: Values };
    return [{ at: told.timestamp, tx: told.transactionHash, values: rules ?? terms ?? told.args }];
  });
}
