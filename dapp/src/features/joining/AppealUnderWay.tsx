import { Link } from "@tanstack/react-router";
import type { Application } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { sameAddress } from "../../shared/format/address.ts";
import { plural } from "../../shared/format/words.ts";
import { rich } from "../../shared/language/rich.ts";
import { numberedDrafts, numberedProposals } from "../../shared/motion/numbering.ts";
import { secondersMissing } from "../../shared/motion/rolls.ts";
import { Sheet } from "../../shared/ui/Sheet.tsx";

/** Where an appeal stands: gathering seconders, or before the members. */
export function AppealUnderWay({ application }: { application: Application }) {
  const { coop, now } = useCoop();
  const draft = numberedDrafts(coop).findLast(
    ({ appeal, proposer }) => appeal && sameAddress(proposer, application.account),
  );
  if (!draft) return null;
  const proposal = numberedProposals(coop).find(({ draftId }) => draftId === draft.id);
  const missing = secondersMissing(coop, draft, now);
  return (
    <Sheet title={t`Your appeal`}>
      {proposal ? (
        <p>{rich`All members vote on it. ${<Link to="/proposals/$number" params={{ number: String(proposal.number) }} className="link">{t`See how it stands`}</Link>}`}</p>
      ) : (
        <p>
          {missing > 0
            ? t`${missing} more ${plural(missing, t`member`, t`members`)} must back it before all members vote. Send them the link.`
            : t`Enough members back it; anyone can now put it to the vote.`}{" "}
          <Link
            to="/drafts/$number"
            params={{ number: String(draft.number) }}
            className="link"
          >{t`See your appeal`}</Link>
        </p>
      )}
    </Sheet>
  );
}
