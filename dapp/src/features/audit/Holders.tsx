import type { ReactNode } from "react";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatDay, formatRelative } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Address } from "../../shared/ui/Address.tsx";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import type { Holder } from "./holders.ts";

/** Those in office, and on demand those before them. */
export function Holders({ holders: { now: current, before } }: { holders: { now: Holder[]; before: Holder[] } }) {
  const { now } = useCoop();
  return (
    <>
      {current.length === 0 && <Empty>{t`Nobody holds it at the moment.`}</Empty>}
      <ul>
        {current.map((holder) => (
          <Row
            key={`${holder.account}:${holder.at}`}
            holder={holder}
          >{rich`until ${formatDay(holder.until)}, ${formatRelative(holder.until, now)}`}</Row>
        ))}
      </ul>
      {before.length > 0 && (
        <Disclosure label={before.length === 1 ? t`One who held it before` : t`${before.length} who held it before`}>
          <ul>
            {before.map((holder) => (
              <Row
                key={`${holder.account}:${holder.at}`}
                holder={holder}
              >{rich`${formatDay(holder.at)} to ${formatDay(holder.ended ?? 0)}${holder.early && t`, ended before its date, ${formatDay(holder.until)}`}`}</Row>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

function Row({ holder: { account }, children }: { holder: Holder; children: ReactNode }) {
  const { coop } = useCoop();
  return (
    <li className="border-b border-line py-2.5 last:border-b-0 last:pb-0">
      <p className="pair">
        <MemberName account={account} coop={coop} />
        <span className="small text-muted">{children}</span>
      </p>
      <Address value={account} />
    </li>
  );
}
