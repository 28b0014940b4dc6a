// Hands Solidity to the SMT checker: z3, which is inside npm's compiler.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { lineAt } from "./files.ts";
import { quickenTables } from "./wasm-tables.ts";

export type Target = "assert" | "overflow" | "underflow" | "divByZero";

export interface Question {
  /** The folder that every path is relative to. */
  root: string;
  file: string;
  targets: Target[];
  /** Only this contract of the file. */
  contract?: string;
  /** Changes a source as it is read; for tests of the checks. */
  edit?: (file: string, text: string) => string;
}

/** One thing that the compiler says, mostly about one place in the sources. */
export interface Finding {
  /** It says that the place is proved safe; whatever else it says is not. */
  safe: boolean;
  message: string;
  file?: string;
  line?: number;
  /** Where the place starts in the text of its file. */
  start?: number;
}

export interface Answer {
  findings: Finding[];
  /** Every source that was read, by path. */
  sources: Map<string, string>;
}

interface Diagnostic {
  errorCode?: string;
  message: string;
  sourceLocation?: { file: string; start: number };
}

interface Compiler {
  compile(input: string, callbacks: { import: (path: string) => { contents: string } | { error: string } }): string;
}

/** The compiler's code for "check is safe". */
const SAFE = "2961";
/** "The BMC engine is deprecated": which compiler reads this is ours to choose, and the other engine proves less. */
const BMC_DEPRECATED = "3993";

/**
 * Bounded model checking: calls are followed and every branch is taken, but a loop only once, so that the answer is
 * exact for code without loops. It needs no timeout, which the compiler's build for JavaScript can not keep: z3 gives
 * up after a number of steps.
 */
export function askSmtChecker({ root, file, targets, contract, edit = (_, text) => text }: Question): Answer {
  const sources = new Map<string, string>();
  const read = (path: string) => {
    const text = edit(path, readFileSync(join(root, path), "utf8"));
    sources.set(path, text);
    return text;
  };
  const content = read(file);
  const contracts = contract === undefined ? contractsOf(content).map(({ name }) => name) : [contract];
  const input = {
    language: "Solidity",
    sources: { [file]: { content } },
    settings: {
      modelChecker: {
        engine: "bmc",
        solvers: ["z3"],
        contracts: { [file]: contracts },
        targets,
        showProvedSafe: true,
        showUnproved: true,
        // z3 knows division; spelled out as multiplication it makes the products too hard.
        divModNoSlacks: true,
      },
      outputSelection: {},
    },
  };
  const output = loadCompiler().compile(JSON.stringify(input), { import: (path) => resolveImport(read, path) });
  const { errors = [] } = JSON.parse(output) as { errors?: Diagnostic[] };
  const findings = errors
    .filter(({ errorCode }) => errorCode !== BMC_DEPRECATED)
    .map((diagnostic) => toFinding(diagnostic, sources));
  return { findings, sources };
}

/** The contracts of a source, and where in the text each starts and ends. */
export function contractsOf(text: string): { name: string; start: number; end: number }[] {
  const found = [...text.matchAll(/^contract (\w+)/gm)];
  return found.map(({ index, 1: name = "" }, i) => ({ name, start: index, end: found[i + 1]?.index ?? text.length }));
}

function resolveImport(read: (path: string) => string, path: string): { contents: string } | { error: string } {
  try {
    return { contents: read(path) };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

function toFinding({ errorCode, message, sourceLocation }: Diagnostic, sources: Map<string, string>): Finding {
  const finding = { safe: errorCode === SAFE, message: message.split("\n")[0] ?? "" };
  if (!sourceLocation) return finding;
  // The compiler counts bytes, and JavaScript counts characters.
  const bytes = Buffer.from(sources.get(sourceLocation.file) ?? "");
  const before = bytes.subarray(0, sourceLocation.start).toString();
  return { ...finding, file: sourceLocation.file, line: lineAt(before, before.length), start: before.length };
}

/** Ten megabytes: read only when asked. */
function loadCompiler(): Compiler {
  quickenTables();
  return createRequire(import.meta.url)("solc") as Compiler;
}
