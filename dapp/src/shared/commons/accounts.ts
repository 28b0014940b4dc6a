// What the accounts of the journal are called in the language of the page.
import type { Account } from "../../../../books/chart.ts";
import { saidLater } from "../../../../books/english.ts";
import { t } from "../../../../books/say.ts";
import { capitalised } from "../../../../books/words.ts";

/** "Treasury: operating fund". Files say its English name. */
export function accountSaid({ name }: Pick<Account, "name">): string {
  const fund = /^treasury: (.+)$/.exec(name)?.[1];
  return capitalised(fund === undefined ? saidLater(name) : t`treasury: ${saidLater(fund)}`);
}
