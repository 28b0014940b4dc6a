// Why an audit could not be made at all. What an audit finds is in its report; this is for what prevents it.
export class AuditProblem extends Error {
  override name = "AuditProblem";
}

/** The short cause of an error, on one line. */
export function causeOf(error: unknown): string {
  const { shortMessage, message } = error as { shortMessage?: string; message?: string };
  return (shortMessage ?? message ?? String(error)).split("\n")[0] ?? "";
}
