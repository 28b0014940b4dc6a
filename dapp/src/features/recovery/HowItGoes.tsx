import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatSpan } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";

/** The way of a recovery, for everybody. */
export function HowItGoes() {
  const { coop } = useCoop();
  const wait = coop.membershipTerms?.recoveryWait;
  return (
    <Sheet title={t`How it goes`}>
      <ol className="list-decimal space-y-3 pl-5">
        <li>{t`The new account asks for a member's number.`}</li>
        <li>{t`One director and two other members vouch that this is the same person.`}</li>
        <li>{rich`${wait === undefined ? t`A public wait begins.` : t`For ${formatSpan(wait)} everybody can see it.`} If the old account is still in somebody's hands, it can say no. Then all members decide.`}</li>
        <li>{t`After that anyone completes it: number, shares, money and votes move to the new account.`}</li>
      </ol>
      <p className="small mt-4 text-muted">{t`Meanwhile nothing is paid out to either account. Offices end.`}</p>
    </Sheet>
  );
}
