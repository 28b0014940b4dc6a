// Finds the import statements of Solidity and TypeScript files.
import { posix } from "node:path";
import { lineAt } from "../lib/files.ts";

export interface Import {
  /** The importing file, relative to the repository. */
  file: string;
  line: number;
  /** What the statement says. */
  specifier: string;
  /** The imported file relative to the repository, when it is one of ours; otherwise undefined. */
  local?: string;
}

const SOLIDITY_IMPORT = /\bimport\b[^;"']*["']([^"']+)["'][^;]*;/g;
const TYPESCRIPT_IMPORTS = [
  /\b(?:import|export)\b[^;"'`()]*?\bfrom\s*["']([^"']+)["']/g,
  /\bimport\s*["']([^"']+)["']/g,
  /\b(?:import|require|require\.resolve)\s*\(\s*["'`]([^"'`]+)["'`]/g,
];

export function readSolidityImports(file: string, text: string): Import[] {
  return collect(file, text, [SOLIDITY_IMPORT], (specifier) =>
    specifier.startsWith("contracts/") ? specifier : relativeTo(file, specifier),
  );
}

export function readTypeScriptImports(file: string, text: string): Import[] {
  return collect(file, text, TYPESCRIPT_IMPORTS, (specifier) =>
    specifier.startsWith("@/") && file.startsWith("dapp/")
      ? `dapp/src/${specifier.slice(2)}`
      : relativeTo(file, specifier),
  );
}

function collect(
  file: string,
  text: string,
  patterns: RegExp[],
  resolve: (specifier: string) => string | undefined,
): Import[] {
  const code = blankComments(text);
  return patterns.flatMap((pattern) =>
    [...code.matchAll(pattern)].map((match) => {
      const specifier = match[1] ?? "";
      const line = lineAt(code, match.index + match[0].indexOf(specifier));
      return { file, line, specifier, local: resolve(specifier) };
    }),
  );
}

function relativeTo(file: string, specifier: string): string | undefined {
  return specifier.startsWith(".") ? posix.normalize(posix.join(posix.dirname(file), specifier)) : undefined;
}

/** The same text with comments turned into blanks, so that lines keep their numbers. */
export function blankComments(text: string): string {
  const stringOrComment = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g;
  return text.replace(stringOrComment, (found) => (found.startsWith("/") ? found.replace(/[^\n]/g, " ") : found));
}
