import { useSearch } from "@tanstack/react-router";
import { t } from "../../../../../books/say.ts";
import { balanceSheetOf } from "../../../../../books/statements/balance-sheet.ts";
import { cashFlowOf } from "../../../../../books/statements/cash-flow.ts";
import { incomeStatementOf } from "../../../../../books/statements/income-statement.ts";
import { inSentence } from "../../../../../books/words.ts";
import { useCoop } from "../../../shared/chain/useCoop.ts";
import { fromWhole } from "../../../shared/chain/WholeRecord.tsx";
import { accountSaid } from "../../../shared/commons/accounts.ts";
import { CommonsTabs } from "../../../shared/commons/CommonsTabs.tsx";
import { useLedger } from "../../../shared/commons/ledger.ts";
import { spanOfDays } from "../../../shared/format/days.ts";
import { formatMoney } from "../../../shared/format/money.ts";
import { rich } from "../../../shared/language/rich.ts";
import { Note } from "../../../shared/ui/Note.tsx";
import { PageHead } from "../../../shared/ui/PageHead.tsx";
import { SaveTable } from "../../../shared/ui/SaveTable.tsx";
import { Sheet } from "../../../shared/ui/Sheet.tsx";
import { TreasuryRooms } from "../TreasuryRooms.tsx";
import { CashFlowTable } from "./CashFlowTable.tsx";
import { balanceSheetCsv, cashFlowCsv, incomeStatementCsv } from "./csv.ts";
import { ExportSheet } from "./ExportSheet.tsx";
import { Lines } from "./Lines.tsx";
import { SpanFields } from "./SpanFields.tsx";
import { searchIn, spanWords } from "./span.ts";

/** Balance sheet, income statement and cash flow of a span of time, each from the same entries. */
export const StatementsPage = fromWhole(function StatementsPage() {
  const { settlement } = useCoop();
  const entries = useLedger();
  const search = searchIn(useSearch({ strict: false }));
  const span = spanOfDays(search.from, search.to);
  const words = spanWords(search);
  const money = (amount: bigint) => formatMoney(amount, settlement);
  const balance = balanceSheetOf(entries, settlement.address, span.until);
  const income = incomeStatementOf(entries, settlement.address, span);
  const cash = cashFlowOf(entries, settlement.address, span);
  return (
    <>
      <PageHead
        title={t`Statements`}
        lead={t`What the co-op's accountant would draw up, made in your browser from every entry of the ledger. In ${settlement.name} (${settlement.symbol}).`}
      />
      <CommonsTabs />
      <TreasuryRooms here="/treasury/statements" />
      <SpanFields search={search} entries={entries} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Sheet
          title={t`Balance sheet`}
          aside={<SaveTable name="balance-sheet.csv" text={() => balanceSheetCsv(balance, settlement)} />}
        >
          <p className="small text-muted">{words.at}</p>
          <Lines
            caption={t`Balance sheet ${words.at}`}
            unit={settlement}
            search={search}
            parts={[
              {
                title: t`What there is`,
                lines: balance.assets,
                total: { words: t`All assets`, amount: balance.totals.assets },
              },
              {
                title: t`What is owed`,
                lines: balance.liabilities,
                total: { words: t`All that is owed`, amount: balance.totals.liabilities },
              },
              {
                title: t`What is the co-op's own`,
                lines: balance.equity,
                more: [{ words: t`Income less costs, since the founding`, amount: balance.result }],
                total: { words: t`All of its own`, amount: balance.totals.equity },
              },
            ]}
          />
          <div className="mt-3">
            <Note tone={balance.difference === 0n ? "good" : "bad"}>
              {balance.difference === 0n
                ? t`It balances: what there is, is what is owed and what is the co-op's own.`
                : t`It does not balance: it is ${money(balance.difference)} out. Tell the auditor.`}
            </Note>
          </div>
        </Sheet>
        <Sheet
          title={t`Income and costs`}
          aside={<SaveTable name="income-statement.csv" text={() => incomeStatementCsv(income, settlement)} />}
        >
          <p className="small text-muted">{words.over}</p>
          <Lines
            caption={t`Income and costs ${words.over}`}
            unit={settlement}
            search={search}
            parts={[
              { title: t`What came in`, lines: income.income, total: sumOf(t`All income`, income.income) },
              { title: t`What it cost`, lines: income.expenses, total: sumOf(t`All costs`, income.expenses) },
              {
                title: t`What became of it`,
                lines: [],
                more: [
                  { words: t`Income less costs`, amount: income.result },
                  ...income.divided.map(({ account, amount }) => ({
                    words: t`Less ${inSentence(accountSaid(account))}`,
                    amount: -amount,
                  })),
                ],
                total: { words: t`Stays with the funds`, amount: income.kept },
              },
            ]}
          />
        </Sheet>
      </div>
      <Sheet
        className="mt-6"
        title={t`Cash flow`}
        aside={<SaveTable name="cash-flow.csv" text={() => cashFlowCsv(cash, settlement)} />}
      >
        <p className="small mb-2 text-muted">{rich`${words.over} What each place that keeps money held at first and at last, and why it changed.`}</p>
        <CashFlowTable cash={cash} unit={settlement} />
      </Sheet>
      <ExportSheet />
    </>
  );
});

const sumOf = (words: string, lines: readonly { amount: bigint }[]) => ({
  words,
  amount: lines.reduce((sum, { amount }) => sum + amount, 0n),
});
