// What a parameter is and was, and which resolution changed it.
import type { Coop } from "../../../../../books/coop.ts";
import type { Settlement } from "../../../shared/chain/settlement.ts";
import { proposalOfTransaction } from "../../../shared/motion/numbering.ts";
import type { Group } from "../../../shared/parameters/list.ts";
import type { Parameter, Setting } from "../../../shared/parameters/parameter.ts";

export type Change = {
  at: number;
  from: string;
  to: string;
  /** The number of the proposal that did it. */
  proposal?: number;
};

export type Told = { parameter: Parameter; now: string; changes: Change[] };

/** Each parameter of a group with its changes, the latest first. */
export function toldOf(coop: Coop, group: Group, settings: readonly Setting[], settlement: Settlement): Told[] {
  return group.parameters.flatMap((parameter) => {
    const words = settings.map(({ values }) => parameter.say(values, settlement));
    const now = words.at(-1);
    if (now === undefined) return [];
    const changes = settings.flatMap(({ at, tx }, i): Change[] => {
      const [from, to] = [words[i - 1], words[i]];
      if (from === undefined || to === undefined || from === to) return [];
      const proposal = proposalOfTransaction(coop, tx)?.number;
      return [{ at, from, to, ...(proposal !== undefined && { proposal }) }];
    });
    return [{ parameter, now, changes: changes.reverse() }];
  });
}
