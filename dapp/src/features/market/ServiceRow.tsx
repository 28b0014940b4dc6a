import type { ServiceEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoney } from "../../shared/format/money.ts";
import { formatSpan } from "../../shared/format/time.ts";
import { plural } from "../../shared/format/words.ts";
import { rich } from "../../shared/language/rich.ts";
import { StatementText } from "../../shared/statement/StatementText.tsx";
import { Chip } from "../../shared/ui/Chip.tsx";

import { MemberName } from "../../shared/ui/MemberName.tsx";
import { BookForm } from "./BookForm.tsx";
import { isOwn } from "./browse.ts";
import { Fold } from "./Fold.tsx";
import { termsOfService } from "./service.ts";
import { useViewer } from "./useJobs.ts";
import { Words } from "./Words.tsx";
import { kindName } from "./words.ts";

/** One service: what it costs, who does it, and booking it. */
export function ServiceRow({ service }: { service: ServiceEntry }) {
  const { coop, settlement, now } = useCoop();
  const { terms, closedUntil } = useMarket();
  const own = isOwn(service, useViewer());
  const stale = service.terms !== terms.length;
  const { fare, passThrough, lasts, bookings } = service;
  return (
    <li className="py-4 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="eyebrow figures">{rich`Service ${service.id}`}</span>
        {own && <Chip>{t`Yours`}</Chip>}
        {stale && <Chip tone="coming">{t`Under former terms`}</Chip>}
      </div>
      <h3 className="mt-1.5 text-lg">{rich`${kindName(service.kind)} for ${formatMoney(fare, settlement)}`}</h3>
      <p className="small text-muted">{rich`${passThrough > 0n && rich`with ${formatMoney(passThrough, settlement)} for tolls and other costs · `}by ${<MemberName account={service.provider} coop={coop} within />} · done within ${formatSpan(lasts)}${bookings.length > 0 && t` · booked ${plural(bookings.length, t`once`, t`${bookings.length} times`)}`}`}</p>
      {own ? (
        <StatementText label={t`What it is`} hash={service.details} author={service.provider} />
      ) : (
        <div className="small mt-1">
          <Words hash={service.details} />
        </div>
      )}
      {stale ? (
        <p className="small text-muted">
          {own
            ? t`The market's terms changed since. Withdraw it and offer it again under the new ones.`
            : t`The market's terms changed since it was offered, so it can not be booked until it is offered again.`}
        </p>
      ) : (
        !own &&
        now >= closedUntil && (
          <Fold label={t`Book it`}>
            <BookForm service={service} />
          </Fold>
        )
      )}
      {own && <Withdraw service={service} />}
    </li>
  );
}

function Withdraw({ service }: { service: ServiceEntry }) {
  const { modules } = useCoop();
  const act = useAct(`withdraw:service:${service.id}`);
  return (
    <div className="mt-3">
      <ActButton
        act={act}
        quiet
        label={t`Withdraw this service`}
        call={() => ({
          address: modules.market,
          abi: ABI_OF.market as never,
          functionName: "withdrawService",
          args: [BigInt(service.id), termsOfService(service)],
        })}
      />
      <ActStatus act={act} />
    </div>
  );
}
