// Folders of one run of a program below a common root: a new run begins with none, and what a killed one left is deleted.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Names the process whose folder it is. */
const OWNER = "process";

export type OwnedFolder = { path: string; delete(): void };

export function openOwnedFolder(root: string, name: string): OwnedFolder {
  mkdirSync(root, { recursive: true });
  deleteForsaken(root);
  const path = join(root, name);
  mkdirSync(path);
  writeFileSync(join(path, OWNER), String(process.pid));
  return { path, delete: () => rmSync(path, { recursive: true, force: true }) };
}

/** Two runs may go on side by side: only folders whose process has ended go. */
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
