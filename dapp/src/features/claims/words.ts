// What a sum is, told when it is shown: in the language of the page.
import type { CommonsBook } from "../../../../books/commons.ts";
import type { Coop } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { titleOfMachine } from "../../shared/commons/naming.ts";

/** What it is; and of which series, or for which job. */
export type What =
  | readonly ["income" | "shares" | "asked back" | "dividend" | "deposit" | "held"]
  | readonly ["repaid" | "coupons" | "bid", number]
  | readonly ["pay" | "part" | "money back", string];

export function wordsOfClaim(what: What, coop: Coop, { machines }: CommonsBook): string {
  const of = (id: number): string => {
    const machine = machines.get(id);
    return machine ? titleOfMachine(coop, machine) : t`Machine ${id}`;
  };
  switch (what[0]) {
    case "income":
      return t`Income from our machines`;
    case "shares":
      return t`From your shares`;
    case "asked back":
      return t`Shares that you asked back`;
    case "dividend":
      return t`Dividend for your points`;
    case "deposit":
      return t`The deposit of a bid`;
    case "held":
      return t`Held for you in the market`;
    case "repaid":
      return t`Repaid bonds: ${of(what[1])}`;
    case "coupons":
      return t`Coupons: ${of(what[1])}`;
    case "bid":
      return t`What your bid did not need: ${of(what[1])}`;
    case "pay":
      return t`Your pay for job No. ${what[1]}`;
    case "part":
      return t`Your part of job No. ${what[1]}`;
    case "money back":
      return t`Your money back for job No. ${what[1]}`;
  }
}
