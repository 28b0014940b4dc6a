// Checks that no contract comes near the size limit of deployed code (24,576 bytes, EIP-170).
// With --table it prints every contract, the largest first.
import { isDeployable, readArtifacts } from "../lib/artifacts.ts";
import { repositoryRoot } from "../lib/files.ts";
import { report, type Violation } from "../lib/violations.ts";

const LIMIT_BYTES = 23_500;

export function codeSize(deployedBytecode: string): number {
  return (deployedBytecode.length - 2) / 2;
}

export function findOversized(sizes: { name: string; source: string; bytes: number }[]): Violation[] {
  return sizes
    .filter(({ bytes }) => bytes > LIMIT_BYTES)
    .map(({ name, source, bytes }) => ({
      file: source,
      message: `${name} has ${bytes} bytes of code and the limit is ${LIMIT_BYTES}: move a part to a linked library or another module.`,
    }));
}

function measure(root: string) {
  return readArtifacts(root)
    .filter(isDeployable)
    .map(({ contractName, sourceName, deployedBytecode }) => ({
      name: contractName,
      source: sourceName,
      bytes: codeSize(deployedBytecode),
    }))
    .sort((a, b) => b.bytes - a.bytes || a.name.localeCompare(b.name));
}

if (import.meta.main) {
  const sizes = measure(repositoryRoot);
  if (process.argv.includes("--table")) {
    for (const { name, bytes } of sizes) console.log(`${String(bytes).padStart(6)}  ${name}`);
  }
  const largest = sizes[0];
  report(
    findOversized(sizes),
    largest ? `Largest: ${largest.name}, ${largest.bytes} bytes.` : "No contract can be deployed yet.",
  );
}
