// Mocha's spec reporter, which also counts what passed, failed and was skipped.
import Mocha from "mocha";

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** A reporter class that adds its counts to `counts`. */
export function countingReporter(counts: Counts) {
  return class extends Mocha.reporters.Spec {
    constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
      super(runner, options);
      runner.on("pass", () => {
        counts.passed += 1;
      });
      runner.on("fail", () => {
        counts.failed += 1;
      });
      runner.on("pending", () => {
        counts.skipped += 1;
      });
    }
  };
}
