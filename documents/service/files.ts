// Files that are there whole or not at all. A file is written under another name, forced to the disk and then renamed, so
// neither a kill nor a power cut nor a second writer can leave half of one; what was answered is on the disk.

import { randomUUID } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";

const UNFINISHED = ".unfinished";

/** Makes the folder and clears what a killed writer left in it. */
export function openFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) if (name.endsWith(UNFINISHED)) rmSync(join(folder, name), { force: true });
}

export function readFile(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** False when the file was there already: of two writers one succeeds. */
export const createFile = (folder: string, name: string, text: string): boolean =>
  write(folder, text, (unfinished) => {
    try {
      linkSync(unfinished, join(folder, name));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
      throw error;
    }
  });

export const replaceFile = (folder: string, name: string, text: string): boolean =>
  write(folder, text, (unfinished) => {
    renameSync(unfinished, join(folder, name));
    return true;
  });

function write(folder: string, text: string, settle: (unfinished: string) => boolean): boolean {
  const unfinished = join(folder, `${randomUUID()}${UNFINISHED}`);
  try {
    const file = openSync(unfinished, "wx", 0o600);
    try {
      const bytes = Buffer.from(text);
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    const settled = settle(unfinished);
    syncFolder(folder);
    return settled;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** A new name is safe only when its folder is on the disk too. */
function syncFolder(folder: string): void {
  // Windows opens no folder, and writes names through by itself.
  if (process.platform === "win32") return;
  const opened = openSync(folder, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
