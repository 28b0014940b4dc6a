// What to put to the members when a module is to be replaced: where its successor will stand, the code they decide on, the action of the
// resolution, and the call by which a member brings it as a draft. Sends nothing.
// Usage: npm run successor -- --rpc URL --coop ADDRESS --at market --code ADDRESS --with FILE.json [--text TEXT]
// FILE.json is the list of arguments of the new module's `initialize`; whole numbers too large for JSON stand in quotes.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import {
  type Address,
  type BaseError,
  createPublicClient,
  encodeFunctionData,
  type Hex,
  http,
  isAddress,
  type PublicClient,
} from "viem";
import { assemblyDeskAbi, directoryAbi } from "../books/abi.ts";
import { Kind, Place } from "./deploy/charter.ts";
import { initialisationOf, REPLACEABLE, type Replaceable, successorFor } from "./deploy/successor.ts";
import { Failure, sentenceFor } from "./lib/failure.ts";

const PLACES = Object.keys(REPLACEABLE).join(", ");
const USAGE = `Usage: npm run successor -- --rpc URL --coop ADDRESS --at PLACE --code ADDRESS --with FILE.json [--text TEXT]
PLACE is one of ${PLACES}.`;

function readArguments() {
  const { rpc, coop, at, code, with: file, text: words } = parse();
  const isPlace = (name: string | undefined): name is Replaceable => name !== undefined && name in REPLACEABLE;
  if (!rpc || !isPlace(at) || !file || !isAddress(coop ?? "") || !isAddress(code ?? "")) throw new Failure(USAGE);
  // Relative to where the command was given, not to the repository.
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  const initialisation = initialisationIn(path, at);
  return { rpc, at, initialisation, directory: coop as Address, implementation: code as Address, words };
}

function parse() {
  const text = { type: "string" } as const;
  try {
    return parseArgs({ options: { rpc: text, coop: text, at: text, code: text, with: text, text } }).values;
  } catch (error) {
    throw new Failure(`${(error as Error).message.split("\n")[0]}\n${USAGE}`);
  }
}

function initialisationIn(path: string, at: Replaceable): Hex {
  const whole = (_: string, value: unknown) =>
    typeof value === "string" && /^\d+$/.test(value) ? BigInt(value) : value;
  let args: unknown;
  try {
    args = JSON.parse(readFileSync(path, "utf8"), whole);
  } catch (error) {
    throw new Failure(`${path} can not be read as JSON (${(error as Error).message}).`);
  }
  if (!Array.isArray(args)) throw new Failure(`${path} is no list: write the arguments of initialize in [ ].`);
  try {
    return initialisationOf(at, args);
  } catch (error) {
    throw new Failure(`${path} is not what initialize of ${at} takes (${(error as BaseError).shortMessage}).`);
  }
}

/** Throws when nobody answers, or when no co-op does. */
async function assemblyOf(client: PublicClient, directory: Address): Promise<Address> {
  const code = await client.getCode({ address: directory }).catch((error: BaseError) => {
    throw new Failure(`No chain answers (${error.shortMessage}): start the node, or choose another --rpc.`);
  });
  const place = { address: directory, abi: directoryAbi, functionName: "moduleAt", args: [Place.Assembly] } as const;
  const assembly = code && (await client.readContract(place).catch(() => undefined));
  if (!assembly) throw new Failure(`There is no co-op at ${directory}: name its directory.`);
  return assembly;
}

async function run(): Promise<void> {
  const { rpc, at, words = `Replace the ${at}`, ...of } = readArguments();
  const client = createPublicClient({ transport: http(rpc) });
  const assembly = await assemblyOf(client, of.directory);
  const { action, ...successor } = await successorFor(client, { ...of, at });
  const draft = encodeFunctionData({
    abi: assemblyDeskAbi,
    functionName: "draft",
    args: [[action.target], [0n], [action.data], words, Kind.Constitutional],
  });
  console.log(JSON.stringify({ ...successor, action, draft: { target: assembly, data: draft } }, null, 2));
}

run().catch((error: unknown) => {
  console.error(sentenceFor(error));
  process.exitCode = 1;
});
