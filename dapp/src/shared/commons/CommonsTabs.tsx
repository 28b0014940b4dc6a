import { Tabs } from "../ui/Tabs.tsx";

/** The rooms of what is held in common: the money, the machines, the bonds that buy them. */
export const CommonsTabs = () => (
  <Tabs
    label="Treasury, machines and bonds"
    tabs={[
      { to: "/treasury", label: "Treasury" },
      { to: "/machines", label: "Machines" },
      { to: "/bonds", label: "Bonds" },
    ]}
  />
);
