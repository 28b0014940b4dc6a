// Accounts as people read them: those of a machine or its bonds with what the machine is called.
import type { Account } from "../../../../../books/chart.ts";
import type { CommonsBook } from "../../../../../books/commons.ts";
import type { Coop } from "../../../../../books/coop.ts";
import { capitalised } from "../../../../../books/words.ts";
import { titleOfMachine } from "../../../shared/commons/naming.ts";

const OF_MACHINE = /:(?:Bonds|Bond-Service|Bond-Bids|Machine-Purchase):(\d+)/;

export function accountTitle({ name, path }: Account, coop: Coop, { machines }: Pick<CommonsBook, "machines">): string {
  const machine = machines.get(Number(OF_MACHINE.exec(path)?.[1]));
  return machine ? `${capitalised(name)}, ${titleOfMachine(coop, machine)}` : capitalised(name);
}
