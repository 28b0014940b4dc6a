import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Entry } from "../../../../../books/journal.ts";
import { t } from "../../../../../books/say.ts";
import { useBooks } from "../../../shared/chain/books.ts";
import { formatDay } from "../../../shared/format/time.ts";
import { rich } from "../../../shared/language/rich.ts";
import { Empty } from "../../../shared/ui/Empty.tsx";
import { Exact } from "../../../shared/ui/Exact.tsx";
import { SaveTable } from "../../../shared/ui/SaveTable.tsx";
import { Sheet } from "../../../shared/ui/Sheet.tsx";
import { journalCsv } from "./csv.ts";
import { EntryWords } from "./EntryWords.tsx";
import { accountTitle } from "./names.ts";
import type { LedgerSearch } from "./search.ts";
import type { AssetView } from "./useAsset.ts";

const PAGE = 30;

type Props = { entries: readonly Entry[]; asset: AssetView; search: LedgerSearch };

/** Every entry, the latest first, with all its postings: debits and credits are the same in each. */
export function JournalTable({ entries, asset, search }: Props) {
  const [shown, setShown] = useState(PAGE);
  const latest = entries.slice(Math.max(0, entries.length - shown)).reverse();
  return (
    <Sheet title={t`All accounts`} aside={<SaveTable name="journal.csv" text={() => journalCsv(entries, asset)} />}>
      <p className="small mb-3 text-muted">{rich`${<span className="figures">{entries.length.toLocaleString("en-GB")}</span>} entries. In each, debits and credits are the same. Follow an account to see its balance after every line.`}</p>
      {entries.length === 0 && <Empty>{t`Nothing was posted in this time.`}</Empty>}
      {entries.length > 0 && (
        <table className="w-full border-collapse">
          <caption className="sr-only">{t`Entries of the journal, the latest first, with their postings`}</caption>
          <thead>
            <tr className="small border-b border-line text-left text-muted">
              <th scope="col" className="py-2 pr-4 font-semibold">{t`Account`}</th>
              <th scope="col" className="hidden py-2 pl-4 text-right font-semibold sm:table-cell">{t`Debit`}</th>
              <th scope="col" className="hidden py-2 pl-4 text-right font-semibold sm:table-cell">{t`Credit`}</th>
              <th scope="col" className="py-2 pl-4 text-right font-semibold sm:hidden">{t`Amount`}</th>
            </tr>
          </thead>
          {latest.map((entry) => (
            <Rows key={`${entry.block}:${entry.logIndex}:${entry.what}`} entry={entry} asset={asset} search={search} />
          ))}
        </table>
      )}
      {entries.length > shown && (
        <button
          type="button"
          className="button button-quiet mt-4"
          onClick={() => setShown(shown + 4 * PAGE)}
        >{t`Show earlier entries`}</button>
      )}
    </Sheet>
  );
}

function Rows({ entry, asset, search }: { entry: Entry; asset: AssetView; search: LedgerSearch }) {
  const { coop, commons } = useBooks();
  const cell = "figures small py-0.5 pl-4 text-right whitespace-nowrap";
  return (
    <tbody className="border-b border-line last:border-b-0">
      <tr className="align-top">
        <th scope="rowgroup" colSpan={4} className="pt-3 text-left font-normal">
          <span className="small figures mr-2 text-muted">{formatDay(entry.at)}</span>
          <EntryWords entry={entry} />
        </th>
      </tr>
      {entry.postings.map(({ account, debit, credit }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the postings of one entry
        <tr key={`${i}:${account.path}`} className="align-top last:[&>td]:pb-3">
          <td className={`small py-0.5 wrap-anywhere ${credit > 0n ? "pl-6 sm:pl-10" : "pl-2 sm:pl-4"}`}>
            <Link to="/treasury/ledger" search={{ ...search, account: account.path }} className="link">
              {account.code} {accountTitle(account, coop, commons)}
            </Link>
          </td>
          <td className={`${cell} hidden sm:table-cell`}>{debit > 0n && <Exact amount={debit} unit={asset} />}</td>
          <td className={`${cell} hidden sm:table-cell`}>{credit > 0n && <Exact amount={credit} unit={asset} />}</td>
          <td className={`${cell} sm:hidden`}>
            <Exact amount={debit + credit} unit={asset} narrow />
            <span className="block text-muted">{debit > 0n ? t`debit` : t`credit`}</span>
          </td>
        </tr>
      ))}
    </tbody>
  );
}
