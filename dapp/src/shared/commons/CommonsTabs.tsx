import { Tabs } from "../ui/Tabs.tsx";

/** The rooms of what is held in common: the money, the machines, the bonds that buy them, the income that they bring, and
 * what is left at the end of a period. */
export const CommonsTabs = () => (
  <Tabs
    label="Treasury, machines, bonds, income and surplus"
    tabs={[
      { to: "/treasury", label: "Treasury", within: true },
      { to: "/machines", label: "Machines" },
      { to: "/bonds", label: "Bonds" },
      { to: "/income", label: "Income" },
      { to: "/surplus", label: "Surplus" },
    ]}
  />
);
