// The command line of founding.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Address, type Hex, isAddress, numberToHex } from "viem";
import { Failure } from "../lib/failure.ts";

export const USAGE = `Usage: npm run found -- CHARTER.json [--network NAME] [--rpc URL] [--factory ADDRESS] [--salt N] [--out DIR] [--page-rpc URL] [--deployments DIR] [--dry-run]
       npm run found -- --verify DIRECTORY [--network NAME] [--rpc URL]`;

export type Where = { network: string; rpc?: string; deployments?: string };
export type FoundArguments = Where & {
  charter: string;
  factory?: Address;
  salt: Hex;
  out?: string;
  pageRpc?: string;
  dryRun: boolean;
};
export type VerifyArguments = Where & { verify: Address };

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const options = {
  ...{ network: text, rpc: text, factory: text, salt: text, out: text, verify: text, deployments: text },
  ...{ "page-rpc": text, "dry-run": flag },
} as const;

/** Throws a Failure that names the argument at fault. */
export function readArguments(list: readonly string[]): FoundArguments | VerifyArguments {
  const { values, positionals } = parse(list);
  const { network = "localhost", rpc, salt = "0", verify, factory, out, deployments } = values;
  const pageRpc = values["page-rpc"];
  for (const [name, url] of Object.entries({ rpc, "page-rpc": pageRpc })) {
    if (url !== undefined && !isWeb(url)) throw new Failure(`--${name} ${url} is not an http address.\n${USAGE}`);
  }
  for (const [name, address] of Object.entries({ factory, verify })) {
    if (address !== undefined && !isAddress(address))
      throw new Failure(`--${name} ${address} is not an address.\n${USAGE}`);
  }
  if (!/^\d{1,18}$/.test(salt)) throw new Failure(`--salt ${salt} is not a whole number.\n${USAGE}`);
  const where = { network, ...(rpc && { rpc }), ...(deployments && { deployments: fromHere(deployments) }) };
  if (verify) return { ...where, verify: verify as Address };
  const [charter, ...more] = positionals;
  if (charter === undefined || more.length > 0) throw new Failure(`Name one charter file.\n${USAGE}`);
  return {
    ...where,
    charter: fromHere(charter),
    salt: numberToHex(BigInt(salt), { size: 32 }),
    dryRun: values["dry-run"] ?? false,
    ...(factory && { factory: factory as Address }),
    ...(out !== undefined && { out: fromHere(out) }),
    ...(pageRpc && { pageRpc }),
  };
}

function parse(list: readonly string[]) {
  try {
    return parseArgs({ args: [...list], options, allowPositionals: true });
  } catch (error) {
    throw new Failure(`${(error as Error).message.split("\n")[0]}\n${USAGE}`);
  }
}

/** Relative to where the command was given, not to the repository. */
const fromHere = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);

const isWeb = (url: string): boolean => /^https?:\/\/[^\s]+$/.test(url);
