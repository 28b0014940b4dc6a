// The chain that a co-op is founded on, and the account that pays for it.
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { NetworkConnection } from "hardhat/types/network";
import type { Account, PublicClient, WalletClient } from "viem";
import { Failure } from "../lib/failure.ts";
import type { Where } from "./arguments.ts";

/** Chains that live on one machine and begin anew: 31337 of Hardhat and Anvil, 1337 of others. */
const LOCAL_CHAINS = [31_337, 1_337];
const KEY = "FOUNDER_KEY";
/** Hardhat's code for a configuration variable that is neither in the keystore nor in the environment. */
const VARIABLE_MISSING = "HHE7";

export type FoundingChain = {
  connection: NetworkConnection;
  client: PublicClient;
  chainId: number;
  /** Whether it is a chain of this machine. */
  isLocal: boolean;
  /** Names one run of a chain. */
  instance: string;
  /** What may be told to the public; undefined when it is kept in the keystore. */
  url: string | undefined;
  /** The account that signs; where nothing is sent there is none. */
  wallet?: WalletClient;
  close(): Promise<void>;
};

export const signer = ({ wallet }: FoundingChain): WalletClient & { account: Account } => {
  if (!wallet?.account) throw new Error("Nothing can be sent over a connection without an account.");
  return wallet as WalletClient & { account: Account };
};

/** With `sends`, a Failure when nobody can sign; without, no key is asked for. */
export async function connectTo(
  hre: HardhatRuntimeEnvironment,
  { network, rpc }: Where,
  sends: boolean,
): Promise<FoundingChain> {
  const config = hre.config.networks[network];
  const known = Object.entries(hre.config.networks).flatMap(([name, { type }]) => (type === "http" ? [name] : []));
  if (config?.type !== "http") {
    throw new Failure(`There is no network "${network}" to found on: ${known.join(", ")} are in hardhat.config.ts.`);
  }
  let connection = await connect(hre, network, rpc, sends ? undefined : "remote");
  const chainId = await chainIdOf(connection, network, rpc);
  const hasOwnKey = Array.isArray(config.accounts);
  if (sends && !hasOwnKey && rpc && (await accountsOf(connection)).length === 0) {
    await connection.close();
    connection = await connect(hre, network, rpc, [
      await import("hardhat/config").then((of) => of.configVariable(KEY)),
    ]);
  }
  const client = (await connection.viem.getPublicClient()) as unknown as PublicClient;
  return {
    connection,
    client,
    chainId,
    isLocal: LOCAL_CHAINS.includes(chainId),
    instance: await instanceOf(connection),
    url:
      rpc ?? (config.url._type === "ResolvedConfigurationVariable" && hasOwnKey ? undefined : await config.url.get()),
    ...(sends && { wallet: await walletOf(connection, network) }),
    close: () => connection.close(),
  };
}

/** The address given on the command line stands in for the one in the configuration. */
async function connect(hre: HardhatRuntimeEnvironment, network: string, rpc?: string, accounts?: unknown[] | "remote") {
  const override = { ...(rpc && { url: rpc }), ...(accounts && { accounts }) };
  const made = hre.network.create({ network, override: override as never });
  return (await made.catch((error: Error) => rethrow(error, network, rpc))) as unknown as NetworkConnection;
}

async function chainIdOf(connection: NetworkConnection, network: string, rpc?: string): Promise<number> {
  const asked = connection.provider.request({ method: "eth_chainId" });
  const chainId = Number(await asked.catch((error: Error) => rethrow(error, network, rpc)));
  const expected = connection.networkConfig.chainId;
  if (expected === undefined || expected === chainId) return chainId;
  throw new Failure(
    `The node is of chain ${chainId}, and the network ${network} is chain ${expected}: choose another --network or --rpc.`,
  );
}

async function walletOf(connection: NetworkConnection, network: string): Promise<WalletClient> {
  const [account] = await accountsOf(connection).catch((error: Error) => rethrow(error, network));
  if (account === undefined) {
    throw new Failure(
      `Nobody can sign: the node has no account of its own. Keep a key with \`npx hardhat keystore set ${KEY}\`.`,
    );
  }
  return (await connection.viem.getWalletClient(account)) as unknown as WalletClient;
}

const accountsOf = async ({ provider }: NetworkConnection) =>
  (await provider.request({ method: "eth_accounts" })) as `0x${string}`[];

function rethrow(error: Error, network: string, rpc?: string): never {
  const { errorCode, messageArguments } = error as { errorCode?: string; messageArguments?: { name?: string } };
  if (errorCode === VARIABLE_MISSING) {
    const name = messageArguments?.name ?? KEY;
    throw new Failure(`The network ${network} needs ${name}: keep it with \`npx hardhat keystore set ${name}\`.`);
  }
  if (/private key/i.test(error.message)) {
    throw new Failure(
      `${KEY} is not a private key, 0x and 64 digits: keep another with \`npx hardhat keystore set ${KEY} --force\`.`,
    );
  }
  const place = rpc ?? `the network ${network}`;
  throw new Failure(
    `No chain answers at ${place} (${error.message.split("\n")[0]}): start the node, or choose another --rpc.`,
  );
}

/** Hardhat's own name for a run; elsewhere the first block tells one chain from another. */
async function instanceOf({ provider }: NetworkConnection): Promise<string> {
  try {
    const { instanceId } = (await provider.request({ method: "hardhat_metadata" })) as { instanceId: string };
    return instanceId;
  } catch {
    const block = await provider.request({ method: "eth_getBlockByNumber", params: ["0x0", false] });
    return (block as { hash: string }).hash;
  }
}
