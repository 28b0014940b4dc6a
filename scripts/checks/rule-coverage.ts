// Checks that tests and rulebook agree: a test cites only clauses and cases that exist, and every clause that
// is marked as built has a test. What no test carries yet is printed as information.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listFiles, repositoryRoot } from "../lib/files.ts";
import { report, type Violation } from "../lib/violations.ts";
import { type Citation, readCitations } from "./citations.ts";

export const RULEBOOK = "docs/rulebook.md";
const SECURITY = "docs/security.md";
const LAST_CASE = 130;
/** These tests are about the checks and quote invented citations. */
const NOT_SCANNED = "test/checks/";

export interface Clause {
  id: string;
  state: string;
  line: number;
}

export interface Coverage {
  violations: Violation[];
  uncoveredClauses: string[];
  openCases: number[];
}

export function checkCoverage(root: string): Coverage {
  const clauses = readClauses(readIfPresent(root, RULEBOOK));
  const citations = listFiles(root, "test", [".ts", ".tsx", ".sol"])
    .filter((file) => !file.startsWith(NOT_SCANNED))
    .flatMap((file) => readCitations(file, readFileSync(join(root, file), "utf8")));
  const citedRules = new Set(citations.flatMap(({ rule }) => rule ?? []));
  const citedCases = new Set(citations.flatMap(({ caseNumber }) => caseNumber ?? []));
  const explained = readExplainedCases(readIfPresent(root, SECURITY));
  return {
    violations: [...findBadClauses(clauses), ...findUnknown(citations, clauses), ...findUntested(clauses, citedRules)],
    uncoveredClauses: clauses.map(({ id }) => id).filter((id) => !citedRules.has(id)),
    openCases: Array.from({ length: LAST_CASE }, (_, index) => index + 1).filter(
      (number) => !citedCases.has(number) && !explained.has(number),
    ),
  };
}

/** The rows `| M1 | clause | default | hard bound | state |` of the rulebook. */
export function readClauses(rulebook: string): Clause[] {
  return rulebook.split("\n").flatMap((text, index) => {
    const cells = text.split("|").map((cell) => cell.trim());
    const [, id = "", , , , state = ""] = cells;
    return /^[A-Z]\d+$/.test(id) ? [{ id, state, line: index + 1 }] : [];
  });
}

function readExplainedCases(security: string): Set<number> {
  return new Set([...security.matchAll(/^\|\s*(\d+)\s*\|\s*[^|\s]/gm)].map((match) => Number(match[1])));
}

function findBadClauses(clauses: Clause[]): Violation[] {
  if (clauses.length === 0) return [{ file: RULEBOOK, message: "it has no clauses: restore the table of rules." }];
  const seen = new Set<string>();
  return clauses.flatMap(({ id, state, line }) => {
    const found: Violation[] = [];
    if (seen.has(id)) found.push({ file: RULEBOOK, line, message: `${id} has two rows: remove one.` });
    if (state !== "built" && state !== "coming") {
      found.push({
        file: RULEBOOK,
        line,
        message: `the state of ${id} is "${state}": write built or coming in the fifth column.`,
      });
    }
    seen.add(id);
    return found;
  });
}

function findUnknown(citations: Citation[], clauses: Clause[]): Violation[] {
  const known = new Set(clauses.map(({ id }) => id));
  return citations.flatMap(({ file, line, rule, caseNumber }) => {
    if (rule !== undefined && !known.has(rule)) {
      return [
        { file, line, message: `the rule ${rule} is not in ${RULEBOOK}: correct the identifier in the test's name.` },
      ];
    }
    if (caseNumber !== undefined && (caseNumber < 1 || caseNumber > LAST_CASE)) {
      return [{ file, line, message: `there is no case ${caseNumber}: cases are numbered from 1 to ${LAST_CASE}.` }];
    }
    return [];
  });
}

function findUntested(clauses: Clause[], cited: Set<string>): Violation[] {
  return clauses
    .filter(({ id, state }) => state === "built" && !cited.has(id))
    .map(({ id, line }) => ({
      file: RULEBOOK,
      line,
      message: `${id} is marked as built and no test carries [${id}] in its name: write the test or mark the clause as coming.`,
    }));
}

/** `1-3 7` for 1, 2, 3 and 7. */
function toRanges(numbers: number[]): string {
  const starts = numbers.filter((number) => !numbers.includes(number - 1));
  const ends = numbers.filter((number) => !numbers.includes(number + 1));
  return (
    starts.map((start, index) => (start === ends[index] ? `${start}` : `${start}-${ends[index]}`)).join(" ") || "none"
  );
}

function readIfPresent(root: string, file: string): string {
  return existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : "";
}

if (import.meta.main) {
  const { violations, uncoveredClauses, openCases } = checkCoverage(repositoryRoot);
  console.log(`${uncoveredClauses.length} clauses without a test: ${uncoveredClauses.join(" ") || "none"}`);
  console.log(`${openCases.length} of ${LAST_CASE} cases neither tested nor explained: ${toRanges(openCases)}`);
  report(violations, "Tests and rulebook agree.");
}
