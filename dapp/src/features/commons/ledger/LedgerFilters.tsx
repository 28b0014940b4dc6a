import { useNavigate } from "@tanstack/react-router";
import type { Account, AccountType } from "../../../../../books/chart.ts";
import { t } from "../../../../../books/say.ts";
import { useBooks } from "../../../shared/chain/books.ts";
import { useCoop } from "../../../shared/chain/useCoop.ts";
import { shortAddress } from "../../../shared/format/address.ts";
import { rich } from "../../../shared/language/rich.ts";
import { DayField } from "../../../shared/ui/DayField.tsx";
import { Field } from "../../../shared/ui/Field.tsx";
import { TYPE_TITLES } from "./lines.ts";
import { accountTitle } from "./names.ts";
import { type LedgerSearch, searchIn } from "./search.ts";

type Props = { search: LedgerSearch; accounts: readonly Account[] };

/** Which account, and from when to when; all of it stands in the address of the page. */
export function LedgerFilters({ search, accounts }: Props) {
  const { coop, settlement } = useCoop();
  const navigate = useNavigate();
  const go = (to: LedgerSearch) => navigate({ to: "/treasury/ledger", search: searchIn(to), replace: true });
  const others = [...coop.otherAssets];
  return (
    <search className="mb-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)] print:hidden">
      <Field label={t`Account`}>
        {(ids) => (
          <select
            {...ids}
            className="field"
            value={search.account ?? ""}
            onChange={({ target }) => go({ ...search, account: target.value })}
          >
            <option value="">{t`All accounts`}</option>
            {(Object.keys(TYPE_TITLES) as AccountType[]).map((type) => (
              <Options key={type} title={TYPE_TITLES[type]} accounts={accounts.filter((one) => one.type === type)} />
            ))}
          </select>
        )}
      </Field>
      <DayField label={t`From`} value={search.from} onChange={(from) => go({ ...search, from })} />
      <DayField label={t`To`} value={search.to} onChange={(to) => go({ ...search, to })} />
      {others.length > 0 && (
        <Field label={t`Kept in`}>
          {(ids) => (
            <select
              {...ids}
              className="field"
              value={search.asset ?? ""}
              onChange={({ target }) => go({ ...search, asset: target.value })}
            >
              <option value="">{settlement.symbol}</option>
              {others.map((asset) => (
                <option key={asset} value={asset}>{rich`another token, ${shortAddress(asset)}`}</option>
              ))}
            </select>
          )}
        </Field>
      )}
    </search>
  );
}

function Options({ title, accounts }: { title: string; accounts: readonly Account[] }) {
  const { coop, commons } = useBooks();
  if (accounts.length === 0) return null;
  return (
    <optgroup label={title}>
      {accounts.map((account) => (
        <option key={account.path} value={account.path}>
          {account.code} {accountTitle(account, coop, commons)}
        </option>
      ))}
    </optgroup>
  );
}
