// Checks the import law: which folder may import from which.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles, repositoryRoot } from "../lib/files.ts";
import { report, type Violation } from "../lib/violations.ts";
import { checkSolidityImport } from "./import-law-solidity.ts";
import { checkAuditIndependence, checkTypeScriptImport } from "./import-law-typescript.ts";
import { readSolidityImports, readTypeScriptImports } from "./imports.ts";

const TYPESCRIPT_FOLDERS = ["books", "dapp", "documents", "indexer", "relay", "scripts", "test"];

/** Every import below `root` that breaks the law. */
export function findImportViolations(root: string): Violation[] {
  const solidity = ["contracts", "test"]
    .flatMap((folder) => listFiles(root, folder, [".sol"]))
    .flatMap((file) => readSolidityImports(file, readFileSync(join(root, file), "utf8")));
  const typescript = TYPESCRIPT_FOLDERS.flatMap((folder) =>
    listFiles(root, folder, [".ts", ".tsx", ".mts", ".mjs"]),
  ).flatMap((file) => readTypeScriptImports(file, readFileSync(join(root, file), "utf8")));
  const judged = [
    ...solidity.map((found) => ({ found, message: checkSolidityImport(found) })),
    ...typescript.map((found) => ({ found, message: checkTypeScriptImport(found) })),
  ];
  return [
    ...judged.flatMap(({ found, message }) => (message ? [{ file: found.file, line: found.line, message }] : [])),
    ...checkAuditIndependence(typescript),
  ];
}

if (import.meta.main) report(findImportViolations(repositoryRoot), "Every import keeps the law.");
