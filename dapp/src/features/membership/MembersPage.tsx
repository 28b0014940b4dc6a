import { Link } from "@tanstack/react-router";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { plural } from "../../shared/format/words.ts";
import { MemberTabs } from "../../shared/membership/MemberTabs.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { ClassMembers } from "./ClassMembers.tsx";
import { Former } from "./Former.tsx";

export function MembersPage() {
  const { coop } = useCoop();
  const { member } = useWallet();
  const active = coop.memberOf.size;
  return (
    <>
      <PageHead
        title={t`Members`}
        lead={t`${active} ${plural(active, t`member`, t`members`)}, one vote each. The register holds numbers and accounts, never names.`}
      >
        {member ? (
          <Link to="/you" className="button button-quiet">{t`Your membership`}</Link>
        ) : (
          coop.windingUpSince === undefined && (
            <Link to="/apply" className="button button-main">{t`Apply to join`}</Link>
          )
        )}
      </PageHead>
      <MemberTabs />
      <div className="space-y-6">
        {coop.classes.map((one) => (
          <ClassMembers key={one.index} memberClass={one} />
        ))}
        <Former />
      </div>
    </>
  );
}
