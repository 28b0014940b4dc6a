// The import law of the contracts.
import { posix } from "node:path";
import type { Import } from "./imports.ts";

const DOMAINS = ["membership", "voting", "capital", "commons", "market", "surplus"];
const LAYERS = ["interfaces", "libraries", "founding", "mocks"];
const LIBRARIES_FROM_OUTSIDE = ["@openzeppelin/contracts/", "@openzeppelin/contracts-upgradeable/", "solady/"];

/** What to do about a Solidity import, or undefined when it keeps the law. */
export function checkSolidityImport({ file, specifier, local }: Import): string | undefined {
  const from = folderOf(file);
  if (from === "mocks" || file.startsWith("test/")) return undefined;
  if (!DOMAINS.includes(from) && !LAYERS.includes(from)) {
    return `${file} is in no known folder of contracts/: move it to ${[...DOMAINS, ...LAYERS].join(", ")}.`;
  }
  return local === undefined ? checkPackage(from, specifier) : checkOwn(from, folderOf(local), local);
}

function checkPackage(from: string, specifier: string): string | undefined {
  if (!LIBRARIES_FROM_OUTSIDE.some((prefix) => specifier.startsWith(prefix))) {
    return `contracts import only OpenZeppelin and Solady from outside: remove the import of ${specifier}.`;
  }
  if (from === "interfaces" && !/^I[A-Z]/.test(posix.basename(specifier))) {
    return `interfaces import only interfaces: remove ${specifier}, or move what needs it out of contracts/interfaces.`;
  }
  return undefined;
}

function checkOwn(from: string, to: string, target: string): string | undefined {
  if (to === "mocks") return `only mocks and tests import mocks: remove the import of ${target}.`;
  if (from === to || from === "founding") return undefined;
  if (from === "interfaces") {
    return `interfaces import only interfaces: move what is needed from ${target} to contracts/interfaces.`;
  }
  if (to === "interfaces" || to === "libraries") return undefined;
  if (from === "libraries") {
    return `libraries import only libraries and interfaces: move what is needed from ${target} to contracts/libraries.`;
  }
  return `the ${from} folder must not know the ${to || "unknown"} folder: import an interface from contracts/interfaces instead of ${target}.`;
}

function folderOf(path: string): string {
  const [top, folder, rest] = path.split("/");
  return top === "contracts" && rest !== undefined ? (folder ?? "") : "";
}
