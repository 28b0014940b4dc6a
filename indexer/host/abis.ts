// What the module at each place of a co-op logs.
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
} from "../../books/abi.ts";
import type { BookContract } from "../../books/event.ts";

export type Module = Exclude<BookContract, "token">;

export const ABI_OF: Record<Module, readonly unknown[]> = {
  directory: directoryAbi,
  authority: authorityAbi,
  register: memberRegisterAbi,
  board: boardAbi,
  // The Assembly's address also answers for its desk and its lobby.
  assembly: [...assemblyAbi, ...assemblyDeskAbi, ...assemblyLobbyAbi],
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
};
