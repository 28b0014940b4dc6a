import type { ReactNode } from "react";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { formatDay } from "../../shared/format/time.ts";
import { Address } from "../../shared/ui/Address.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { SharesSheet } from "../capital/index.ts";

export function YouPage() {
  const { coop } = useCoop();
  const { name } = useConfig();
  const { address, member, connect } = useWallet();

  if (!address) {
    return (
      <>
        <PageHead title="Your membership" lead="Connect the wallet that holds your membership to see it here." />
        <button type="button" className="button button-main" onClick={connect}>
          Connect your wallet
        </button>
      </>
    );
  }
  if (!member) {
    return (
      <>
        <PageHead
          title="Your membership"
          lead={`This account is not a member of ${name}. The board admits new members; write to it with this account:`}
        />
        <Address value={address} />
      </>
    );
  }
  const votes = [...coop.proposals.values()].filter(({ ballots }) => ballots.has(member.seat));
  const className = coop.classes[member.class]?.name ?? "";
  return (
    <>
      <PageHead title="Your membership" lead={`You are member ${member.id} of ${name}.`} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Sheet title="Membership">
          <dl className="space-y-3">
            <Fact term="Member number">{member.id}</Fact>
            <Fact term="Class">{className}</Fact>
            <Fact term="Member since">{formatDay(member.admittedAt)}</Fact>
            <Fact term="Votes you took part in">{votes.length}</Fact>
            <Fact term="Account">
              <Address value={member.account} />
            </Fact>
          </dl>
          <p className="small mt-4 text-muted">
            One member, one vote, however many shares. A membership can not be sold.
          </p>
        </Sheet>
        <SharesSheet member={member} />
      </div>
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 sm:grid-cols-[13rem_1fr]">
      <dt className="text-muted">{term}</dt>
      <dd className="figures min-w-0">{children}</dd>
    </div>
  );
}
