// Mocha's spec reporter, which also counts what passed, failed and was skipped.
import Mocha from "mocha";
import type { Result } from "./test-lanes.ts";

/** A reporter class that adds its counts to `result`. */
export function countingReporter(result: Result) {
  return class extends Mocha.reporters.Spec {
    constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
      super(runner, options);
      runner.on("pass", () => {
        result.passed += 1;
      });
      runner.on("fail", (test: Mocha.Test | Mocha.Hook, error: Error) => {
        result.failed += 1;
        result.failures.push(`${test.titlePath().join(" > ")}: ${String(error?.message ?? error).split("\n")[0]}`);
      });
      runner.on("pending", () => {
        result.skipped += 1;
      });
    }
  };
}
