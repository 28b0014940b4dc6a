// Names of the modules, apart from their places, which the first page needs alone.
import type { ModuleName } from "./places.ts";

/** What people call the modules. */
export const MODULE_TITLES: Record<ModuleName, string> = {
  directory: "Directory",
  authority: "Offices and powers",
  register: "Member register",
  board: "Board",
  assembly: "Assembly",
  ballotKeys: "Ballot keys",
  shares: "Member shares",
  treasury: "Treasury",
  reserve: "Reserve",
  bonds: "Bond office",
  machines: "Machines",
  income: "Members' income",
  audits: "Auditors' register",
  market: "Market",
  patronage: "Points",
  surplus: "Surplus",
};
