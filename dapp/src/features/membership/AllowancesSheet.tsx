import type { Address as Account } from "viem";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { MODULE_TITLES } from "../../shared/chain/titles.ts";
import { tokenAbi } from "../../shared/chain/token.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoney } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { Address } from "../../shared/ui/Address.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { type Allowance, isWithoutLimit, useAllowances } from "./allowances.ts";

/** What the parts of the co-op may take from an account, and the way to take that back. */
export function AllowancesSheet({ account }: { account: Account }) {
  const { data: allowed, isError, refetch } = useAllowances(account);
  return (
    <Sheet title={t`What the co-op may take from your account`}>
      {!allowed && !isError && <p className="pulse text-muted">{t`Reading your account`}</p>}
      {!allowed && isError && (
        <p>{rich`What you allowed could not be read. ${<button type="button" className="link" onClick={() => refetch()}>{t`Try again`}</button>}`}</p>
      )}
      {allowed?.length === 0 && (
        <p>{t`Nothing. Every payment on these pages allows exactly its own sum, and uses it up.`}</p>
      )}
      {allowed && allowed.length > 0 && (
        <>
          <p className="mb-3">{t`You allowed these sums and they are not used up, for example because a payment was begun and not finished. Taking it back costs nothing but the network's fee.`}</p>
          <ul className="divide-y divide-line">
            {allowed.map((one) => (
              <AllowanceRow key={one.spender} allowance={one} account={account} />
            ))}
          </ul>
        </>
      )}
    </Sheet>
  );
}

function AllowanceRow({ allowance, account }: { allowance: Allowance; account: Account }) {
  const { settlement } = useCoop();
  const { module, spender, former, amount } = allowance;
  const act = useAct(`revoke:${account}:${spender}`);
  const title = MODULE_TITLES[module];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0">
        <p className="font-semibold">
          {isWithoutLimit(amount)
            ? t`${title}: everything, without a limit`
            : t`${title}: up to ${formatMoney(amount, settlement)}`}
        </p>
        {former && <p className="small text-bad">{t`It is no part of the co-op any more: take this back.`}</p>}
        <p className="small text-muted">
          <Address value={spender} />
        </p>
      </div>
      <div>
        <ActButton
          act={act}
          quiet
          label={t`Take it back`}
          call={() => ({
            ...{ address: settlement.address, abi: tokenAbi as never, functionName: "approve" },
            args: [spender, 0n],
          })}
        />
        <ActStatus act={act} done={t`It may take nothing any more.`} />
      </div>
    </li>
  );
}
