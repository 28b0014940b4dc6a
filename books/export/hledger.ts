// The journal as hledger reads it. Every posting says what its account stands at afterwards, so that hledger finds any amount that was
// changed: `hledger -s -f journal.hledger check ordereddates`.
import { type Account, byCode } from "../chart.ts";
import type { Entry } from "../journal.ts";
import { type Running, runningOf } from "../running.ts";
import { amountOf, type Commodity, commodityOf } from "./commodity.ts";
import { dayOf, type ExportOf, isoOf } from "./subject.ts";

/** @param nameOf what an account on chain is called, as from `namesIn` */
export function hledgerOf(entries: readonly Entry[], of: ExportOf, nameOf: (account: string) => string): string {
  const [accounts, commodities] = [new Map<string, Account>(), new Map<string, Commodity>()];
  const lines: string[] = [];
  let last: Entry | undefined;
  for (const running of runningOf(entries)) {
    const { entry, posting } = running;
    const commodity = commodities.get(entry.asset) ?? commodityOf(entry.asset, of.token);
    commodities.set(entry.asset, commodity);
    accounts.set(posting.account.path, posting.account);
    if (entry !== last) lines.push("", ...headOf(entry, nameOf));
    last = entry;
    lines.push(postingOf(running, commodity));
  }
  return `${[...declarationsOf(of, [...accounts.values()], [...commodities.values()]), ...lines].join("\n")}\n`;
}

function declarationsOf(of: ExportOf, accounts: Account[], commodities: Commodity[]): string[] {
  return [
    `; Co-op ${of.directory} on chain ${of.chainId}, up to block ${of.block}${of.blockHash ? ` (${of.blockHash})` : ""}.`,
    "; Check it: hledger -s -f journal.hledger check ordereddates",
    "",
    "decimal-mark .",
    ...commodities.flatMap((one) => [
      `; ${one.address}${one.decimals === 0 ? ", in smallest units" : ""}`,
      `commodity 1000.${"0".repeat(one.decimals)} ${quoted(one)}`,
    ]),
    ...accounts
      .toSorted(byCode)
      .map(({ path, code, type, name }) => `account ${path}  ; type:${LETTERS[type]}, code:${code}, name:${name}`),
  ];
}

const LETTERS = { assets: "A", liabilities: "L", equity: "E", income: "R", expenses: "X" };

/** Only letters may stand without quotation marks. */
const quoted = ({ name }: Commodity): string => (/^[A-Z]+$/.test(name) ? name : `"${name}"`);

/** The code is block and log. */
function headOf({ at, block, logIndex, tx, party, memo, what }: Entry, nameOf: (account: string) => string): string[] {
  const who = nameOf(party);
  return [
    `${dayOf(at)} * (${block}.${logIndex}) ${what}`,
    `    ; time:${isoOf(at)}, block:${block}, log:${logIndex}, tx:${tx}`,
    `    ; ${who ? `who:${who}, party:${party}, ` : ""}memo:${memo}`,
  ];
}

function postingOf({ posting, amount, balance }: Running, commodity: Commodity): string {
  const money = (units: bigint) => `${amountOf(units, commodity)} ${quoted(commodity)}`;
  return `    ${posting.account.path}  ${money(amount)} = ${money(balance)}`;
}
