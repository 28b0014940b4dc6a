import { useState } from "react";
import type { Account } from "../../../../../books/chart.ts";
import { t } from "../../../../../books/say.ts";
import { useBooks } from "../../../shared/chain/books.ts";
import { formatDay } from "../../../shared/format/time.ts";
import { rich } from "../../../shared/language/rich.ts";
import { Empty } from "../../../shared/ui/Empty.tsx";
import { Exact } from "../../../shared/ui/Exact.tsx";
import { SaveTable } from "../../../shared/ui/SaveTable.tsx";
import { Sheet } from "../../../shared/ui/Sheet.tsx";
import { accountCsv } from "./csv.ts";
import { EntryWords } from "./EntryWords.tsx";
import { type AccountLedger, growsByDebit, type LedgerLine } from "./lines.ts";
import { accountTitle } from "./names.ts";
import type { AssetView } from "./useAsset.ts";

const PAGE = 50;

/** One account, the latest line first, each with the balance after it. */
export function AccountTable({
  account,
  ledger,
  asset,
}: {
  account: Account;
  ledger: AccountLedger;
  asset: AssetView;
}) {
  const [shown, setShown] = useState(PAGE);
  const { lines, opening, closing, debits, credits } = ledger;
  const latest = lines.slice(Math.max(0, lines.length - shown)).reverse();
  const { coop, commons } = useBooks();
  const title = accountTitle(account, coop, commons);
  return (
    <Sheet
      title={`${account.code} ${title}`}
      aside={<SaveTable name={`account-${account.code}.csv`} text={() => accountCsv(ledger, account, asset)} />}
    >
      <p className="small mb-3 text-muted">
        {growsByDebit(account)
          ? t`On this account a debit adds, and a credit takes away.`
          : t`On this account a credit adds, and a debit takes away.`}
      </p>
      <dl className="mb-4 grid gap-x-8 gap-y-1 sm:grid-cols-4">
        <Figure term={t`Brought forward`} amount={opening} asset={asset} />
        <Figure term={t`Debits`} amount={debits} asset={asset} />
        <Figure term={t`Credits`} amount={credits} asset={asset} />
        <Figure term={t`Balance`} amount={closing} asset={asset} />
      </dl>
      {lines.length === 0 && <Empty>{t`Nothing was posted to it in this time.`}</Empty>}
      {lines.length > 0 && (
        <table className="w-full border-collapse">
          <caption className="sr-only">{rich`${title}, the latest first, each with the balance after it`}</caption>
          <thead>
            <tr className="small border-b border-line text-left text-muted">
              <th scope="col" className="hidden py-2 pr-4 font-semibold sm:table-cell">{t`Date`}</th>
              <th scope="col" className="py-2 pr-4 font-semibold">{t`What`}</th>
              <th scope="col" className="hidden py-2 pl-4 text-right font-semibold md:table-cell">{t`Debit`}</th>
              <th scope="col" className="hidden py-2 pl-4 text-right font-semibold md:table-cell">{t`Credit`}</th>
              <th scope="col" className="py-2 pl-4 text-right font-semibold">{t`Balance`}</th>
            </tr>
          </thead>
          <tbody>
            {latest.map((line, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one entry can post twice to an account
              <Line key={`${line.entry.block}:${line.entry.logIndex}:${i}`} line={line} asset={asset} />
            ))}
          </tbody>
        </table>
      )}
      {lines.length > shown && (
        <button
          type="button"
          className="button button-quiet mt-4"
          onClick={() => setShown(shown + 4 * PAGE)}
        >{t`Show earlier lines`}</button>
      )}
    </Sheet>
  );
}

function Line({ line: { entry, debit, credit, balance }, asset }: { line: LedgerLine; asset: AssetView }) {
  const cell = "figures hidden py-2.5 pl-4 text-right whitespace-nowrap md:table-cell";
  return (
    <tr className="border-b border-line align-top last:border-b-0">
      <td className="small hidden py-2.5 pr-4 whitespace-nowrap text-muted sm:table-cell">{formatDay(entry.at)}</td>
      <td className="py-2.5 pr-4">
        <EntryWords entry={entry} />
        <span className="small block text-muted sm:hidden">{formatDay(entry.at)}</span>
        <span className="small figures block text-muted md:hidden">
          {debit > 0n ? t`Debit ` : t`Credit `}
          <Exact amount={debit > 0n ? debit : credit} unit={asset} narrow />
        </span>
      </td>
      <td className={cell}>{debit > 0n && <Exact amount={debit} unit={asset} />}</td>
      <td className={cell}>{credit > 0n && <Exact amount={credit} unit={asset} />}</td>
      <td className="figures py-2.5 pl-4 text-right whitespace-nowrap">
        <Exact amount={balance} unit={asset} narrow />
      </td>
    </tr>
  );
}

function Figure({ term, amount, asset }: { term: string; amount: bigint; asset: AssetView }) {
  return (
    <div className="flex justify-between gap-4 sm:block">
      <dt className="small text-muted">{term}</dt>
      <dd className="figures font-semibold">
        <Exact amount={amount} unit={asset} narrow />
      </dd>
    </div>
  );
}
