import { t } from "../../../../books/say.ts";
import { Tabs } from "../../shared/ui/Tabs.tsx";

/** The rooms of whoever checks. */
export const AuditTabs = () => (
  <Tabs
    label={t`Checks, opinions, addresses, offices, rules and events`}
    tabs={[
      { to: "/audit", label: t`Checks` },
      { to: "/audit/opinions", label: t`Opinions` },
      { to: "/audit/addresses", label: t`Addresses` },
      { to: "/audit/offices", label: t`Offices` },
      { to: "/audit/rules", label: t`Rules` },
      { to: "/audit/events", label: t`Events` },
    ]}
  />
);
