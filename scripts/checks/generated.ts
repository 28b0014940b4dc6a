// Checks that books/abi.ts is what the compiled contracts give, and that the costs in docs/ are what bench/ gives. It expects the contracts to be compiled.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { renderDocs } from "../costs/generated-docs.ts";
import { repositoryRoot } from "../lib/files.ts";
import { ABI_FILE, renderAbiFile } from "../lib/render-abi.ts";
import { report } from "../lib/violations.ts";

const path = join(repositoryRoot, ABI_FILE);
const committed = existsSync(path) ? readFileSync(path, "utf8") : "";
const stale = {
  file: ABI_FILE,
  message: "it is not what the contracts give: run `npm run generate` and commit the file.",
};
const message = "its costs are not what bench/ gives: run `npm run generate` and commit the file.";
const staleDocs = renderDocs(repositoryRoot).flatMap(({ file, committed, text }) =>
  committed === text ? [] : [{ file, message }],
);
report(
  [...(committed === renderAbiFile(repositoryRoot) ? [] : [stale]), ...staleDocs],
  `${ABI_FILE} and the costs in docs/ are up to date.`,
);
