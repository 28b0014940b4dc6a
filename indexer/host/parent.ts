// Ends this process when the one that started it is gone: a Ponder that nobody watches would serve rows of whatever chain.
const EVERY_MS = 1_000;

export function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && process.exit(1), EVERY_MS).unref();
}
