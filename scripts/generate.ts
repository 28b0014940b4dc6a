// Writes books/abi.ts from the compiled contracts. `npm run check` compares the committed file with it.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compile } from "./lib/compile.ts";
import { repositoryRoot } from "./lib/files.ts";
import { ABI_FILE, renderAbiFile } from "./lib/render-abi.ts";

await compile();
const path = join(repositoryRoot, ABI_FILE);
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, renderAbiFile(repositoryRoot));
console.log(`${ABI_FILE} is written.`);
