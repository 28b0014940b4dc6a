// Runs the clean-up of a long-running script exactly once, whichever way the script is told to stop.

const PARENT_POLL_MS = 1_000;

/** Calls `cleanUp` once on Ctrl-C, SIGTERM, SIGHUP or when the supervising process has died, then exits with 0. */
export function onShutdown(cleanUp: () => Promise<void> | void): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    try {
      await cleanUp();
      process.exit(0);
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop());
  if (process.env.ROCHDALE_SUPERVISED) {
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && void stop(), PARENT_POLL_MS).unref();
  }
}
