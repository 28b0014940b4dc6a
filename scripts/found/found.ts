// npm run found: founds a co-op from a charter file, and with --verify says whether one stands as it should. Exits with 1 on any trouble.
import { sentenceFor } from "../lib/failure.ts";
import { readArguments } from "./arguments.ts";
import { connectTo } from "./chain.ts";
import { nodeGone } from "./node-gone.ts";
import { found } from "./run.ts";
import { verify } from "./verify.ts";

try {
  const options = readArguments(process.argv.slice(2));
  const { default: hre } = await import("hardhat");
  const chain = await connectTo(hre, options, !("verify" in options));
  try {
    const say = (line: string) => console.log(line);
    if (!("verify" in options)) await found(hre, chain, options, say);
    else if (!(await verify(hre, chain, options.verify, say))) process.exitCode = 1;
  } finally {
    await chain.close();
  }
} catch (error) {
  console.error(nodeGone(error) ?? sentenceFor(error));
  process.exitCode = 1;
}
