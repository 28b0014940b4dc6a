import { useSearch } from "@tanstack/react-router";
import { t } from "../../../../../books/say.ts";
import { fromWhole } from "../../../shared/chain/WholeRecord.tsx";
import { CommonsTabs } from "../../../shared/commons/CommonsTabs.tsx";
import { useLedger } from "../../../shared/commons/ledger.ts";
import { spanOfDays } from "../../../shared/format/days.ts";
import { Empty } from "../../../shared/ui/Empty.tsx";
import { PageHead } from "../../../shared/ui/PageHead.tsx";
import { TreasuryRooms } from "../TreasuryRooms.tsx";
import { AccountTable } from "./AccountTable.tsx";
import { JournalTable } from "./JournalTable.tsx";
import { LedgerFilters } from "./LedgerFilters.tsx";
import { accountLedger, accountsIn, entriesIn, ofAsset } from "./lines.ts";
import { searchIn } from "./search.ts";
import { useAsset } from "./useAsset.ts";

/** The whole double-entry journal: all accounts, or one with its running balance. */
export const LedgerPage = fromWhole(function LedgerPage() {
  const search = searchIn(useSearch({ strict: false }));
  const asset = useAsset(search.asset);
  const entries = ofAsset(useLedger(), asset.address);
  const accounts = accountsIn(entries);
  const account = accounts.find(({ path }) => path === search.account);
  const span = spanOfDays(search.from, search.to);
  return (
    <>
      <PageHead
        title={t`Ledger`}
        lead={t`Every movement of money as an entry of double-entry bookkeeping, made in your browser from the public records. Days end at midnight UTC.`}
      />
      <CommonsTabs />
      <TreasuryRooms here="/treasury/ledger" />
      <LedgerFilters search={search} accounts={accounts} />
      {account && (
        <AccountTable
          key={account.path}
          account={account}
          ledger={accountLedger(entries, account, span)}
          asset={asset}
        />
      )}
      {search.account === undefined && (
        <JournalTable entries={entriesIn(entries, span)} asset={asset} search={search} />
      )}
      {search.account !== undefined && !account && (
        <Empty>{t`Nothing was ever posted to an account of this name. Choose one above.`}</Empty>
      )}
    </>
  );
});
