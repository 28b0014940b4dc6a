import { Link } from "@tanstack/react-router";
import { t } from "../../../books/say.ts";
import { ActButton } from "../shared/act/ActButton.tsx";
import { ActStatus } from "../shared/act/ActStatus.tsx";
import { useAct } from "../shared/act/useAct.ts";
import { ABI_OF } from "../shared/chain/abis.ts";
import { useCoop } from "../shared/chain/useCoop.ts";
import { personOf } from "../shared/membership/persons.ts";
import { useWallet } from "../shared/wallet/useWallet.ts";

/** Anyone closes a co-op that has been winding up long enough; then its members take their shares. */
export default function CloseCoop() {
  const { coop, modules } = useCoop();
  const { address } = useWallet();
  const act = useAct("close-coop");
  if (coop.closedAt !== undefined) {
    if (!personOf(coop, address)) return null;
    return (
      <p className="mt-1">
        <Link to="/shares" className="font-semibold underline">{t`Take your shares back`}</Link>
      </p>
    );
  }
  return (
    <div className="mt-2">
      <ActButton
        act={act}
        label={t`Close the co-op`}
        call={() => ({ address: modules.directory, abi: ABI_OF.directory as never, functionName: "close", args: [] })}
      />
      <ActStatus act={act} />
    </div>
  );
}
