// How every check reports what it found.

export interface Violation {
  file: string;
  line?: number;
  message: string;
}

/** Prints the violations, one per line, and sets the exit code. */
export function report(violations: Violation[], success: string): void {
  for (const { file, line, message } of violations) {
    console.log(`${file}${line === undefined ? "" : `:${line}`}: ${message}`);
  }
  if (violations.length > 0) process.exitCode = 1;
  else console.log(success);
}
