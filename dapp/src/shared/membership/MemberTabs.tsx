import { t } from "../../../../books/say.ts";
import { useCoop } from "../chain/useCoop.ts";
import { Tabs } from "../ui/Tabs.tsx";
import { applicationsToDecide } from "./applications.ts";
import { actsUnderWay } from "./board.ts";
import { recoveriesUnderWay } from "./recoveries.ts";

/** The rooms about people: who belongs, who wants to, who acts for all, who lost a wallet. */
export function MemberTabs() {
  const { coop, now } = useCoop();
  const some = (count: number): string | undefined => (count > 0 ? String(count) : undefined);
  return (
    <Tabs
      label={t`Members and offices`}
      tabs={[
        { to: "/members", label: t`Members` },
        { to: "/applications", label: t`Applications`, aside: some(applicationsToDecide(coop, now).length) },
        { to: "/board", label: t`Board`, aside: some(actsUnderWay(coop, now).length) },
        { to: "/recoveries", label: t`Lost wallets`, aside: some(recoveriesUnderWay(coop, now).length) },
      ]}
    />
  );
}

/** The rooms of one member. */
export const YouTabs = () => (
  <Tabs
    label={t`Your membership and your shares`}
    tabs={[
      { to: "/you", label: t`Membership` },
      { to: "/shares", label: t`Shares` },
    ]}
  />
);
