// Unpacks the Chromium that the npm package @sparticuz/chromium carries, once per installation, and finds out
// whether it needs the shared libraries and fonts that the package carries too.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflate } from "@sparticuz/chromium";

const archives = join(dirname(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium")))), "bin");
const modules = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "node_modules");
const target = join(modules, ".cache", "rochdale-chromium");

/** The unpacked browser and the environment it needs. */
export async function unpackChromium(): Promise<{ executablePath: string; env: Record<string, string> }> {
  if (!existsSync(target)) await unpackTo(target);
  const executablePath = join(target, "chromium");
  const env: Record<string, string> = {};
  if (lacksLibraries(executablePath)) env.LD_LIBRARY_PATH = join(target, "al2023", "lib");
  if (!existsSync("/etc/fonts/fonts.conf")) env.FONTCONFIG_FILE = writeFontSettings();
  return { executablePath, env };
}

/** The package's own font settings name a folder that exists only where it was made for. */
function writeFontSettings(): string {
  const file = join(target, "fonts.conf");
  const folders = `<dir>${join(target, "fonts")}</dir><cachedir>${join(target, "font-cache")}</cachedir>`;
  writeFileSync(file, `<?xml version="1.0"?>\n<fontconfig>${folders}</fontconfig>\n`);
  return file;
}

/** Unpacks beside the target and renames at the end, so that nobody ever starts half a browser. */
async function unpackTo(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const partial = mkdtempSync(`${folder}-`);
  try {
    await inflateInto(partial, ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"]);
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** The package always unpacks to the system's temporary folder, which it looks up when it is called. */
function inflateInto(folder: string, names: string[]): Promise<string[]> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return Promise.all(names.map((name) => inflate(join(archives, name))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

function lacksLibraries(executable: string): boolean {
  try {
    return execFileSync("ldd", [executable]).toString().includes("not found");
  } catch {
    return true;
  }
}
