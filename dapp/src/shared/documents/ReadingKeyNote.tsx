import { t } from "../../../../books/say.ts";
import { rich } from "../language/rich.ts";
import { Note } from "../ui/Note.tsx";
import { useWallet } from "../wallet/useWallet.ts";
import { exportAddress } from "./service.ts";
import { useReadingKey } from "./useReadingKey.ts";

/** Lets a person be someone for whom documents can be sealed, and take along what is kept for them. */
export function ReadingKeyNote() {
  const { address } = useWallet();
  const key = useReadingKey();
  if (!address) return null;
  const missing = key.published === "none";
  return (
    <div className="space-y-3">
      {missing && (
        <p>{t`Nobody can seal a document for you yet: that takes a reading key. Your wallet will ask twice, first to sign the fixed text that makes the key, then to sign the key itself, so that others can trust it. Both send nothing on chain and cost nothing.`}</p>
      )}
      {key.differs && (
        <Note tone="wait">{t`The key that your wallet made now is not the one you published: it seems not to sign the same text twice alike. What was sealed for you before can not be read here. Publish the new key and ask the authors to seal their documents again; better, use another wallet for the same account.`}</Note>
      )}
      {(missing || key.differs) && (
        <button
          type="button"
          className="button button-quiet"
          aria-disabled={key.busy || undefined}
          onClick={key.publish}
        >
          {key.busy ? t`Waiting for your wallet` : missing ? t`Make my reading key` : t`Publish the new key`}
        </button>
      )}
      {typeof key.published === "object" && !key.differs && (
        <p>{t`You have a reading key: documents can be sealed for you, and your wallet opens them.`}</p>
      )}
      {typeof key.published === "object" && (
        <p className="small">{rich`${<a className="link" href={exportAddress(address)} download="documents.ndjson">{t`Save everything that you wrote or may read`}</a>} (as it is kept: what is sealed stays sealed)`}</p>
      )}
      <p role="status" className="small text-bad empty:hidden">
        {key.trouble}
      </p>
    </div>
  );
}
