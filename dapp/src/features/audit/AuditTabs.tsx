import { Tabs } from "../../shared/ui/Tabs.tsx";

/** The rooms of whoever checks. */
export const AuditTabs = () => (
  <Tabs
    label="Checks, opinions, addresses, offices, rules and events"
    tabs={[
      { to: "/audit", label: "Checks" },
      { to: "/audit/opinions", label: "Opinions" },
      { to: "/audit/addresses", label: "Addresses" },
      { to: "/audit/offices", label: "Offices" },
      { to: "/audit/rules", label: "Rules" },
      { to: "/audit/events", label: "Events" },
    ]}
  />
);
