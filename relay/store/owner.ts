// A folder belongs to one living process: two on one store would tear it apart.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const OWNER = "process";

/** Takes the folder; gives back what leaves it again. What a killed process left is taken over. */
export function takeFolder(folder: string): () => void {
  const file = join(folder, OWNER);
  const owner = ownerOf(file);
  if (owner !== process.pid && isAlive(owner)) {
    throw new Error(
      `Another relay (process ${owner}) keeps its ballots in ${folder}: stop it, or choose another folder.`,
    );
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

function ownerOf(file: string): number {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return 0;
  }
}

function isAlive(owner: number): boolean {
  if (!(owner > 0)) return false;
  try {
    return process.kill(owner, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
