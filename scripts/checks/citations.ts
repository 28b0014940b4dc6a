// Finds the rules and cases that tests cite in their names: `[V3]`, `[V3, V4]`, `[case 44]` in TypeScript,
// `test_V3_case44_...` in Solidity.
import { lineAt } from "../lib/files.ts";

export interface Citation {
  file: string;
  line: number;
  rule?: string;
  caseNumber?: number;
}

/** `it.skip` and its like are left out: a skipped test carries nothing. */
const TEST_NAME = /\b(?:it|describe|context|specify)(?:\.only)?\s*\(\s*(["'`])((?:\\.|(?!\1)[\s\S])*)\1/g;
const SOLIDITY_TEST = /\bfunction\s+((?:test|invariant)\w*)/g;

export function readCitations(file: string, text: string): Citation[] {
  const code = text.replace(/^[ \t]*\/\/.*$/gm, "");
  return file.endsWith(".sol") ? readSolidity(file, code) : readTypeScript(file, code);
}

function readTypeScript(file: string, text: string): Citation[] {
  return [...text.matchAll(TEST_NAME)].flatMap((match) => {
    const line = lineAt(text, match.index);
    const brackets = [...(match[2] ?? "").matchAll(/\[([^\]]+)\]/g)].flatMap((bracket) =>
      (bracket[1] ?? "").split(","),
    );
    return brackets.flatMap((item) => toCitation(file, line, item.trim()));
  });
}

function readSolidity(file: string, text: string): Citation[] {
  return [...text.matchAll(SOLIDITY_TEST)].flatMap((match) =>
    (match[1] ?? "").split("_").flatMap((word) => toCitation(file, lineAt(text, match.index), word)),
  );
}

function toCitation(file: string, line: number, item: string): Citation[] {
  const caseNumber = /^case ?(\d+)$/.exec(item)?.[1];
  if (caseNumber !== undefined) return [{ file, line, caseNumber: Number(caseNumber) }];
  return /^[A-Z]\d+$/.test(item) ? [{ file, line, rule: item }] : [];
}
