// Accounts as people read them: those of a machine or its bonds with what the machine is called.
import type { Account } from "../../../../../books/chart.ts";
import type { CommonsBook } from "../../../../../books/commons.ts";
import type { Coop } from "../../../../../books/coop.ts";
import { accountSaid } from "../../../shared/commons/accounts.ts";
import { titleOfMachine } from "../../../shared/commons/naming.ts";

const OF_MACHINE = /:(?:Bonds|Bond-Service|Bond-Bids|Machine-Purchase):(\d+)/;

export function accountTitle(account: Account, coop: Coop, { machines }: Pick<CommonsBook, "machines">): string {
  const machine = machines.get(Number(OF_MACHINE.exec(account.path)?.[1]));
  return machine ? `${accountSaid(account)}, ${titleOfMachine(coop, machine)}` : accountSaid(account);
}
