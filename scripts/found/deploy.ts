// The contracts that co-ops are clones of, deployed once a chain: what was interrupted goes on, what stands is used.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  errorDeploymentResultToExceptionMessage,
  HardhatArtifactResolver,
} from "@nomicfoundation/hardhat-ignition/helpers";
import { DeploymentResultType, deploy, type ExecutionEventListener } from "@nomicfoundation/ignition-core";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { Address } from "viem";
import { Failure } from "../lib/failure.ts";
import { repositoryRoot } from "../lib/files.ts";
import { type FoundingChain, signer } from "./chain.ts";
import { foundAgain } from "./lost.ts";

const FACTORY = "Rochdale#CoopFactory";
/** Deployments of public chains are kept where Ignition itself keeps them; those of a local chain end with it. */
const PUBLIC = join(repositoryRoot, "ignition", "deployments");
const LOCAL = join(repositoryRoot, ".local", "deployments");

export type Say = (line: string) => void;

export const folderOf = ({ chainId, isLocal, instance }: FoundingChain, root?: string): string =>
  isLocal ? join(root ?? LOCAL, `chain-${chainId}-${instance.slice(2, 12)}`) : join(root ?? PUBLIC, `chain-${chainId}`);

/** The factory that a deployment kept in `folder` has made, if it came so far. */
export function factoryIn(folder: string): Address | undefined {
  const file = join(folder, "deployed_addresses.json");
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, "utf8")) as Record<string, Address>)[FACTORY];
}

export async function deployContracts(
  hre: HardhatRuntimeEnvironment,
  chain: FoundingChain,
  folder: string,
  say: Say,
): Promise<Address> {
  const { default: module } = await import("../deploy/rochdale.ts");
  const { account } = signer(chain);
  const once = () =>
    deploy({
      config: { ...hre.config.ignition, ...(chain.isLocal && { requiredConfirmations: 1 }) },
      provider: chain.connection.provider,
      executionEventListener: telling(say),
      artifactResolver: new HardhatArtifactResolver(hre.artifacts),
      deploymentDir: folder,
      ignitionModule: module,
      deploymentParameters: {},
      accounts: [account?.address as Address],
    });
  const result = await once().catch(async (error: Error) => {
    if (await foundAgain(error, chain, folder)) return once();
    throw error;
  });
  if (result.type === DeploymentResultType.RECONCILIATION_ERROR) {
    throw new Failure(
      `The contracts have changed since the deployment that is kept in ${folder}: name the factory you mean with --factory, or move the folder away to deploy anew.`,
    );
  }
  if (result.type !== DeploymentResultType.SUCCESSFUL_DEPLOYMENT) {
    throw new Failure(
      `The contracts are not all deployed (${errorDeploymentResultToExceptionMessage(result).trim()}): what is done is kept in ${folder}; run the same command again.`,
    );
  }
  return result.contracts[FACTORY]?.address as Address;
}

/** One line for each contract that stands. */
function telling(say: Say): ExecutionEventListener {
  const heard: Record<string, (event: never) => void> = {
    deploymentExecutionStateComplete: ({ futureId }: { futureId: string }) =>
      say(`  deployed ${futureId.replace("Rochdale#", "")}`),
  };
  const silent = () => {};
  return new Proxy({} as ExecutionEventListener, { get: (_, name) => heard[String(name)] ?? silent });
}
