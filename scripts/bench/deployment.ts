// npm run bench:deployment: what it costs to put the contracts on a chain, once for all co-ops there. Writes bench/deployment.json.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileInProcess } from "../lib/compile-in-process.ts";
import { repositoryRoot } from "../lib/files.ts";

const { default: hre } = await import("hardhat");
await compileInProcess(hre);
const { default: module } = await import("../deploy/rochdale.ts");
const { ignition, viem, close } = await hre.network.create();
await ignition.deploy(module);
const client = await viem.getPublicClient();
let gas = 0n;
let transactions = 0;
for (let blockNumber = await client.getBlockNumber(); blockNumber > 0n; blockNumber--) {
  const block = await client.getBlock({ blockNumber });
  gas += block.gasUsed;
  transactions += block.transactions.length;
}
await close();
writeFileSync(
  join(repositoryRoot, "bench", "deployment.json"),
  `${JSON.stringify({ transactions, gas: Number(gas) }, null, 2)}\n`,
);
console.log(`${transactions} transactions, ${gas.toLocaleString("en")} gas.`);
