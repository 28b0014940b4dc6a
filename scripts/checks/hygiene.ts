// Checks what must never be committed: addresses of one machine or registry, and packages under a licence
// that this product cannot ship.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../lib/files.ts";
import { report, type Violation } from "../lib/violations.ts";
import { findLicenceViolations } from "./licences.ts";

interface Pattern {
  files: RegExp;
  pattern: RegExp;
  message: string;
}

const PATTERNS: Pattern[] = [
  {
    files: /(^|\/)package-lock\.json$/,
    pattern: /"resolved":/,
    message: "the lock file names a registry: run `npm install` with this repository's .npmrc and commit the result.",
  },
  {
    files: /./,
    pattern: /(?<![\w.~/-])\/(?:root|home\/\w[\w.-]*|Users\/\w[\w.-]*|work\/(?:main|shared|\.library))(?:\/|\b)/,
    message: "this is a path of one machine: write it relative to the repository.",
  },
  {
    files: /./,
    pattern: /\bregistry\.(?:npmjs|yarnpkg|npmmirror)\b|^\s*(?:@[\w-]+:)?registry\s*=|_authToken\s*=/m,
    message: "this is the address of a package registry: leave it to the settings of whoever installs.",
  },
];

/** What is wrong with the text of one file. */
export function findHygieneViolations(file: string, text: string): Violation[] {
  return PATTERNS.filter(({ files }) => files.test(file)).flatMap(({ pattern, message }) => {
    const lines = text.split("\n");
    return lines.flatMap((line, index) => (pattern.test(line) ? [{ file, line: index + 1, message }] : []));
  });
}

/** The files that are, or could be, committed. */
function listCommittable(root: string): string[] {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], { cwd: root });
  return listed
    .toString()
    .split("\0")
    .filter((file) => file !== "" && existsSync(join(root, file)));
}

function isText(content: Buffer): boolean {
  return !content.subarray(0, 8_000).includes(0);
}

if (import.meta.main) {
  const texts = listCommittable(repositoryRoot).flatMap((file) => {
    const content = readFileSync(join(repositoryRoot, file));
    return isText(content) ? [{ file, text: content.toString() }] : [];
  });
  const violations = texts.flatMap(({ file, text }) => findHygieneViolations(file, text));
  report(
    [...violations, ...findLicenceViolations(repositoryRoot)],
    "No machine paths, no registry addresses, licences in order.",
  );
}
