// `npm run bench`: measures gas, prints the table, writes bench/results.json.
import { writeFileSync } from "node:fs";
import { compile } from "../lib/compile.ts";
import { measureGas, table } from "./gas.ts";

await compile();
const figures = await measureGas();
console.log(table(figures));
writeFileSync(new URL("../../bench/results.json", import.meta.url), `${JSON.stringify(figures, null, 2)}\n`);
console.log("bench/results.json is written.");
