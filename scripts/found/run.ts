// Founds a co-op as its charter file asks: checks, deploys what is missing, founds, and tells where everything is.
import { existsSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { type Address, keccak256 } from "viem";
import { coopFactoryAbi } from "../../books/abi.ts";
import type { Charter } from "../../books/charter/charter.ts";
import { handedIn } from "../../books/charter/founders.ts";
import { compileInProcess } from "../lib/compile-in-process.ts";
import { Failure } from "../lib/failure.ts";
import { requireAbilities } from "./abilities.ts";
import { addressLines, directoryIn, foundedAt, type Standing, writeCoopFile } from "./announce.ts";
import type { FoundArguments } from "./arguments.ts";
import { type FoundingChain, signer } from "./chain.ts";
import { readCharter } from "./charter.ts";
import { costOf, deploymentGas, requireFunds, sentenceOfCost } from "./cost.ts";
import { deployContracts, factoryIn, folderOf, type Say } from "./deploy.ts";
import { nameAt, placeFor, simulate } from "./factory.ts";
import { admitFurther } from "./further.ts";

export async function found(
  hre: HardhatRuntimeEnvironment,
  chain: FoundingChain,
  options: FoundArguments,
  say: Say,
): Promise<void> {
  const rpcUrl = options.out === undefined ? undefined : pageRpcOf(chain, options);
  const charter = await readCharter(options.charter, chain);
  await requireAbilities(chain);
  const factory = await factoryFor(hre, chain, options, say);
  if (factory === undefined)
    return say("The charter is in order. A dry run deploys nothing, and the contracts are not on this chain yet.");
  const standing = await stand(chain, options, factory, charter, say);
  if (standing === undefined) return say("A dry run founds nothing.");
  for (const line of await addressLines(chain, standing)) say(line);
  if (options.out === undefined || rpcUrl === undefined) return;
  writeCoopFile(options.out, chain, rpcUrl, standing, charter.settlementToken);
  say(`${options.out}/coop.json is written: put it beside the pages.`);
}

/** The co-op of this account and salt: founded now, or before. Undefined after a dry run. */
async function stand(
  chain: FoundingChain,
  { salt, dryRun }: FoundArguments,
  factory: Address,
  charter: Charter,
  say: Say,
): Promise<Standing | undefined> {
  const wallet = signer(chain);
  const founder = wallet.account.address;
  const { charter: first, further } = handedIn(charter, keccak256);
  const directory = await placeFor(chain, factory, founder, salt);
  const name = await nameAt(chain, directory);
  if (name !== undefined) {
    if (name !== charter.name)
      throw new Failure(`With this --salt ${founder} has founded "${name}" before: choose another number.`);
    if (!dryRun) await admitFurther(chain, directory, further, say);
    say(`"${name}" stands already:`);
    return { name, directory, factory, block: await foundedAt(chain, factory, directory) };
  }
  await requireNothingUnderWay(chain, founder);
  const gas = await simulate(chain, { factory, founder, charter: first, salt, directory });
  const cost = await costOf(chain, gas);
  say(sentenceOfCost("Founding", cost));
  await requireFunds(chain, founder, cost);
  if (dryRun) return undefined;
  await confirm(`Found "${charter.name}" as ${founder} on chain ${chain.chainId}?`);
  const hash = await wallet.writeContract({
    account: wallet.account,
    chain: wallet.chain,
    address: factory,
    abi: coopFactoryAbi,
    functionName: "found",
    args: [first, salt],
  });
  say(`Sent as ${hash}.`);
  const done = await directoryIn(chain, hash);
  await admitFurther(chain, done.directory, further, say);
  say(`"${charter.name}" is founded in block ${done.block}, for ${done.gas.toLocaleString("en")} gas:`);
  return { name: charter.name, directory: done.directory, factory, block: done.block };
}

/** The one named, the one kept, or one deployed now; undefined when a dry run finds none. */
async function factoryFor(
  hre: HardhatRuntimeEnvironment,
  chain: FoundingChain,
  { factory, dryRun, deployments }: FoundArguments,
  say: Say,
): Promise<Address | undefined> {
  const folder = folderOf(chain, deployments);
  const given = factory ?? (dryRun ? factoryIn(folder) : undefined);
  if (given === undefined && dryRun) return undefined;
  if (given === undefined) {
    await compileInProcess(hre);
    if (!factoryIn(folder)) await beforeDeploying(chain, folder, say);
  }
  const address = given ?? (await deployContracts(hre, chain, folder, say));
  if ((await chain.client.getCode({ address })) !== undefined) return address;
  const where = factory ? "name another with --factory" : `what ${folder} keeps is of another chain: move it away`;
  throw new Failure(`There is no contract at ${address} on chain ${chain.chainId}: ${where}.`);
}

/** What stands already is not paid for again: only an account with nothing is turned away when a deployment goes on. */
async function beforeDeploying(chain: FoundingChain, folder: string, say: Say): Promise<void> {
  const cost = await costOf(chain, deploymentGas());
  say(sentenceOfCost("Deploying the contracts", cost));
  await requireFunds(chain, signer(chain).account.address, existsSync(folder) ? { ...cost, fee: cost.price } : cost);
  say(`What stands is kept in ${folder}.`);
}

/** A second founding while the first is on its way would only cost a fee. */
async function requireNothingUnderWay({ client }: FoundingChain, address: Address): Promise<void> {
  const [sent, mined] = await Promise.all(
    (["pending", "latest"] as const).map((blockTag) => client.getTransactionCount({ address, blockTag })),
  );
  if (sent === mined) return;
  throw new Failure(`A transaction of ${address} is still under way: run the same command again once it is through.`);
}

/** coop.json is public: an address kept in the keystore does not get into it by itself. */
function pageRpcOf({ url }: FoundingChain, { pageRpc, network }: FoundArguments): string {
  const rpcUrl = pageRpc ?? url;
  if (rpcUrl) return rpcUrl;
  throw new Failure(
    `coop.json tells every visitor which node the pages read from, and that of ${network} is kept in the keystore: say with --page-rpc which one is for the public.`,
  );
}

/** Nobody is asked where nobody sits. */
async function confirm(question: string): Promise<void> {
  if (!process.stdin.isTTY) return;
  const asked = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asked.question(`${question} [y/N] `);
  asked.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new Failure("Nothing was founded.");
}
