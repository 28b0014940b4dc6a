// Writes books/abi.ts from the compiled contracts, and the tables of costs in docs/ from bench/. `npm run check` compares the committed files with it.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { renderDocs } from "./costs/generated-docs.ts";
import { compile } from "./lib/compile.ts";
import { repositoryRoot } from "./lib/files.ts";
import { ABI_FILE, renderAbiFile } from "./lib/render-abi.ts";

await compile();
const path = join(repositoryRoot, ABI_FILE);
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, renderAbiFile(repositoryRoot));
console.log(`${ABI_FILE} is written.`);
for (const { file, text } of renderDocs(repositoryRoot)) {
  writeFileSync(join(repositoryRoot, file), text);
  console.log(`${file} is written.`);
}
