import type { JobEntry } from "../../../../books/market.ts";
import { t } from "../../../../books/say.ts";
import { ActButton } from "../../shared/act/ActButton.tsx";
import { ActStatus } from "../../shared/act/ActStatus.tsx";
import { useAct } from "../../shared/act/useAct.ts";
import { useAgreement } from "./useAgreement.tsx";
import { useJobCall } from "./useJobCall.ts";

/** The customer confirms: all of it is paid at once. */
export function ConfirmForm({ entry }: { entry: JobEntry }) {
  const call = useJobCall(entry);
  const act = useAct(`confirm:${entry.id}`);
  const { distance, field } = useAgreement(entry);
  return (
    <div className="space-y-4">
      {field}
      <div>
        <ActButton
          act={act}
          label={t`Confirm that it is done`}
          disabled={distance === undefined}
          call={() => (distance === undefined ? undefined : call("confirm", distance))}
        />
        <ActStatus act={act} done={t`The provider is paid.`} />
      </div>
      <p className="small text-muted">{t`The provider is paid at once, and it can not be disputed any more.`}</p>
    </div>
  );
}
