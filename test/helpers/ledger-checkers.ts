// The two ledger programs that check an export: hledger and beancount, from Debian. Who has not got them is told that nothing was checked.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context } from "mocha";

export const CHECKERS = {
  hledger: { file: "journal.hledger", of: (path: string) => ["hledger", "-s", "-f", path, "check", "ordereddates"] },
  beancount: { file: "journal.beancount", of: (path: string) => ["bean-check", "--no-cache", path] },
} as const;
export type Checker = keyof typeof CHECKERS;

/** Nothing when the program accepts it, else what it says. */
export function refusalBy(checker: Checker, text: string): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "ledger-"));
  try {
    const path = join(folder, CHECKERS[checker].file);
    writeFileSync(path, text);
    const [program = "", ...args] = CHECKERS[checker].of(path);
    const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8", env: ENVIRONMENT });
    if (error) throw error;
    return status === 0 ? undefined : stdout + stderr || `exit code ${status}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Both read UTF-8, wherever they run. */
const ENVIRONMENT = { ...process.env, LC_ALL: "C.UTF-8" };

export function isInstalled(checker: Checker): boolean {
  const [program = ""] = CHECKERS[checker].of("");
  return spawnSync(program, ["--version"], { stdio: "ignore", env: ENVIRONMENT }).status === 0;
}

/** Skips a test where the program is missing, and says so. */
export function requireChecker(test: Context, checker: Checker): void {
  if (isInstalled(checker)) return;
  console.log(`      ${CHECKERS[checker].of("")[0]} is not installed (apt-get install ${checker}): skipped.`);
  test.skip();
}
