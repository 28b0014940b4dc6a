// Judges the licence of every package of the lock file.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Violation } from "../lib/violations.ts";

const PERMISSIVE = new Set([
  "MIT",
  "MIT-0",
  "ISC",
  "Apache-2.0",
  "Apache-2.0 WITH LLVM-exception",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "BlueOak-1.0.0",
  "Python-2.0",
  "PSF-2.0",
  "Unlicense",
  "CC0-1.0",
  "CC-BY-4.0",
  "Zlib",
]);
/** Copyleft per file: fine for a tool that we run unchanged, not for what the dApp ships. */
const TOOLS_ONLY = new Set(["MPL-2.0"]);

/** Development tools whose package.json says nothing or too little, and why each may stay. */
const ALLOWED_TOOLS: Record<string, string> = {
  "@nomicfoundation/ignition-ui":
    "built pages of Hardhat Ignition, whose repository is MIT; only its report command shows them",
};

interface LockEntry {
  version?: string;
  dev?: boolean;
  link?: boolean;
  license?: unknown;
}

export function findLicenceViolations(root: string): Violation[] {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, LockEntry>;
  };
  return Object.entries(lock.packages).flatMap(([path, entry]) => {
    const name = path.split("node_modules/").at(-1) ?? "";
    if (name === "" || entry.link) return [];
    const licence = readLicence(root, path, entry);
    if (isAllowed(licence, entry.dev === true) || (entry.dev && name in ALLOWED_TOOLS)) return [];
    const shipped = entry.dev ? "" : " and may be shipped";
    const message = `${name} is under "${licence ?? "no stated licence"}"${shipped}: replace it, or explain a tool in scripts/checks/licences.ts.`;
    return [{ file: "package-lock.json", message }];
  });
}

/** Judges an SPDX expression: one acceptable side of an OR is enough, an AND needs both. */
export function isAllowed(licence: string | undefined, isTool: boolean): boolean {
  if (licence === undefined) return false;
  const one = (id: string) => PERMISSIVE.has(id) || (isTool && TOOLS_ONLY.has(id));
  const plain = licence.replace(/[()]/g, "").trim();
  return plain.split(/\s+OR\s+/).some((side) => side.split(/\s+AND\s+/).every((id) => one(id.trim())));
}

/** The licence that the installed package states; that of the lock file when it is not installed on this platform. */
function readLicence(root: string, path: string, entry: LockEntry): string | undefined {
  const manifest = join(root, path, "package.json");
  const installed = existsSync(manifest) ? (JSON.parse(readFileSync(manifest, "utf8")) as Record<string, unknown>) : {};
  return toText(installed.license ?? installed.licenses ?? entry.license);
}

function toText(licence: unknown): string | undefined {
  if (typeof licence === "string") return licence;
  if (Array.isArray(licence)) return licence.map(toText).join(" OR ");
  if (typeof licence === "object" && licence !== null && "type" in licence) return toText(licence.type);
  return undefined;
}
