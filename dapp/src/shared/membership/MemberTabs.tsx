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
      label="Members and offices"
      tabs={[
        { to: "/members", label: "Members" },
        { to: "/applications", label: "Applications", aside: some(applicationsToDecide(coop, now).length) },
        { to: "/board", label: "Board", aside: some(actsUnderWay(coop, now).length) },
        { to: "/recoveries", label: "Lost wallets", aside: some(recoveriesUnderWay(coop, now).length) },
      ]}
    />
  );
}

/** The rooms of one member. */
export const YouTabs = () => (
  <Tabs
    label="Your membership and your shares"
    tabs={[
      { to: "/you", label: "Membership" },
      { to: "/shares", label: "Shares" },
    ]}
  />
);
