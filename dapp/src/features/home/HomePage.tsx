import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { recoveryOf } from "../../../../books/apply/recoveries.ts";
import { t } from "../../../../books/say.ts";
import { stateOf } from "../../../../books/state.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { asName } from "../../shared/format/lookalikes.ts";
import { rich } from "../../shared/language/rich.ts";
import { personOf } from "../../shared/membership/persons.ts";
import { numberedProposals } from "../../shared/motion/numbering.ts";
import { ProposalRow } from "../../shared/motion/ProposalRow.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";

/** On its way while the chain is read, so that nobody waits for it and the page begins sooner. */
const forYou = import("./ForYou.tsx");
const ForYou = lazy(() => forYou.then(({ ForYou }) => ({ default: ForYou })));
/** Beside what waits and what is decided, or below it: it can come a moment later. */
const Figures = lazy(() => import("./Figures.tsx").then(({ Figures }) => ({ default: Figures })));
/** Beside each proposal that the reader has voted on. */
const OwnVote = lazy(() => import("./OwnVote.tsx").then(({ OwnVote }) => ({ default: OwnVote })));
/** Loaded only for those whom it concerns. */
const VetoNotice = lazy(() => import("../recovery/index.ts").then(({ VetoNotice }) => ({ default: VetoNotice })));

export function HomePage() {
  const { coop, now } = useCoop();
  const { name } = useConfig();
  const { address, member } = useWallet();
  const person = personOf(coop, address);
  const beingDecided = numberedProposals(coop)
    .filter((proposal) => ["open", "notice"].includes(stateOf(coop, proposal, now)))
    .sort((a, b) => a.voteEnd - b.voteEnd);
  return (
    <>
      <PageHead
        title={member ? t`For you` : name}
        lead={
          member
            ? rich`You are member ${member.id} of ${name}. ${<Link to="/you" className="link">{t`Your membership, shares and proxies`}</Link>}`
            : rich`${coop.purpose ? asName(coop.purpose) : t`A co-operative that belongs to its members.`} What it decides and what it owns is open to read, here. ${coop.windingUpSince === undefined && <Link to="/apply" className="link">{t`How to join`}</Link>}`
        }
      />
      {person && recoveryOf(coop, person.id, now) && (
        <Suspense>
          <VetoNotice />
        </Suspense>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
        <div className="space-y-6">
          <Suspense>
            <ForYou />
          </Suspense>
          <Sheet
            title={t`Being decided now`}
            aside={<Link to="/proposals" className="link small">{t`All proposals`}</Link>}
          >
            {beingDecided.length === 0 && <Empty>{t`Nothing is before the members at the moment.`}</Empty>}
            <ul>
              {beingDecided.map((proposal) => (
                <ProposalRow
                  key={proposal.id}
                  proposal={proposal}
                  coop={coop}
                  now={now}
                  own={
                    <Suspense>
                      <OwnVote proposal={proposal} />
                    </Suspense>
                  }
                />
              ))}
            </ul>
          </Sheet>
        </div>
        <Suspense>
          <Figures />
        </Suspense>
      </div>
    </>
  );
}
