// Turns what can go wrong while a co-op is started into one sentence that says what to do.

/** A failure whose message is the whole sentence for the user. */
export class Failure extends Error {
  override name = "Failure";
}

/** The one sentence for the user: known causes have their own, anything else is named as it is. */
export function sentenceFor(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const { code, message, port } = findCause(error);
  if (code === "ENOSPC") {
    return "The disk is full: free about 200 MB in the repository folder and run the same command again.";
  }
  if (code === "EADDRINUSE") return portTaken(port ?? 0);
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return `A file or port may not be used (${message}): make the repository folder writable and choose ports above 1023.`;
  }
  return `Something failed that this script does not know: ${message}`;
}

export function portTaken(port: number): string {
  return `Port ${port} is taken by another program: stop it, or choose other ports with \`npm start -- --port N --rpc-port N\`.`;
}

export const isDiskFull = (error: unknown): boolean => findCause(error).code === "ENOSPC";

type Cause = { code?: string; message: string; port?: number };

/** The innermost error that carries a system code, else the error itself; a code may stand in the text only. */
function findCause(error: unknown): Cause {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code, port } = current as NodeJS.ErrnoException & { port?: number };
    if (typeof code === "string") return { code, message: current.message, port };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: /ENOSPC|no space left/i.test(message) ? "ENOSPC" : undefined, message };
}
