import { t } from "../../../../books/say.ts";
import { Tabs } from "../ui/Tabs.tsx";

/** The rooms of what is held in common: the money, the machines, the bonds that buy them, the income that they bring, and
 * what is left at the end of a period. */
export const CommonsTabs = () => (
  <Tabs
    label={t`Treasury, machines, bonds, income and surplus`}
    tabs={[
      { to: "/treasury", label: t`Treasury`, within: true },
      { to: "/machines", label: t`Machines` },
      { to: "/bonds", label: t`Bonds` },
      { to: "/income", label: t`Income` },
      { to: "/surplus", label: t`Surplus` },
    ]}
  />
);
