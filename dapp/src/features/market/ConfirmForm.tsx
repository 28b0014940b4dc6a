import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { ConfirmThroughRelay } from "./ConfirmThroughRelay.tsx";
import { useAgreement } from "./useAgreement.tsx";
import { useJobCall } from "./useJobCall.ts";

/** The customer confirms: all of it is paid at once. */
export function ConfirmForm({ entry }: { entry: JobEntry }) {
  const call = useJobCall(entry);
  const act = useAct(`confirm:${entry.name}`);
  const { distance, field } = useAgreement(entry);
  const config = useConfig();
  const { address } = useWallet();
  const { modules } = useCoop();
  // A relay knows the market that stands; and for the co-op an office confirms, which nobody can sign for.
  const relayed = entry.job.role === 0 && sameAddress(entry.market, modules.market);
  const relay = relayed && address ? config.relay : undefined;
  return (
    <div className="space-y-4">
      {field}
      {relay && <ConfirmThroughRelay relay={relay} entry={entry} distance={distance} />}
      <div>
        <ActButton
          act={act}
          quiet={relay !== undefined}
          label={relay ? t`Send my confirmation myself` : t`Confirm that it is done`}
          disabled={distance === undefined}
          call={() => (distance === undefined ? undefined : call("confirm", distance))}
        />
        <ActStatus act={act} done={t`The provider is paid.`} />
      </div>
      <p className="small text-muted">{t`The provider is paid at once, and it can not be disputed any more.`}</p>
    </div>
  );
}
