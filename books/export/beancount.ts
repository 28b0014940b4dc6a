// The journal as beancount reads it. It compares balances by the day, so each account has one after every day on which it changed, with
// no tolerance: `bean-check journal.beancount`.
import { type Account, byCode } from "../chart.ts";
import type { Entry } from "../journal.ts";
import { type Running, runningOf } from "../running.ts";
import { amountOf, type Commodity, commodityOf } from "./commodity.ts";
import { dayOf, type ExportOf, isoOf } from "./subject.ts";

const DAY = 86_400;

type Opened = { account: Account; commodities: Set<string> };
/** Balances of a day, by account and commodity. */
type Stands = Map<string, string>;

/** @param nameOf what an account on chain is called, as from `namesIn` */
export function beancountOf(entries: readonly Entry[], of: ExportOf, nameOf: (account: string) => string): string {
  const opened = new Map<string, Opened>();
  const commodities = new Map<string, Commodity>();
  const lines: string[] = [];
  let stands: Stands = new Map();
  let last: Entry | undefined;
  for (const running of runningOf(entries)) {
    const { entry, posting } = running;
    const commodity = commodities.get(entry.asset) ?? commodityOf(entry.asset, of.token);
    commodities.set(entry.asset, commodity);
    const { path } = posting.account;
    const one = opened.get(path) ?? { account: posting.account, commodities: new Set<string>() };
    opened.set(path, one);
    one.commodities.add(commodity.name);
    if (last && dayOf(last.at) !== dayOf(entry.at)) {
      lines.push(...balancesAfter(last, stands));
      stands = new Map();
    }
    if (entry !== last) lines.push("", ...headOf(entry, nameOf));
    last = entry;
    lines.push(`  ${path}  ${amountOf(running.amount, commodity)} ${commodity.name}`);
    stands.set(`${path} ${commodity.name}`, balanceOf(running, commodity));
  }
  if (last) lines.push(...balancesAfter(last, stands));
  const first = entries[0] ? dayOf(entries[0].at) : undefined;
  return `${[...declarationsOf(of, first, [...opened.values()], [...commodities.values()]), ...lines].join("\n")}\n`;
}

function declarationsOf(of: ExportOf, first: string | undefined, opened: Opened[], commodities: Commodity[]): string[] {
  return [
    `; Co-op ${of.directory} on chain ${of.chainId}, up to block ${of.block}${of.blockHash ? ` (${of.blockHash})` : ""}.`,
    "; Check it: bean-check journal.beancount",
    `option "title" "Co-op ${of.directory}"`,
    ...commodities.slice(0, 1).map(({ name }) => `option "operating_currency" "${name}"`),
    ...commodities.flatMap(({ name, address, decimals }) => [
      `${first} commodity ${name}`,
      `  address: "${address}"`,
      `  decimals: ${decimals}`,
    ]),
    ...opened
      .toSorted((a, b) => byCode(a.account, b.account))
      .flatMap(({ account: { path, code, name }, commodities }) => [
        `${first} open ${path} ${[...commodities].join(",")}`,
        `  code: ${code}`,
        `  name: "${name}"`,
      ]),
  ];
}

/** The link ties together what one transaction did. */
function headOf({ at, block, logIndex, tx, party, memo, what }: Entry, nameOf: (account: string) => string): string[] {
  const who = nameOf(party);
  return [
    `${dayOf(at)} * "${what}" ^${tx}`,
    ...[`  time: "${isoOf(at)}"`, `  block: ${block}`, `  log: ${logIndex}`, `  tx: "${tx}"`, `  memo: "${memo}"`],
    ...(who ? [`  who: "${who}"`, `  party: "${party}"`] : []),
  ];
}

const balanceOf = ({ balance }: Running, commodity: Commodity): string =>
  `${amountOf(balance, commodity)} ~ ${amountOf(0n, commodity)} ${commodity.name}`;

/** Balances hold at the beginning of a day: those of a day are told on the next. */
function balancesAfter({ at }: Entry, stands: Stands): string[] {
  const next = dayOf(at + DAY);
  return ["", ...[...stands].map(([key, balance]) => `${next} balance ${key.split(" ")[0]}  ${balance}`)];
}
