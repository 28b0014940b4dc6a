import { Tabs } from "../ui/Tabs.tsx";

/** The rooms of what is held in common: the money, the machines, the bonds that buy them, the income that they bring. */
export const CommonsTabs = () => (
  <Tabs
    label="Treasury, machines, bonds and income"
    tabs={[
      { to: "/treasury", label: "Treasury" },
      { to: "/machines", label: "Machines" },
      { to: "/bonds", label: "Bonds" },
      { to: "/income", label: "Income" },
    ]}
  />
);
