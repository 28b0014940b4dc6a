// A folder that lives as long as the process that made it: what a killed one left is deleted by the next.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Names the process whose folder it is. */
const OWNER = "process";

/** Makes `name` below `root`. */
export function ownFolder(root: string, name: string): string {
  mkdirSync(root, { recursive: true });
  deleteForsaken(root);
  const folder = join(root, name);
  mkdirSync(folder);
  writeFileSync(join(folder, OWNER), String(process.pid));
  return folder;
}

/** Two demos may run side by side: only folders whose process has ended go. */
function deleteForsaken(root: string): void {
  for (const name of readdirSync(root)) {
    const folder = join(root, name);
    if (!isAlive(ownerOf(folder))) rmSync(folder, { recursive: true, force: true });
  }
}

function ownerOf(folder: string): number {
  try {
    return Number(readFileSync(join(folder, OWNER), "utf8"));
  } catch {
    return 0;
  }
}

function isAlive(process_: number): boolean {
  if (!(process_ > 0) || process_ === process.pid) return process_ === process.pid;
  try {
    return process.kill(process_, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
