import { Link } from "@tanstack/react-router";
import { t } from "../../../../books/say.ts";
import { holdingOf } from "../../../../books/share-ledger.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { rich } from "../../shared/language/rich.ts";
import { YouTabs } from "../../shared/membership/MemberTabs.tsx";
import { personOf } from "../../shared/membership/persons.ts";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { BuySheet } from "./BuySheet.tsx";
import { HoldingSheet } from "./HoldingSheet.tsx";
import { InterestSheet } from "./InterestSheet.tsx";
import { PromiseSheet } from "./PromiseSheet.tsx";
import { QueueSheet } from "./QueueSheet.tsx";
import { RedeemSheet } from "./RedeemSheet.tsx";
import { useShareTerms } from "./useShareTerms.ts";
import { WithdrawSheet } from "./WithdrawSheet.tsx";

/** What a member lent the co-op: buying, paying later, taking back, and interest. Former members find what is due to them. */
export function SharesPage() {
  const { coop } = useCoop();
  const { address, connect } = useWallet();
  const person = personOf(coop, address);
  if (!address || !person) {
    return (
      <>
        <PageHead
          title={t`Your shares`}
          lead={address ? t`This account holds no shares: members do.` : t`Connect your wallet to see your shares.`}
        />
        {address ? (
          <Link to="/apply" className="button button-main">{t`Apply to join`}</Link>
        ) : (
          <button type="button" className="button button-main" onClick={connect}>{t`Connect your wallet`}</button>
        )}
      </>
    );
  }
  return <Shares key={person.id} person={person} />;
}

function Shares({ person }: { person: NonNullable<ReturnType<typeof personOf>> }) {
  const { coop, now } = useCoop();
  const { data: terms, isError, refetch } = useShareTerms(person.account);
  const holding = holdingOf(coop, person.id, now);
  const active = person.status === "active";
  const living = coop.windingUpSince === undefined;
  return (
    <>
      <PageHead
        title={t`Your shares`}
        lead={t`Capital you lend your co-op. A share never rises above what you paid for it, and carries no vote.`}
      />
      <YouTabs />
      {!terms &&
        (isError ? (
          <p>{rich`The terms of shares could not be read. ${<button type="button" className="link" onClick={() => refetch()}>{t`Try again`}</button>}`}</p>
        ) : (
          <p className="pulse text-muted">{t`Reading the terms`}</p>
        ))}
      {terms && (
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <div className="space-y-6">
            <HoldingSheet person={person} holding={holding} terms={terms} />
            {coop.closedAt !== undefined && <RedeemSheet person={person} holding={holding} terms={terms} />}
            {active && holding.promised > 0n && <PromiseSheet person={person} holding={holding} terms={terms} />}
            {active && living && <BuySheet person={person} holding={holding} terms={terms} />}
          </div>
          <div className="space-y-6">
            <InterestSheet person={person} holding={holding} terms={terms} />
            {coop.closedAt === undefined && <WithdrawSheet person={person} holding={holding} terms={terms} />}
            {coop.closedAt === undefined && <QueueSheet person={person} terms={terms} />}
          </div>
        </div>
      )}
    </>
  );
}
