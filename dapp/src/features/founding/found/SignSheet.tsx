import { t } from "../../../../../books/say.ts";
import { ActButton } from "../../../shared/act/ActButton.tsx";
import { ActStatus } from "../../../shared/act/ActStatus.tsx";
import { useAct } from "../../../shared/act/useAct.ts";
import { usePage } from "../../../shared/config/useConfig.ts";
import { sameAddress, shortAddress } from "../../../shared/format/address.ts";
import { Note } from "../../../shared/ui/Note.tsx";
import { Sheet } from "../../../shared/ui/Sheet.tsx";
import { useWallet } from "../../../shared/wallet/useWallet.ts";
import { useFounding } from "../useFounding.ts";
import { CostNote } from "./CostNote.tsx";
import { actOf, foundingCall } from "./call.ts";
import { useCost } from "./useCost.ts";

/** The one signature. */
export function SignSheet() {
  const { instance } = usePage();
  const { draft, change, charter, factory } = useFounding();
  const { address, connect } = useWallet();
  const act = useAct(actOf(draft.salt));
  const cost = useCost(address);
  const among = address && charter.founders.some(({ account }) => sameAddress(account, address));
  return (
    <Sheet title={t`Found it`}>
      <p>{t`Everything is lawful. One of you signs for all; the co-op belongs to its members from that moment, and nobody keeps a key, neither the signer nor this page.`}</p>
      <CostNote cost={cost} />
      {!address ? (
        <button
          type="button"
          className="button button-main w-full"
          onClick={connect}
        >{t`Connect a wallet to sign`}</button>
      ) : (
        <>
          <p className="small mb-3 text-muted">
            {among
              ? t`You sign as ${shortAddress(address)}.`
              : t`You sign as ${shortAddress(address)}, who is not among the founders. That is allowed, and gives no membership.`}
          </p>
          <ActButton
            act={act}
            label={t`Found the co-op`}
            disabled={cost !== undefined && "refused" in cost}
            call={() => {
              change({ sent: { instance, factory: factory.address, account: address } });
              return foundingCall(factory.address, charter, draft.salt);
            }}
          />
          <ActStatus act={act} done={t`Looking for your co-op in the receipt.`} />
        </>
      )}
      {draft.sent && act.state.step === "idle" && (
        <div className="mt-4">
          <Note tone="wait">{t`You were about to sign, or signed, before this page was closed. Nothing is on record so far; the page goes on looking. You can sign again: this draft founds one co-op and not two.`}</Note>
        </div>
      )}
    </Sheet>
  );
}
