// The import law of the TypeScript folders.
import { builtinModules } from "node:module";
import type { Violation } from "../lib/violations.ts";
import type { Import } from "./imports.ts";

const CHAIN_CLIENTS = ["viem", "wagmi", "@wagmi", "ethers", "hardhat", "@nomicfoundation", "web3", "ponder", "ox"];
const AUDIT_FOLDER = "scripts/audit/";

/** The folder of envelopes: the part of documents that the dApp shares with the service. */
const ENVELOPE = "documents/envelope";

/** The folders of ours that each room may import besides itself; a room that is not listed is free. */
const MAY_IMPORT: Record<string, string[]> = {
  books: [],
  dapp: ["books", ENVELOPE],
  documents: [ENVELOPE],
  [ENVELOPE]: [],
  indexer: ["books"],
  relay: ["books"],
};

/** What to do about a TypeScript import, or undefined when it keeps the law. */
export function checkTypeScriptImport(found: Import): string | undefined {
  return found.local === undefined
    ? checkPackage(found)
    : (checkFolders(found.file, found.local) ?? checkDapp(found.file, found.local));
}

/** scripts/audit must reach no viem and no wagmi, directly or through files of ours. */
export function checkAuditIndependence(imports: Import[]): Violation[] {
  const byFile = Map.groupBy(imports, ({ file }) => file);
  const reached = new Set<string>();
  const queue = [...byFile.keys()].filter((file) => file.startsWith(AUDIT_FOLDER));
  while (queue.length > 0) {
    const file = queue.pop() ?? "";
    if (reached.has(file)) continue;
    reached.add(file);
    for (const { local } of byFile.get(file) ?? []) if (local !== undefined) queue.push(local);
  }
  return imports
    .filter(({ file, specifier }) => reached.has(file) && comesFrom(specifier, ["viem", "wagmi", "@wagmi"]))
    .map(({ file, line, specifier }) => ({
      file,
      line,
      message: `the audit must not share the dApp's chain client: use ethers instead of ${specifier}, or keep scripts/audit from importing this file.`,
    }));
}

function checkPackage({ file, specifier }: Import): string | undefined {
  if (file.startsWith("books/")) {
    if (comesFrom(specifier, CHAIN_CLIENTS)) {
      return `books are pure and know no chain client: take decoded values as arguments instead of importing ${specifier}.`;
    }
    if (isNodeModule(specifier)) {
      return `books also run in the browser: pass in what ${specifier} gives instead of importing it.`;
    }
  }
  if (roomOf(file) === ENVELOPE && isNodeModule(specifier)) {
    return `envelopes are sealed and opened in the browser too: pass in what ${specifier} gives instead of importing it.`;
  }
  if (file.startsWith("dapp/") && comesFrom(specifier, ["ethers"])) {
    return "the dApp is written on viem, and ethers is for the audit: use viem here.";
  }
  return undefined;
}

function checkFolders(file: string, target: string): string | undefined {
  const from = roomOf(file);
  const to = roomOf(target);
  const allowed = MAY_IMPORT[from];
  if (from === to || allowed === undefined || allowed.includes(to)) return undefined;
  const list = [from, ...allowed].join(" and ");
  return `${from} imports only from ${list}: move what is needed from ${target} there.`;
}

function checkDapp(file: string, target: string): string | undefined {
  const from = dappPlace(file);
  const to = dappPlace(target);
  if (!from || !to) return undefined;
  if (from.layer === "shared" && to.layer !== "shared") {
    return `dapp/src/shared imports neither app nor features: move what is needed from ${target} to dapp/src/shared.`;
  }
  if (from.layer === "features" && to.layer === "app") {
    return `a feature never imports the app: move what is needed from ${target} to dapp/src/shared.`;
  }
  const foreign = to.layer === "features" && (from.layer !== "features" || from.feature !== to.feature);
  if (foreign && !to.isDoor) {
    return `a feature is entered only through its door: export it from dapp/src/features/${to.feature}/index.ts and import that.`;
  }
  return undefined;
}

function dappPlace(path: string): { layer: string; feature: string; isDoor: boolean } | undefined {
  const match = /^dapp\/src\/(app|features|shared)(?:\/([^/]+))?(?:\/(.+))?$/.exec(path);
  if (!match) return undefined;
  const [, layer = "", feature = "", inside = "index.ts"] = match;
  return { layer, feature, isDoor: /^index(\.tsx?)?$/.test(inside) };
}

function comesFrom(specifier: string, packages: string[]): boolean {
  return packages.some((name) => specifier === name || specifier.startsWith(`${name}/`));
}

function isNodeModule(specifier: string): boolean {
  return specifier.startsWith("node:") || builtinModules.includes(specifier);
}

/** The top folder of a path; envelopes are a room of their own. */
function roomOf(path: string): string {
  return path.startsWith(`${ENVELOPE}/`) ? ENVELOPE : (path.split("/")[0] ?? "");
}
