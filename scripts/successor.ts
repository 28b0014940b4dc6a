// What to put to the members when a module is to be replaced: where its successor will stand, the code they decide on, the action of the
// resolution, and the call by which a member brings it as a draft. Sends nothing.
// Usage: npm run successor -- --rpc URL --coop ADDRESS --at market --code ADDRESS --with FILE.json [--text TEXT]
// FILE.json is the list of arguments of the new module's `initialize`; whole numbers too large for JSON stand in quotes.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Address, createPublicClient, encodeFunctionData, http, isAddress } from "viem";
import { assemblyDeskAbi, directoryAbi } from "../books/abi.ts";
import { Kind, Place } from "./deploy/charter.ts";
import { initialisationOf, REPLACEABLE, type Replaceable, successorFor } from "./deploy/successor.ts";
import { Failure, sentenceFor } from "./lib/failure.ts";

const PLACES = Object.keys(REPLACEABLE).join(", ");
const USAGE = `Usage: npm run successor -- --rpc URL --coop ADDRESS --at PLACE --code ADDRESS --with FILE.json [--text TEXT]
PLACE is one of ${PLACES}.`;

function readArguments() {
  const text = { type: "string" } as const;
  const options = { rpc: text, coop: text, at: text, code: text, with: text, text };
  const { rpc, coop, at, code, with: file, text: words } = parseArgs({ options }).values;
  const isPlace = (name: string | undefined): name is Replaceable => name !== undefined && name in REPLACEABLE;
  if (!rpc || !isPlace(at) || !file || !isAddress(coop ?? "") || !isAddress(code ?? "")) throw new Failure(USAGE);
  // Relative to where the command was given, not to the repository.
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), file);
  return { rpc, at, args: argumentsIn(path), directory: coop as Address, implementation: code as Address, words };
}

function argumentsIn(path: string): readonly unknown[] {
  const whole = (_: string, value: unknown) =>
    typeof value === "string" && /^\d+$/.test(value) ? BigInt(value) : value;
  const args: unknown = JSON.parse(readFileSync(path, "utf8"), whole);
  if (!Array.isArray(args)) throw new Failure(`${path} is no list: write the arguments of initialize in [ ].`);
  return args;
}

async function run(): Promise<void> {
  const { rpc, at, args, words = `Replace the ${at}`, ...of } = readArguments();
  const client = createPublicClient({ transport: http(rpc) });
  const { action, ...successor } = await successorFor(client, {
    ...of,
    at,
    initialisation: initialisationOf(at, args),
  });
  const place = { address: of.directory, abi: directoryAbi, functionName: "moduleAt", args: [Place.Assembly] } as const;
  const draft = encodeFunctionData({
    abi: assemblyDeskAbi,
    functionName: "draft",
    args: [[action.target], [0n], [action.data], words, Kind.Constitutional],
  });
  const told = { ...successor, action, draft: { target: await client.readContract(place), data: draft } };
  console.log(JSON.stringify(told, null, 2));
}

run().catch((error: unknown) => {
  console.error(sentenceFor(error));
  process.exitCode = 1;
});
