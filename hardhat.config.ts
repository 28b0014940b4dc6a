// Hardhat: compiler, networks and paths. No logic, no secrets, and no addresses of anyone's nodes.
import { fileURLToPath } from "node:url";
import hardhatIgnitionViem from "@nomicfoundation/hardhat-ignition-viem";
import hardhatKeystore from "@nomicfoundation/hardhat-keystore";
import hardhatMocha from "@nomicfoundation/hardhat-mocha";
import hardhatNetworkHelpers from "@nomicfoundation/hardhat-network-helpers";
import hardhatVerify from "@nomicfoundation/hardhat-verify";
import hardhatViem from "@nomicfoundation/hardhat-viem";
import { configVariable, defineConfig } from "hardhat/config";
import type { HttpNetworkUserConfig } from "hardhat/types/config";
import { developmentAccounts } from "./scripts/lib/accounts.ts";

const VIA_IR = false;
const OPTIMIZER_RUNS = 200;
const HARDFORK = "osaka";
const CHAIN_ID = 31337;
const ACCOUNTS = 100;
const INVARIANT_RUNS = 200;

/** A public chain: where it is reached and who pays there is asked of the keystore, or the environment, once it is used. */
const publicChain = (chainId: number, url: string) =>
  ({
    type: "http",
    chainType: "generic",
    chainId,
    url: configVariable(url),
    accounts: [configVariable("FOUNDER_KEY")],
  }) satisfies HttpNetworkUserConfig;

export default defineConfig({
  plugins: [hardhatViem, hardhatMocha, hardhatNetworkHelpers, hardhatIgnitionViem, hardhatKeystore, hardhatVerify],
  solidity: {
    version: "0.8.37",
    // The compiler is an npm package, so that nothing is downloaded at build time.
    path: fileURLToPath(import.meta.resolve("./scripts/lib/soljson.ts")),
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
      accounts: developmentAccounts(ACCOUNTS),
    },
    localhost: { type: "http", chainType: "l1", chainId: CHAIN_ID, url: "http://127.0.0.1:8545" },
    mainnet: publicChain(1, "MAINNET_RPC_URL"),
    sepolia: publicChain(11_155_111, "SEPOLIA_RPC_URL"),
    optimism: publicChain(10, "OPTIMISM_RPC_URL"),
    optimismSepolia: publicChain(11_155_420, "OPTIMISM_SEPOLIA_RPC_URL"),
  },
  ignition: { blockPollingInterval: 50 },
  // Sourcify asks for no key.
  verify: { etherscan: { enabled: false }, blockscout: { enabled: false }, sourcify: { enabled: true } },
  // Of invariants that do not say themselves how often they are tried: RUNS=1000 on request.
  test: { solidity: { invariant: { runs: Number(process.env.RUNS ?? INVARIANT_RUNS), depth: 100 } } },
  paths: { sources: "contracts", tests: { mocha: "test", solidity: "test" } },
});
