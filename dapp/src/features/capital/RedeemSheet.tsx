import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatCents } from "../../shared/format/money.ts";
import { rich } from "../../shared/language/rich.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import type { Props } from "./HoldingSheet.tsx";

/** The co-op is closed: the whole holding comes back at par, without a queue (A2). */
export function RedeemSheet({ person, holding: { units, due, interest }, terms }: Props) {
  const { modules, settlement } = useCoop();
  const act = useAct(`redeem:${person.id}`);
  const all = formatCents(units * terms.par + due + interest, settlement);
  return (
    <Sheet title={t`The co-op is closed`}>
      {units + due + interest === 0n ? (
        <p>{t`Nothing is due to you any more.`}</p>
      ) : (
        <>
          <p className="mb-4">{rich`Your shares are paid back at par, with all that is due to you: ${all}. There is no queue and no notice.`}</p>
          <ActButton
            act={act}
            label={t`Take ${all}`}
            call={() => ({
              address: modules.shares,
              abi: ABI_OF.shares as never,
              functionName: "redeem",
              args: [person.id],
            })}
          />
        </>
      )}
      <ActStatus act={act} done={t`The money is in your account.`} />
    </Sheet>
  );
}
