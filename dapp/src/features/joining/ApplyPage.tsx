import { Link } from "@tanstack/react-router";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { rich } from "../../shared/language/rich.ts";
import { applicationOf, standingOf } from "../../shared/membership/applications.ts";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { ApplyForm } from "./ApplyForm.tsx";
import { JoinSheet } from "./JoinSheet.tsx";
import { NextSteps } from "./NextSteps.tsx";
import { TurnedDown } from "./TurnedDown.tsx";
import { Waiting } from "./Waiting.tsx";

/** How one becomes a member, from the first words to the first share; for members, how to move to another class. */
export function ApplyPage() {
  const { coop } = useCoop();
  const { name } = useConfig();
  const { member } = useWallet();
  return (
    <>
      <PageHead
        title={member ? t`Change your class` : t`Join ${name}`}
        lead={
          member
            ? t`You are in the class ${coop.classes[member.class]?.name ?? ""}. A move is applied for like a membership.`
            : t`Members own the co-op together: one member, one vote. You apply, the board answers, and then you join.`
        }
      />
      <Body />
    </>
  );
}

function Body() {
  const { coop, now } = useCoop();
  const { address, member, connect } = useWallet();
  if (coop.windingUpSince !== undefined) {
    return (
      <Sheet title={t`Closed to new members`}>{t`The co-op is winding up, so nobody is admitted any more.`}</Sheet>
    );
  }
  if (!address) {
    return (
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Sheet title={t`First, your account`}>
          <p className="mb-4">{t`Your membership will belong to the account in your wallet. Choose one that you will keep: it votes for you and receives your money.`}</p>
          <button type="button" className="button button-main" onClick={connect}>{t`Connect your wallet`}</button>
          <p className="small mt-4 text-muted">{rich`You are a member and lost your wallet? ${<Link to="/recoveries" className="link">{t`Ask for your membership back`}</Link>}`}</p>
        </Sheet>
        <NextSteps />
      </div>
    );
  }
  if (coop.expelled.has(address.toLowerCase())) {
    return (
      <Sheet
        title={t`This account can not apply`}
      >{t`The members expelled it. Only an extraordinary resolution of theirs admits it again.`}</Sheet>
    );
  }
  const application = applicationOf(coop, address);
  const standing = application && standingOf(application, now);
  if (application && standing === "accepted") return <JoinSheet application={application} />;
  if (application && standing === "waiting") return <Waiting application={application} />;
  const maySend = application === undefined || now > application.until;
  return (
    <div className="space-y-6">
      {application && <TurnedDown application={application} />}
      {maySend && (
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <ApplyForm key={member?.class} />
          <NextSteps />
        </div>
      )}
    </div>
  );
}
