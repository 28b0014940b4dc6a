// Where contracts keep what: the compiler's own account of their storage, for parts that run on the storage of one clone.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { quickenTables } from "../lib/wasm-tables.ts";

export type Variable = { label: string; slot: number; offset: number; type: string };

type Compiler = { compile(input: string, callbacks: { import: (path: string) => { contents: string } }): string };
type Storage = { storage: { label: string; slot: string; offset: number; type: string }[] };

/** The variables of each contract (`folder/Name`), in order. `edit` changes a source as it is read; for tests. */
export function storageOf(
  root: string,
  contracts: readonly string[],
  edit: (file: string, text: string) => string = (_, text) => text,
): Map<string, Variable[]> {
  quickenTables();
  const solc = createRequire(import.meta.url)("solc") as Compiler;
  const fileOf = (name: string) => `contracts/${name}.sol`;
  const read = (path: string) => edit(path, readFileSync(join(root, path), "utf8"));
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(contracts.map((name) => [fileOf(name), { content: read(fileOf(name)) }])),
    settings: { evmVersion: "osaka", outputSelection: { "*": { "*": ["storageLayout"] } } },
  };
  const found = (path: string) => ({ contents: read(path.startsWith("contracts/") ? path : `node_modules/${path}`) });
  const answer = JSON.parse(solc.compile(JSON.stringify(input), { import: found })) as {
    errors?: { severity: string; formattedMessage: string }[];
    contracts: Record<string, Record<string, { storageLayout: Storage }>>;
  };
  const failed = answer.errors?.find(({ severity }) => severity === "error");
  if (failed) throw new Error(failed.formattedMessage);
  return new Map(
    contracts.map((name) => {
      const layout = answer.contracts[fileOf(name)]?.[name.split("/").at(-1) ?? ""]?.storageLayout;
      return [name, (layout?.storage ?? []).map(variableOf)];
    }),
  );
}

/** Numbers in the names of types are the compiler's own and change with every file. */
const variableOf = ({ label, slot, offset, type }: Storage["storage"][number]): Variable => ({
  label,
  slot: Number(slot),
  offset,
  type: type.replaceAll(/\)\d+/g, ")"),
});
