// Names of the modules, apart from their places, which the first page needs alone.
import { t } from "../../../../books/say.ts";
import type { ModuleName } from "./places.ts";

/** What people call the modules. */
export const MODULE_TITLES: Record<ModuleName, string> = {
  directory: t`Directory`,
  authority: t`Offices and powers`,
  register: t`Member register`,
  board: t`Board`,
  assembly: t`Assembly`,
  ballotKeys: t`Ballot keys`,
  shares: t`Member shares`,
  treasury: t`Treasury`,
  reserve: t`Reserve`,
  bonds: t`Bond office`,
  machines: t`Machines`,
  income: t`Members' income`,
  audits: t`Auditors' register`,
  market: t`Market`,
  patronage: t`Points`,
  surplus: t`Surplus`,
};
