// Every file that an export consists of: journals for hledger and beancount, tables, statements. Pure: whoever calls it writes them, serves
// them or hands them over.
import type { Books } from "../books.ts";
import { byCode } from "../chart.ts";
import { csvOf } from "../csv.ts";
import { balancesOf, type Entry } from "../journal.ts";
import { ledgerOf } from "../ledger.ts";
import { movementsOf } from "../movements.ts";
import { balanceSheetCsv, cashFlowCsv, incomeStatementCsv } from "../statements/csv.ts";
import { memberCsv, memberStatementOf } from "../statements/member.ts";
import { providerCsv, providersOf } from "../statements/provider.ts";
import { beancountOf } from "./beancount.ts";
import { amountOf, commodityOf } from "./commodity.ts";
import { feesCsv } from "./fees-csv.ts";
import { fullCsv } from "./full-csv.ts";
import { hledgerOf } from "./hledger.ts";
import { simpleCsv } from "./simple-csv.ts";
import { type ExportFile, type ExportOf, isoOf, namesIn } from "./subject.ts";

export type { ExportFile, ExportOf } from "./subject.ts";

/** Names may have a folder before them, with a slash. The first file says what the others are. */
export function exportFiles(books: Books, of: ExportOf): ExportFile[] {
  const { coop, commons, market } = books;
  const { address, decimals } = of.token;
  const entries = ledgerOf(coop, address, commons, market);
  const nameOf = namesIn(coop);
  return [
    { name: "READ-ME.txt", text: readMe(of, entries) },
    { name: "journal.hledger", text: hledgerOf(entries, of, nameOf) },
    { name: "journal.beancount", text: beancountOf(entries, of, nameOf) },
    { name: "journal.csv", text: fullCsv(entries, of, nameOf) },
    { name: "movements.csv", text: simpleCsv(movementsOf(books, address), of, nameOf) },
    { name: "fees.csv", text: feesCsv(market, decimals, nameOf) },
    { name: "chart.csv", text: chartCsv(entries, of) },
    ...assetsOf(entries, of).flatMap((asset) => statementsOf(entries, asset, of)),
    { name: "members.csv", text: membersCsv(books) },
    ...[...coop.members.keys()].flatMap((id) => memberFile(books, id, decimals)),
    ...providersOf(market).map((who) => ({
      name: `providers/${who}.csv`,
      text: providerCsv(market, who, decimals),
    })),
  ];
}

function readMe({ chainId, directory, block, blockHash, token }: ExportOf, entries: readonly Entry[]): string {
  return [
    `The books of the co-op ${directory} on chain ${chainId}, up to block ${block}${blockHash ? ` (${blockHash})` : ""}.`,
    `Made of its events alone: ${entries.length} entries. Amounts are in ${token.symbol} (${token.address}), times in UTC.`,
    "Members are known by their numbers. There are no names in these files, because there are none on the chain.",
    "",
    "journal.hledger    every posting; hledger -s -f journal.hledger check ordereddates",
    "journal.beancount  the same; bean-check journal.beancount",
    "journal.csv        the same as a table, with what each account stands at afterwards",
    "movements.csv      every movement of money, one row each, in plain words",
    "fees.csv           every fee of the market, with its parts and its points",
    "chart.csv          every account, with what it stands at",
    "balance-sheet.csv, income-statement.csv, cash-flow.csv",
    "members.csv        the roll; members/N.csv is the statement of member N",
    "providers/N.csv    the jobs that a provider did: a member by number, others by account",
    "",
  ].join("\n");
}

const assetsOf = (entries: readonly Entry[], { token }: ExportOf): string[] => [
  ...new Set([token.address, ...entries.map(({ asset }) => asset)].map((asset) => asset.toLowerCase())),
];

/** Those of other assets have these in their names. */
function statementsOf(entries: readonly Entry[], asset: string, { token }: ExportOf): ExportFile[] {
  const commodity = commodityOf(asset, token);
  const of = asset === token.address.toLowerCase() ? "" : `-${commodity.name}`;
  const write = (amount: bigint) => amountOf(amount, commodity);
  const own = entries.filter((entry) => entry.asset.toLowerCase() === asset);
  return [
    { name: `balance-sheet${of}.csv`, text: balanceSheetCsv(own, asset, write) },
    { name: `income-statement${of}.csv`, text: incomeStatementCsv(own, asset, write) },
    { name: `cash-flow${of}.csv`, text: cashFlowCsv(own, asset, write) },
  ];
}

function chartCsv(entries: readonly Entry[], { token }: ExportOf): string {
  const rows = [...balancesOf(entries)].flatMap(([asset, accounts]) => {
    const commodity = commodityOf(asset, token);
    return [...accounts.values()]
      .sort((a, b) => byCode(a.account, b.account))
      .map(({ account: { code, type, path, name }, amount }) => [
        ...[code, type, path, name, commodity.name],
        amountOf(type === "expenses" ? -amount : amount, commodity),
      ]);
  });
  return csvOf([["code", "type", "account", "name", "commodity", "balance"], ...rows]);
}

function membersCsv({ coop }: Books): string {
  const rows = [...coop.members.values()].map(({ id, account, seat, status, admittedAt, leftAt, units, ...member }) => [
    ...[id, coop.classes[member.class]?.name ?? "", seat, status, isoOf(admittedAt)],
    ...[leftAt === undefined ? "" : isoOf(leftAt), account, String(units)],
  ]);
  return csvOf([["member", "class", "seat", "status", "admitted", "ended", "account", "shares"], ...rows]);
}

function memberFile(books: Books, id: number, decimals: number): ExportFile[] {
  const statement = memberStatementOf(books, id, books.coop.upTo?.timestamp ?? 0);
  return statement ? [{ name: `members/${id}.csv`, text: memberCsv(statement, decimals) }] : [];
}
