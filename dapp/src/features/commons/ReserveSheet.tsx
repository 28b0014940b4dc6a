import { Link } from "@tanstack/react-router";
import { bodyAt } from "../../../../books/apply/reserve.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { formatCents } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Address } from "../../shared/ui/Address.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

/** What belongs to nobody: how much it is, what it has covered, and who gets it in the end (A1, A2). */
export function ReserveSheet() {
  const { coop, modules, settlement, now } = useCoop();
  const { address } = useWallet();
  const act = useAct("accept-body");
  const { body, next } = bodyAt(coop.reserve, now);
  const covered = coop.reserve.moves
    .filter(({ does }) => does === "covered")
    .reduce((sum, one) => sum + one.amount, 0n);
  const asked = [body, next].some((one) => one && !one.accepted && address && sameAddress(one.account, address));
  return (
    <Sheet
      title={t`Reserve`}
      aside={<span className="figures font-serif text-3xl">{formatCents(coop.reserve.booked, settlement)}</span>}
    >
      <p className="max-w-[46rem] text-muted">{rich`It belongs to nobody and is never shared out, kept apart from the funds above. It pays for losses that the auditor has certified, and when the co-op ends it goes to the body below, never to a member.${covered > 0n && t` So far it has covered ${formatCents(covered, settlement)} of losses.`}`}</p>
      <dl className="mt-4 space-y-3">
        <div>
          <dt className="font-semibold">{t`Who gets it when the co-op ends`}</dt>
          {body ? (
            <dd>
              <Address value={body.account} />
              <span className="small block text-muted">
                {body.accepted
                  ? t`It has accepted.`
                  : t`It has not accepted yet: until it does, the co-op can not be closed.`}
              </span>
            </dd>
          ) : (
            <dd className="text-muted">{t`Nobody is named yet.`}</dd>
          )}
        </div>
        {next && (
          <div>
            <dt className="font-semibold">{t`Named to follow it`}</dt>
            <dd>
              <Address value={next.account} />
              <span className="small block text-muted">
                {next.accepted
                  ? t`From ${formatDay(next.effectiveAt)}.`
                  : t`It has not accepted. If it does, it follows on ${formatDay(next.effectiveAt)} at the earliest.`}
              </span>
            </dd>
          </div>
        )}
      </dl>
      {asked && (
        <div className="mt-4">
          <ActButton
            act={act}
            label={t`Accept as the body that inherits`}
            call={() => ({
              address: modules.reserve,
              abi: ABI_OF.reserve as never,
              functionName: "acceptBody",
              args: [],
            })}
          />
        </div>
      )}
      <ActStatus act={act} />
      <p className="small mt-4">
        <Link to="/audit/opinions" className="link">{t`Losses and opinions of the auditor`}</Link>
      </p>
    </Sheet>
  );
}
