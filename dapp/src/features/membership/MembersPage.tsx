import { getRouteApi, Link } from "@tanstack/react-router";
import type { Member } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { useCoop } from "../../shared/chain/useCoop.ts";
import { isAccount, numberIn } from "../../shared/format/find.ts";
import { plural } from "../../shared/format/words.ts";
import { MemberTabs } from "../../shared/membership/MemberTabs.tsx";
import { Empty } from "../../shared/ui/Empty.tsx";
import { FindField } from "../../shared/ui/FindField.tsx";
import { PageHead } from "../../shared/ui/PageHead.tsx";
import { useWallet } from "../../shared/wallet/useWallet.ts";
import { ClassMembers } from "./ClassMembers.tsx";
import { Former } from "./Former.tsx";

/** So many are found with the eyes alone. */
const MANY = 12;

const route = getRouteApi("/members");

export function MembersPage() {
  const { coop } = useCoop();
  const { member } = useWallet();
  const { find } = route.useSearch();
  const navigate = route.useNavigate();
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
      {(coop.members.size > MANY || find !== undefined) && (
        <FindField
          label={t`Find a member`}
          hint={t`The number, or the account or a part of it.`}
          find={find}
          onFind={(wanted) => navigate({ search: { find: wanted }, replace: true })}
        />
      )}
      <div className="space-y-6">
        {find === undefined ? (
          <>
            {coop.classes.map((one) => (
              <ClassMembers key={one.index} memberClass={one} />
            ))}
            <Former />
          </>
        ) : (
          <Found find={find} />
        )}
      </div>
    </>
  );
}

/** Of every class those that are looked for, and those that are members no longer. */
function Found({ find }: { find: string }) {
  const { coop } = useCoop();
  const found = new Set<Member>();
  for (const member of coop.members.values()) if (isFound(member, find)) found.add(member);
  if (found.size === 0) {
    return <Empty>{t`Nobody has that number or account. Look whether it is written whole.`}</Empty>;
  }
  return (
    <>
      {coop.classes
        .filter(({ index }) => [...found].some((one) => one.class === index && one.status === "active"))
        .map((one) => (
          <ClassMembers key={one.index} memberClass={one} among={found} />
        ))}
      <Former among={found} />
    </>
  );
}

function isFound({ id, account, formerAccounts }: Member, find: string): boolean {
  const number = numberIn(find);
  if (number !== undefined) return id === number;
  return [account, ...formerAccounts.map((former) => former.account)].some((one) => isAccount(one, find));
}
