// The import law: each forbidden import is found where it stands, and lawful ones are left alone.
import { expect } from "chai";
import { findImportViolations } from "../../scripts/checks/import-law.ts";
import { withRepository } from "./temp-repository.ts";

/** `file:line: message` of every violation. */
function violationsOf(files: Record<string, string>): string[] {
  return withRepository(files, findImportViolations).map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

function solidity(...targets: string[]): string {
  return targets.map((target) => `import {X} from "${target}";\n`).join("");
}

describe("import law", () => {
  it("accepts what the law allows", () => {
    const files = {
      "contracts/libraries/A.sol": solidity("../interfaces/IA.sol", "./B.sol", "solady/src/utils/LibBit.sol"),
      "contracts/interfaces/IA.sol": solidity("@openzeppelin/contracts/token/ERC20/IERC20.sol"),
      "contracts/voting/V.sol": solidity("../interfaces/IA.sol", "../libraries/A.sol", "./W.sol"),
      "contracts/founding/F.sol": solidity("../voting/V.sol", "../capital/C.sol"),
      "contracts/mocks/M.sol": solidity("../voting/V.sol"),
      "books/journal.ts": 'import { x } from "./money.ts";\n// import { y } from "viem";\n',
      "dapp/src/app/main.tsx": 'import { Vote } from "../features/voting/index.ts";\nimport "viem";\n',
      "dapp/src/features/voting/a.ts": 'import { s } from "../../shared/s.ts";\nimport { b } from "./b.ts";\n',
      "dapp/src/shared/documents/a.ts": 'import { seal } from "../../../../documents/envelope/seal.ts";\n',
      "documents/service/a.ts": 'import "node:fs";\nimport { open } from "../envelope/seal.ts";\n',
      "documents/envelope/seal.ts": 'import { keccak256 } from "viem";\nimport { x } from "./bytes.ts";\n',
      "indexer/host/a.ts": 'import { x } from "../../books/journal.ts";\nimport { factory } from "ponder";\n',
      "scripts/indexer.ts": 'import { start } from "../indexer/supervisor/indexer.ts";\n',
      "scripts/audit/run.ts":
        'import { JsonRpcProvider } from "ethers";\nimport { x } from "../../books/journal.ts";\n',
    };
    expect(violationsOf(files)).to.deep.equal([]);
  });

  const forbidden: [name: string, file: string, text: string, line: number, expected: string][] = [
    [
      "a library that imports a domain",
      "contracts/libraries/A.sol",
      solidity("../voting/V.sol"),
      1,
      "libraries import only",
    ],
    [
      "an interface that imports a library",
      "contracts/interfaces/IA.sol",
      solidity("../libraries/A.sol"),
      1,
      "interfaces import only",
    ],
    [
      "an interface that imports an implementation",
      "contracts/interfaces/IA.sol",
      solidity("@openzeppelin/contracts/token/ERC20/ERC20.sol"),
      1,
      "interfaces import only",
    ],
    [
      "a domain that imports a domain",
      "contracts/voting/V.sol",
      `\n${solidity("../capital/C.sol")}`,
      2,
      "must not know the capital folder",
    ],
    [
      "a domain that imports founding",
      "contracts/voting/V.sol",
      solidity("../founding/F.sol"),
      1,
      "must not know the founding folder",
    ],
    ["a domain that imports a mock", "contracts/founding/F.sol", solidity("../mocks/M.sol"), 1, "only mocks and tests"],
    ["a contract outside the folders", "contracts/V.sol", solidity("./W.sol"), 1, "in no known folder"],
    [
      "a package that is not allowed",
      "contracts/voting/V.sol",
      solidity("hardhat/console.sol"),
      1,
      "only OpenZeppelin and Solady",
    ],
    ["books with a chain client", "books/a.ts", 'import {\n  hexToBigInt,\n} from "viem";\n', 3, "no chain client"],
    [
      "books with a file of ours",
      "books/a.ts",
      'import { x } from "../relay/x.ts";\n',
      1,
      "books imports only from books",
    ],
    [
      "books with a Node module",
      "books/a.ts",
      'import { readFileSync } from "node:fs";\n',
      1,
      "also run in the browser",
    ],
    [
      "the indexer with a script",
      "indexer/host/a.ts",
      'import { x } from "../../scripts/lib/ports.ts";\n',
      1,
      "indexer imports only from indexer and books",
    ],
    [
      "the dApp with the indexer",
      "dapp/src/shared/a.ts",
      'import { x } from "../../../indexer/host/decode.ts";\n',
      1,
      "dapp imports only from",
    ],
    ["the dApp with ethers", "dapp/src/shared/a.ts", 'import { id } from "ethers";\n', 1, "use viem here"],
    [
      "the dApp with scripts",
      "dapp/src/shared/a.ts",
      'export { x } from "../../../scripts/x.ts";\n',
      1,
      "dapp imports only from dapp and books and documents/envelope:",
    ],
    [
      "the dApp with the service of documents",
      "dapp/src/shared/a.ts",
      'import { Store } from "../../../documents/service/store.ts";\n',
      1,
      "dapp imports only from dapp and books and documents/envelope:",
    ],
    [
      "envelopes with the service",
      "documents/envelope/a.ts",
      'import { Store } from "../service/store.ts";\n',
      1,
      "documents/envelope imports only from documents/envelope:",
    ],
    [
      "envelopes with a Node module",
      "documents/envelope/a.ts",
      'import { createHash } from "node:crypto";\n',
      1,
      "in the browser too",
    ],
    [
      "the service of documents with scripts",
      "documents/service/a.ts",
      'import { HOST } from "../../scripts/lib/ports.ts";\n',
      1,
      "documents imports only from documents and documents/envelope:",
    ],
    [
      "the app past a feature's door",
      "dapp/src/app/a.ts",
      'await import("../features/voting/form.ts");\n',
      1,
      "only through its door",
    ],
    [
      "a feature inside another",
      "dapp/src/features/market/a.ts",
      'import { f } from "../voting/form.ts";\n',
      1,
      "only through its door",
    ],
    [
      "a feature that imports the app",
      "dapp/src/features/market/a.ts",
      'import { a } from "../../app/a.ts";\n',
      1,
      "never imports the app",
    ],
    [
      "shared that imports a feature",
      "dapp/src/shared/a.ts",
      'import { f } from "../features/voting/index.ts";\n',
      1,
      "neither app nor features",
    ],
    ["the audit with viem", "scripts/audit/a.ts", 'import { createPublicClient } from "viem";\n', 1, "use ethers"],
  ];
  for (const [name, file, text, line, expected] of forbidden) {
    it(`finds ${name}`, () => {
      const found = violationsOf({ [file]: text });
      expect(found).to.have.lengthOf(1);
      expect(found[0])
        .to.match(new RegExp(`^${file}:${line}: `))
        .and.contain(expected);
    });
  }

  it("finds viem that the audit reaches through another file", () => {
    const files = {
      "scripts/audit/a.ts": 'import { chain } from "../lib/chain.ts";\n',
      "scripts/lib/chain.ts": 'import { http } from "viem";\n',
    };
    expect(violationsOf(files)).to.have.lengthOf(1);
    expect(violationsOf(files)[0]).to.contain("scripts/lib/chain.ts:1: the audit must not share");
  });
});
