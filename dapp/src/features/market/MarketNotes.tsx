import { Link } from "@tanstack/react-router";
import { t } from "../../../../books/say.ts";
import { useMarket } from "../../shared/chain/market.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { formatMoment } from "../../shared/format/time.ts";
import { rich } from "../../shared/language/rich.ts";
import { Note } from "../../shared/ui/Note.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { useViewer } from "./useJobs.ts";

/** Why something can not be begun at the moment. */
export function MarketNotes() {
  const { coop, now } = useCoop();
  const { terms, closedUntil } = useMarket();
  const { member, address } = useWallet();
  const { suspendedUntil } = useViewer();
  if (coop.windingUpSince !== undefined) {
    return (
      <Note tone="wait">{t`The co-op is winding up: no new job begins. Those that have begun go on to their end.`}</Note>
    );
  }
  if (now < closedUntil) {
    return (
      <Note tone="wait">{rich`A guardian stopped new jobs until ${formatMoment(closedUntil)}. Those that have begun go on, and it ends by itself.`}</Note>
    );
  }
  if (suspendedUntil !== undefined) {
    return (
      <Note tone="wait">{rich`Your use of services is stopped until ${formatMoment(suspendedUntil)}. You can end what you began, and not begin anything new.`}</Note>
    );
  }
  if (address && !member && terms.at(-1)?.membersOnly) {
    return (
      <Note>{rich`This market is for members. ${<Link to="/apply" className="link">{t`How to join`}</Link>}`}</Note>
    );
  }
  return null;
}
