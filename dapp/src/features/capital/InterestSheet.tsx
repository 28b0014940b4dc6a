import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { sharesInWords } from "../../shared/format/units.ts";
import { rich } from "../../shared/language/rich.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import type { Props } from "./HoldingSheet.tsx";
import { WhyInterest } from "./WhyInterest.tsx";

/** Interest that the members declared: why it is what it is, and taking it in money or in shares (S4, S6). */
export function InterestSheet({ person, holding, terms }: Props) {
  const { coop, modules, settlement } = useCoop();
  const { interest } = holding;
  const inMoney = useAct(`interest-money:${person.id}`);
  const inShares = useAct(`interest-shares:${person.id}`);
  const whole = interest / terms.par;
  const rest = interest - whole * terms.par;
  const sells = coop.windingUpSince === undefined && person.status === "active";
  const money = (amount: bigint) => formatCents(amount, settlement);
  const claim = (asShares: boolean) => ({
    address: modules.shares,
    abi: ABI_OF.shares as never,
    functionName: person.status === "active" ? "claimInterest" : "collect",
    args: person.status === "active" ? [asShares] : [person.id],
  });
  return (
    <Sheet title={t`Interest`}>
      {interest === 0n ? (
        <p className="text-muted">{t`Nothing is due. Members can declare interest once a year, in a resolution; it is limited and never promised.`}</p>
      ) : (
        <>
          <p className="mb-4">{rich`${<span className="figures font-serif text-3xl">{money(interest)}</span>} is yours. Take it when you like; it does not lapse.`}</p>
          <div className="flex flex-wrap gap-3">
            <ActButton act={inMoney} label={t`Take it in money`} call={() => claim(false)} />
            {sells && whole > 0n && (
              <ActButton act={inShares} quiet label={t`Take ${sharesInWords(whole)}`} call={() => claim(true)} />
            )}
          </div>
          {sells && whole > 0n && rest > 0n && (
            <p className="small mt-2 text-muted">{rich`In shares, ${money(rest)} is left and stays yours.`}</p>
          )}
        </>
      )}
      <ActStatus act={inMoney} done={t`The money is in your account.`} />
      <ActStatus act={inShares} done={t`The shares are yours.`} />
      <WhyInterest person={person} owed={interest} />
    </Sheet>
  );
}
