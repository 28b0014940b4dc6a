// Checks that books/abi.ts is what the compiled contracts give. It expects the contracts to be compiled.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../lib/files.ts";
import { ABI_FILE, renderAbiFile } from "../lib/render-abi.ts";
import { report } from "../lib/violations.ts";

const path = join(repositoryRoot, ABI_FILE);
const committed = existsSync(path) ? readFileSync(path, "utf8") : "";
const isCurrent = committed === renderAbiFile(repositoryRoot);
const stale = {
  file: ABI_FILE,
  message: "it is not what the contracts give: run `npm run generate` and commit the file.",
};
report(isCurrent ? [] : [stale], `${ABI_FILE} is up to date.`);
