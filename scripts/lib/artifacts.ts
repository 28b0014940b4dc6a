// Reads the compiled contracts of this repository.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles } from "./files.ts";

export interface AbiItem {
  type: string;
  name?: string;
  inputs?: unknown[];
}

export interface Artifact {
  contractName: string;
  sourceName: string;
  abi: AbiItem[];
  deployedBytecode: string;
  linkReferences: Record<string, Record<string, unknown>>;
}

/** Every contract compiled from `contracts/`, without the mocks, sorted by source and name. */
export function readArtifacts(root: string): Artifact[] {
  const artifacts = listArtifactFiles(root).map(
    (file) => JSON.parse(readFileSync(join(root, file), "utf8")) as Artifact,
  );
  if (artifacts.length === 0) throw new Error("Nothing is compiled: run `npm run compile` first.");
  return artifacts.filter(({ sourceName }) => !sourceName.startsWith("contracts/mocks/"));
}

/** True for what can be deployed: neither an interface nor an abstract contract. */
export function isDeployable({ deployedBytecode }: Artifact): boolean {
  return deployedBytecode !== "0x";
}

function listArtifactFiles(root: string): string[] {
  return listFiles(join(root, "artifacts"), "contracts", [".json"]).map((file) => `artifacts/${file}`);
}
