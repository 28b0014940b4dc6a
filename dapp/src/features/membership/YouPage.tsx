import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { hasOwnBallot } from "../../../../books/apply/ballots.ts";
import type { Coop } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { ReadingKeyNote } from "../../shared/documents/ReadingKeyNote.tsx";
import { formatDay } from "../../shared/format/time.ts";
import { YouTabs } from "../../shared/membership/MemberTabs.tsx";
import { personOf } from "../../shared/membership/persons.ts";
import { requestsTo } from "../../shared/motion/proxies.ts";
import { TakeAlong } from "../../shared/takeaway/TakeAlong.tsx";
import { Address } from "../../shared/ui/Address.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { SharesSheet } from "../capital/index.ts";
import { AllowancesSheet } from "./AllowancesSheet.tsx";
import { BallotKeySheet } from "./BallotKeySheet.tsx";
import { ClassMove } from "./ClassMove.tsx";
import { LeaveSheet } from "./LeaveSheet.tsx";
import { Marks } from "./Marks.tsx";
import { ProxiesSheet } from "./ProxiesSheet.tsx";
import { PROXIES } from "./SmallAct.tsx";
import { SpeakingSheet } from "./SpeakingSheet.tsx";

export function YouPage() {
  const { coop } = useCoop();
  const { name } = useConfig();
  const { address, member, connect } = useWallet();

  if (!address) {
    return (
      <>
        <PageHead title={t`Your membership`} lead={t`Connect the wallet that holds your membership to see it here.`} />
        <button type="button" className="button button-main" onClick={connect}>{t`Connect your wallet`}</button>
      </>
    );
  }
  if (!member) {
    const former = personOf(coop, address);
    const mayJoin = coop.windingUpSince === undefined && !coop.expelled.has(address.toLowerCase());
    return (
      <>
        <PageHead
          title={t`Your membership`}
          lead={t`This account is not a member of ${name}. ${nextFor(coop, address)}`}
        />
        <div className="mb-6 flex flex-wrap gap-3">
          {mayJoin && (
            <Link to="/apply" className="button button-main">
              {coop.applications.has(address.toLowerCase()) ? t`See your application` : t`Apply to join`}
            </Link>
          )}
          {former && <Link to="/shares" className="button button-quiet">{t`Your shares`}</Link>}
          <Link to="/recoveries" className="button button-quiet">{t`I lost my wallet`}</Link>
        </div>
        <p className="mb-6">
          <Address value={address} />
        </p>
        <AllowancesSheet account={address} />
      </>
    );
  }
  const votes = [...coop.proposals.values()].filter((proposal) => hasOwnBallot(proposal, member.seat)).length;
  const byProxy = [...coop.proposals.values()].filter(({ ballots }) => ballots.has(member.seat)).length - votes;
  // Whoever is asked something meets the question first.
  const requested = requestsTo(coop, member.seat).length > 0;
  const className = coop.classes[member.class]?.name ?? "";
  return (
    <>
      <PageHead title={t`Your membership`} lead={t`You are member ${member.id} of ${name}.`} />
      <YouTabs />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Sheet
          title={t`Membership`}
          aside={
            <TakeAlong label={t`Your dates (.ics)`} file={(files, taken) => files.calendarFrom(taken, member.id)} />
          }
        >
          <dl className="space-y-3">
            <Fact term={t`Member number`}>{member.id}</Fact>
            <Fact term={t`Class`}>
              {className} <Marks memberId={member.id} />
            </Fact>
            <Fact term={t`Member since`}>{formatDay(member.admittedAt)}</Fact>
            <Fact term={t`Votes you took part in`}>
              {votes}
              {byProxy > 0 && t`, and ${byProxy} through your proxy`}
            </Fact>
            <Fact term={t`Account`}>
              <Address value={member.account} />
            </Fact>
          </dl>
          <p className="small mt-4 text-muted">{t`One member, one vote, however many shares. A membership can not be sold.`}</p>
          <ClassMove member={member} />
        </Sheet>
        <SharesSheet member={member} />
        <div id={PROXIES} tabIndex={-1} className="scroll-mt-6 space-y-6 outline-none lg:col-span-2">
          {requested && <SpeakingSheet member={member} />}
          <ProxiesSheet member={member} />
          {!requested && <SpeakingSheet member={member} />}
          <Sheet title={t`Letters sealed for you`}>
            <ReadingKeyNote />
          </Sheet>
          <BallotKeySheet member={member} />
          <AllowancesSheet account={address} />
          <LeaveSheet member={member} />
        </div>
      </div>
    </>
  );
}

/** What somebody without a membership can do. */
function nextFor(coop: Coop, account: string): string {
  const former = personOf(coop, account);
  if (coop.windingUpSince !== undefined) return t`The co-op is winding up: nobody is admitted any more.`;
  if (former?.status === "expelled") {
    return t`The members expelled it. Only an extraordinary resolution of theirs admits it again.`;
  }
  if (former) return t`You left; what is due to you for your shares is still yours, and you can apply again.`;
  return t`You can apply to join with it. If you are a member and lost your wallet, ask for your membership back.`;
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 sm:grid-cols-[13rem_1fr]">
      <dt className="text-muted">{term}</dt>
      <dd className="figures min-w-0">{children}</dd>
    </div>
  );
}
