// The modules of a co-op, now and before, found from its directory.
import type { Address } from "../../books/event.ts";
import { askAll, type Chain, type ContractName } from "./chain.ts";
import { decode } from "./decode.ts";
import { birthOf, type ChainLog, logsOf } from "./logs.ts";
import { AuditProblem } from "./problem.ts";

/** Places of IDirectory.sol that the books keep. */
const CONTRACTS: Record<number, ContractName> = {
  2: "authority",
  3: "register",
  4: "board",
  5: "assembly",
  6: "ballotKeys",
  7: "shares",
  8: "treasury",
  9: "reserve",
  10: "bonds",
  11: "machines",
  12: "income",
  13: "audits",
  14: "market",
  15: "patronage",
  16: "surplus",
};
export const LAST_PLACE = 16;

export type House = {
  directory: Address;
  /** The modules that stand at a place at the audited block. */
  at: Record<Exclude<ContractName, "directory" | "token">, Address>;
  token: Address;
  /** By place number: what the directory says now. */
  places: Map<number, string>;
  /** Every module that ever stood at a place, by lower-case address. */
  contractAt: Map<string, ContractName>;
  born: number;
};

/** Throws an AuditProblem when there is no co-op at the address. */
export async function findHouse(chain: Chain, directory: Address): Promise<House> {
  if (!(await chain.hasCode(directory))) {
    throw new AuditProblem(`There is no contract at ${directory} at block ${chain.block} of chain ${chain.chainId}.`);
  }
  const numbers = Array.from({ length: LAST_PLACE }, (_, i) => i + 1);
  const modules = await askAll(numbers, (place) => chain.ask("directory", directory, "moduleAt", place));
  const places = new Map(numbers.map((place, i) => [place, String(modules[i]?.[0] ?? "")]));
  const at = Object.fromEntries(
    Object.entries(CONTRACTS).map(([place, contract]) => [contract, places.get(Number(place))]),
  ) as House["at"];
  const settlement = at.treasury && (await chain.ask("treasury", at.treasury, "settlementToken"));
  if (!settlement) throw new AuditProblem(`The contract at ${directory} is not the directory of a co-op.`);

  const born = await birthOf(chain, directory);
  const contractAt = placedModules(await logsOf(chain, [directory], born));
  contractAt.set(directory.toLowerCase(), "directory");
  for (const [contract, address] of Object.entries(at)) contractAt.set(address.toLowerCase(), contract as ContractName);
  return { directory, at, token: settlement[0] as Address, places, contractAt, born };
}

/** Throws an AuditProblem when the RPC first left out a module that it tells of now: nothing of it would have been read. */
export function assertAllFound({ directory, contractAt }: House, logs: readonly ChainLog[]): void {
  const own = logs.filter(({ address }) => address.toLowerCase() === directory.toLowerCase());
  for (const [module, contract] of placedModules(own)) {
    if (contractAt.has(module)) continue;
    throw new AuditProblem(
      `Asked for the co-op's modules, the RPC left out the ${contract} at ${module}, which it tells of when it is asked for all logs.`,
    );
  }
}

function placedModules(logs: readonly ChainLog[]): Map<string, ContractName> {
  const placed = new Map<string, ContractName>();
  for (const log of logs) {
    const event = decode("directory", log, 0);
    if (event?.name !== "ModulePlaced") continue;
    const contract = CONTRACTS[Number(event.args.place)];
    if (contract) placed.set(String(event.args.module).toLowerCase(), contract);
  }
  return placed;
}
