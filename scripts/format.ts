// Formats every source file and repairs what the linter can repair by itself.
import { spawnSync } from "node:child_process";
import { listFiles, repositoryRoot } from "./lib/files.ts";

const solidityFiles = ["contracts", "test"].flatMap((folder) => listFiles(repositoryRoot, folder, [".sol"]));
const commands = [
  ["biome", "check", "--write", "."],
  ["prettier", "--write", "--log-level", "warn", ...solidityFiles],
];
for (const [program = "", ...args] of commands) {
  const { status } = spawnSync(program, args, { cwd: repositoryRoot, stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
