// What is measured and what is assumed: the two files that every printed cost comes from.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../lib/files.ts";

export type ChainPrice = { name: string; gwei: number; dataGwei: number };
export type Assumptions = {
  date: string;
  coin: string;
  euros: number;
  chains: ChainPrice[];
  bytesOfTransaction: number;
  bytesOfBallot: number;
  perMember: { ballots: number; jobs: number; incomeClaims: number; dividendClaims: number };
  admittedShare: number;
  membersPerMachine: number;
  perCoop: { resolutions: number; interest: number; surpluses: number };
  members: number[];
};
type RelayRun = { turn: string; members: number; gasPerBallot: number };

/** Gas for each unit of calldata that a rollup posts for a byte. */
const DATA_GAS = 16;

const read = <T>(name: string): T => JSON.parse(readFileSync(join(repositoryRoot, "bench", name), "utf8")) as T;

export const assumptions = (): Assumptions => read<Assumptions>("assumptions.json");
export const deployment = () => read<{ gas: number; transactions: number }>("deployment.json");

/** Gas of a measured operation. */
export function gasOf(id: string): number {
  const found = read<{ id: string; gas: number }[]>("results.json").find((one) => one.id === id);
  if (!found) throw new Error(`bench/results.json has no ${id}.`);
  return found.gas;
}

/** Gas of a signed ballot handed in by a relay, as measured in the co-op whose size is nearest. */
export function gasOfRelayed(members: number): number {
  const later = read<RelayRun[]>("relay.json").filter(({ turn }) => turn === "later");
  const apart = ({ members: of }: RelayRun) => Math.abs(Math.log(of / members));
  const [nearest] = later.toSorted((a, b) => apart(a) - apart(b));
  if (!nearest) throw new Error("bench/relay.json has no later turn.");
  return nearest.gasPerBallot;
}

/** Whole coins that this much gas and data cost on a chain. */
export const coins = ({ gwei, dataGwei }: ChainPrice, gas: number, bytes: number): number =>
  (gas * gwei + bytes * DATA_GAS * dataGwei) / 1e9;
