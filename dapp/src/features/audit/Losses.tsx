import { leftOf } from "../../../../books/apply/audits.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoney } from "../../shared/format/money.ts";
import { formatDay } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { StatementText } from "../../shared/statement/StatementText.tsx";
import { MemberName } from "../../shared/ui/MemberName.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";

/** Losses that an auditor certified, and what of them reserve and shares have borne (A1, S5). */
export function Losses() {
  const { coop, settlement, now } = useCoop();
  const certificates = [...coop.certificates.values()].reverse();
  const money = (amount: bigint) => formatMoney(amount, settlement);
  return (
    <Sheet title={t`Certified losses`}>
      {certificates.length === 0 && (
        <p className="text-muted">{t`None. Only with one can the reserve, and after it the shares, bear a loss.`}</p>
      )}
      <ul>
        {certificates.map((certificate) => {
          const { id, amount, covered, at, auditor, report } = certificate;
          const left = leftOf(certificate, now);
          return (
            <li key={id} className="border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0">
              <p className="pair">
                <span>{rich`${<span className="figures font-semibold">{rich`No. ${id}`}</span>}, ${formatDay(at)}, by ${<MemberName account={auditor} coop={coop} within />}`}</span>
                <span className="figures font-semibold">{money(amount)}</span>
              </p>
              <p className="small figures text-muted">{rich`${money(covered)} borne so far${left > 0n ? t`, ${money(left)} can still be` : covered < amount ? t`, the rest can not be any more` : ""}.`}</p>
              <StatementText label={t`The report`} hash={report} author={auditor} />
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
