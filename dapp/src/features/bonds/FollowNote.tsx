import type { Series } from "../../../../books/commons.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { ABI_OF } from "../../shared/chain/abis.ts";
import { useCommons } from "../../shared/chain/commons.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { personOf } from "../../shared/membership/persons.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { leftBehind } from "./holding.ts";

/** After a lost wallet was recovered: what is still under the former account comes along (M6). */
export function FollowNote({ series }: { series: Series }) {
  const { coop, modules } = useCoop();
  const commons = useCommons();
  const { address } = useWallet();
  const person = personOf(coop, address);
  const former = person ? leftBehind(commons, series, person)[0] : undefined;
  const act = useAct(`follow:${series.id}:${former}`);
  if (!former) return null;
  return (
    <Sheet title={t`From your former account`}>
      <p className="mb-3">{t`Bonds or money of this series are still under the account that you lost. They are yours and can come to the one you use now.`}</p>
      <ActButton
        act={act}
        label={t`Bring them to this account`}
        call={() => ({
          address: modules.bonds,
          abi: ABI_OF.bonds as never,
          functionName: "follow",
          args: [former, [BigInt(series.id)]],
        })}
      />
      <ActStatus act={act} done={t`They are with this account.`} />
    </Sheet>
  );
}
