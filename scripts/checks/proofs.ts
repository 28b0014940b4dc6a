// Checks that the SMT checker proves every `assert` of test/proofs, for all numbers within its premises. To the
// compiler a failed or an unknown proof is a warning; here it is a violation, and so is an assertion that the solver
// never came to. With --arithmetic it proves instead that no operation on the way overflows or divides by zero.
import { lineAt, listFiles, repositoryRoot } from "../lib/files.ts";
import { askSmtChecker, contractsOf, type Finding, type Target } from "../lib/smt-checker.ts";
import { report, type Violation } from "../lib/violations.ts";
import { blankComments } from "./imports.ts";

const PROOFS = "test/proofs";
const ARITHMETIC: Target[] = ["overflow", "underflow", "divByZero"];

export interface Proof {
  /** How many places were proved safe. */
  proved: number;
  violations: Violation[];
}

export interface Options {
  /** The operations on the way instead of the assertions. */
  arithmetic?: boolean;
  /** Only this contract of the file. */
  contract?: string;
  /** Changes a source as it is read; for tests of this check. */
  edit?: (file: string, text: string) => string;
}

/** What the SMT checker proves of one file. */
export function prove(root: string, file: string, { arithmetic, contract, edit }: Options = {}): Proof {
  const targets: Target[] = arithmetic ? ARITHMETIC : ["assert"];
  const { findings, sources } = askSmtChecker({ root, file, targets, contract, edit });
  const text = blankComments(sources.get(file) ?? "");
  const expected = arithmetic ? [] : assertionsOf(text, contract);

  const places = Map.groupBy(findings, (finding) => `${finding.file}:${finding.start}`);
  const safe = [...places.values()].filter((said) => said.every((finding) => finding.safe));
  const passedOver = expected
    .filter((start) => !places.has(`${file}:${start}`))
    .map((start) => ({ file, line: lineAt(text, start), message: "the solver never came to this assertion." }));
  return {
    proved: safe.length,
    violations: [
      ...findUnsafe(file, findings),
      ...passedOver,
      ...findLoops(sources),
      ...findNothing(file, safe.length),
    ],
  };
}

/** Where each assertion of the contract starts, or each of the whole file. */
function assertionsOf(text: string, contract: string | undefined): number[] {
  const all = [...text.matchAll(/\bassert\s*\(/g)].map(({ index }) => index);
  if (contract === undefined) return all;
  const wanted = contractsOf(text).filter(({ name }) => name === contract);
  return all.filter((index) => wanted.some(({ start, end }) => start <= index && index < end));
}

function findUnsafe(proofFile: string, findings: Finding[]): Violation[] {
  return findings
    .filter(({ safe }) => !safe)
    .map(({ file = proofFile, line, message }) => ({ file, line, message: message.replace(/^BMC: /, "not proved: ") }));
}

/** The solver goes through a loop only once, so that what it proves of one may be false. */
function findLoops(sources: Map<string, string>): Violation[] {
  return [...sources].flatMap(([file, source]) => {
    const text = blankComments(source);
    return [...text.matchAll(/\b(?:for|while|do)\s*[({]/g)].map(({ index }) => ({
      file,
      line: lineAt(text, index),
      message: "proofs are sound only without loops: move the loop to a file that no proof imports.",
    }));
  });
}

function findNothing(file: string, proved: number): Violation[] {
  return proved > 0 ? [] : [{ file, message: "nothing is proved here: assert something, or remove the file." }];
}

if (import.meta.main) {
  const arithmetic = process.argv.includes("--arithmetic");
  const proofs = listFiles(repositoryRoot, PROOFS, [".sol"]).map((file) => prove(repositoryRoot, file, { arithmetic }));
  const proved = proofs.reduce((sum, proof) => sum + proof.proved, 0);
  report(
    proofs.flatMap(({ violations }) => violations),
    arithmetic ? `${proved} operations proved safe.` : `${proved} assertions proved.`,
  );
}
