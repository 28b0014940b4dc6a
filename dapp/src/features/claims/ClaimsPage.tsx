import { t } from "../../../../books/say.ts";
import { rich } from "../../shared/language/rich.ts";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { ClaimsSheet } from "./ClaimsSheet.tsx";

/** Everything that is a person's own and waits for it, taken in one act. */
export function ClaimsPage() {
  const { address, connect } = useWallet();
  return (
    <>
      <PageHead
        title={t`Yours to take`}
        lead={t`All the money that is yours and waits for you, wherever in the co-op it comes from. None of it lapses: take it when you like.`}
      />
      {address ? (
        <ClaimsSheet key={address} account={address} />
      ) : (
        <Sheet title={t`What waits for you`}>
          <p>{rich`${<button type="button" className="link" onClick={connect}>{t`Connect your wallet`}</button>} to see what is yours.`}</p>
        </Sheet>
      )}
    </>
  );
}
