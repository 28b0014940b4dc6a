// What the module at each place of a co-op answers and logs, by its name in the books. Large: for whoever calls or decodes by ABI.
import {
  assemblyAbi,
  assemblyDeskAbi,
  assemblyLobbyAbi,
  auditRegisterAbi,
  authorityAbi,
  ballotKeysAbi,
  boardAbi,
  bondOfficeAbi,
  commonsIncomeAbi,
  directoryAbi,
  jobMarketAbi,
  machineRegisterAbi,
  memberRegisterAbi,
  memberSharesAbi,
  patronageAbi,
  reserveAbi,
  surplusAbi,
  treasuryAbi,
} from "./abi.ts";

/** The Assembly's address also answers for its desk and its lobby. */
export const wholeAssemblyAbi = [...assemblyAbi, ...assemblyDeskAbi, ...assemblyLobbyAbi] as const;

export const ABI_OF = {
  directory: directoryAbi,
  authority: authorityAbi,
  register: memberRegisterAbi,
  board: boardAbi,
  assembly: wholeAssemblyAbi,
  ballotKeys: ballotKeysAbi,
  shares: memberSharesAbi,
  treasury: treasuryAbi,
  reserve: reserveAbi,
  bonds: bondOfficeAbi,
  machines: machineRegisterAbi,
  income: commonsIncomeAbi,
  audits: auditRegisterAbi,
  market: jobMarketAbi,
  patronage: patronageAbi,
  surplus: surplusAbi,
} as const;
