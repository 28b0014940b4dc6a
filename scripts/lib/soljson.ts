// The compiler that Hardhat loads: the one of the npm package, quicker.
import { createRequire } from "node:module";
import { quickenTables } from "./wasm-tables.ts";

quickenTables();
export default createRequire(import.meta.url)("solc/soljson.js") as unknown;
