// npm run audit: exits 0 only if everything agrees, 1 on any difference, 2 when no audit could be made.
import { readArguments } from "./arguments.ts";
import { AuditProblem, causeOf } from "./problem.ts";
import { progressOn, tellNobody } from "./progress.ts";
import { reportText, writeReport } from "./report.ts";
import { audit } from "./run.ts";

try {
  const { out, ...of } = readArguments(process.argv.slice(2));
  const progress = process.stderr.isTTY ? progressOn(process.stderr) : { tell: tellNobody, end: () => {} };
  const report = await audit(of, progress.tell).finally(progress.end);
  console.log(reportText(report));
  if (out) {
    try {
      writeReport(report, out);
    } catch (error) {
      throw new AuditProblem(`The report can not be written to ${out} (${causeOf(error)}).`);
    }
  }
  process.exitCode = report.agrees ? 0 : 1;
} catch (error) {
  if (!(error instanceof AuditProblem)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
