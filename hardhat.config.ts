// Hardhat: compiler, networks and paths. No logic.
import { createRequire } from "node:module";
import hardhatIgnitionViem from "@nomicfoundation/hardhat-ignition-viem";
import hardhatMocha from "@nomicfoundation/hardhat-mocha";
import hardhatNetworkHelpers from "@nomicfoundation/hardhat-network-helpers";
import hardhatViem from "@nomicfoundation/hardhat-viem";
import { defineConfig } from "hardhat/config";

const VIA_IR = false;
const OPTIMIZER_RUNS = 200;
const HARDFORK = "osaka";
const CHAIN_ID = 31337;
const ACCOUNTS = 100;
const INVARIANT_RUNS = 200;

export default defineConfig({
  plugins: [hardhatViem, hardhatMocha, hardhatNetworkHelpers, hardhatIgnitionViem],
  solidity: {
    version: "0.8.37",
    // The compiler is an npm package, so that nothing is downloaded at build time.
    path: createRequire(import.meta.url).resolve("solc/soljson.js"),
    settings: {
      viaIR: VIA_IR,
      evmVersion: HARDFORK,
      optimizer: { enabled: true, runs: OPTIMIZER_RUNS },
    },
  },
  networks: {
    default: {
      type: "edr-simulated",
      chainType: "l1",
      chainId: CHAIN_ID,
      hardfork: HARDFORK,
      allowUnlimitedContractSize: false,
      accounts: { count: ACCOUNTS },
    },
    localhost: { type: "http", chainType: "l1", chainId: CHAIN_ID, url: "http://127.0.0.1:8545" },
  },
  ignition: { blockPollingInterval: 50 },
  // Of invariants that do not say themselves how often they are tried: RUNS=1000 on request.
  test: { solidity: { invariant: { runs: Number(process.env.RUNS ?? INVARIANT_RUNS), depth: 100 } } },
  paths: { sources: "contracts", tests: { mocha: "test", solidity: "test" } },
});
