// What to look at once a co-op stands: its code, its places, who holds power in it, and what is still to be done.
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { type Address, encodePacked, getAbiItem } from "viem";
import { coopFactoryAbi, directoryAbi } from "../../books/abi.ts";
import { Place } from "../deploy/charter.ts";
import { compileInProcess } from "../lib/compile-in-process.ts";
import { Failure } from "../lib/failure.ts";
import type { FoundingChain } from "./chain.ts";
import { CodeBook } from "./code.ts";
import type { Say } from "./deploy.ts";
import { type Finding, type Founding, ofBody, ofOffices, ofPower } from "./power.ts";

const CONTRACTS: Readonly<Record<keyof typeof Place, string>> = {
  Directory: "Directory",
  Authority: "Authority",
  Register: "MemberRegister",
  Board: "Board",
  Assembly: "Assembly",
  BallotKeys: "BallotKeys",
  Shares: "MemberShares",
  Treasury: "Treasury",
  Reserve: "Reserve",
  Bonds: "BondOffice",
  Machines: "MachineRegister",
  Income: "CommonsIncome",
  Audits: "AuditRegister",
  Market: "JobMarket",
  Patronage: "Patronage",
  Surplus: "Surplus",
};
const FACTORY = "CoopFactory";
const FOUNDED = getAbiItem({ abi: coopFactoryAbi, name: "CoopFounded" });

/** Says every finding, and whether none is wrong. What is open is for the co-op's people to do. */
export async function verify(
  hre: HardhatRuntimeEnvironment,
  chain: FoundingChain,
  directory: Address,
  say: Say,
): Promise<boolean> {
  await compileInProcess(hre);
  const founding = await foundingOf(chain, directory);
  say(`"${founding.name}", founded in block ${founding.block} by ${founding.founder}:`);
  const book = new CodeBook(chain.client);
  const findings = [
    ...(await ofPlaces(chain, book, directory)),
    await ofFactory(book, founding),
    ...(await ofPower(chain, directory, founding)),
    ...(await ofOffices(chain, directory, founding)),
    await ofBody(chain, directory),
  ];
  for (const { verdict, sentence } of findings) say(`${verdict.padEnd(7)}${sentence}`);
  return findings.every(({ verdict }) => verdict !== "WRONG");
}

async function foundingOf({ client, chainId }: FoundingChain, directory: Address): Promise<Founding> {
  const [log] = await client.getLogs({ event: FOUNDED, args: { directory }, fromBlock: 0n });
  if (!log) throw new Failure(`No factory on chain ${chainId} founded a co-op at ${directory}: name its directory.`);
  const { founder, name } = log.args;
  return { factory: log.address, founder: founder as Address, name: name as string, block: log.blockNumber };
}

/** Each module is a clone of our code, made for this directory and its place, and the directory lists it there. */
async function ofPlaces({ client }: FoundingChain, book: CodeBook, directory: Address): Promise<Finding[]> {
  const wrong: string[] = [];
  for (const [name, place] of Object.entries(Place) as [keyof typeof Place, number][]) {
    const module = await client.readContract({
      address: directory,
      abi: directoryAbi,
      functionName: "moduleAt",
      args: [place],
    });
    const clone = await book.cloneAt(module);
    const code = clone && (await book.nameAt(clone.target));
    if (code !== CONTRACTS[name]) {
      wrong.push(`Place ${place} holds ${module}, whose code is ${code ? `${code}'s` : "not of this repository"}.`);
    }
    const claim = encodePacked(["address", "uint8"], [directory, place]).slice(2);
    if (place !== Place.Directory && !clone?.own.startsWith(claim)) {
      wrong.push(`The module ${module} at place ${place} was not made for this place of this directory.`);
    }
  }
  if (wrong.length > 0) return wrong.map((sentence) => ({ verdict: "WRONG", sentence }));
  const count = Object.keys(Place).length;
  return [
    {
      verdict: "ok",
      sentence: `All ${count} places of the directory hold clones of this repository's code, ${book.looked} contracts and libraries in all.`,
    },
  ];
}

async function ofFactory(book: CodeBook, { factory }: Founding): Promise<Finding> {
  return (await book.nameAt(factory)) === FACTORY
    ? { verdict: "ok", sentence: `The factory ${factory} is of this repository's code.` }
    : {
        verdict: "WRONG",
        sentence: `The factory ${factory} is not of this repository's code: another one founded this co-op.`,
      };
}
