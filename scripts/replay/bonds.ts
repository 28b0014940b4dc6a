// npm run replay:bonds -- FILE.json [ID...]: ACTUS reference contracts as bonds of a co-op. Exits 0 only if every event agrees, 1
// when one does not or a contract is no bond of ours, 2 when the file or an identifier can not be used.
import { resolve } from "node:path";
import { inWords, plural } from "../../books/words.ts";
import { Failure, sentenceFor } from "../lib/failure.ts";
import { type Bond, bondOf, NoSuchBond } from "./bond-terms.ts";
import { type Contract, dateText, readContracts } from "./bonds-file.ts";
import { type Replayed, type Row, replayBonds } from "./bonds-run.ts";
import { isZero, shown } from "./decimal.ts";

const USAGE = `npm run replay:bonds -- FILE.json [ID...]

Runs contracts of an ACTUS file (type PAM) through the contracts of a co-op: a machine is ordered for each by ordinary resolution, its
bonds are bid for, cleared and issued; dates are read from BondOffice.scheduleOf and amounts from BondOffice.couponOf, before
any rounding, and compared with the published events. Published decimals have fifteen digits; the last may be one off.
Without identifiers: every contract whose terms the bond office has; the others are named.

Exits 0 only if every event agrees, 1 when one does not or a contract that was asked for has terms that bonds have not, 2 when the
file or an identifier can not be used.`;

function rowText({ type, published, found, agrees }: Row): string {
  const date = published ?? found;
  const cells = [
    type.padEnd(4),
    (date ? dateText(date.date) : "").padEnd(11),
    (published ? shown(published.payoff) : "-").padStart(20),
    (found ? shown(found.payoff) : "-").padStart(20),
    agrees ? "agrees" : `DIFFERS${found && found.date !== date?.date ? `: on ${dateText(found.date)}` : ""}`,
  ];
  return `  ${cells.join("  ")}`;
}

function table({ bond, rows }: Replayed): string {
  const { contract, premium } = bond;
  const of = (name: string) => contract.terms.get(name) ?? "";
  const terms = ["cycleOfInterestPayment", "dayCountConvention", "endOfMonthConvention", "businessDayConvention"];
  const apart = isZero(premium)
    ? []
    : [`  Our bonds are sold at par: ${shown(premium)} at the issue is the file's own.`];
  return [
    `${contract.id}: ${of("notionalPrincipal")} at ${of("nominalInterestRate")} a year, ${terms.map(of).filter(Boolean).join(", ")}`,
    `  ${"".padEnd(4)}  ${"".padEnd(11)}  ${"published".padStart(20)}  ${"contracts".padStart(20)}`,
    ...rows.map(rowText),
    ...apart,
  ].join("\n");
}

/** The contracts that were asked for, or all; and why some of them are no bonds of ours. */
function choose(file: string, contracts: Map<string, Contract>, ids: readonly string[]) {
  const unknown = ids.find((id) => !contracts.has(id));
  if (unknown !== undefined) {
    throw new Failure(`${file} has no contract ${unknown}; it has ${[...contracts.keys()].join(", ")}.`);
  }
  const bonds: Bond[] = [];
  const others: string[] = [];
  for (const [id, contract] of contracts) {
    if (ids.length > 0 && !ids.includes(id)) continue;
    try {
      bonds.push(bondOf(contract));
    } catch (error) {
      if (!(error instanceof NoSuchBond)) throw error;
      others.push(error.message);
    }
  }
  return { bonds, others };
}

async function main(file: string, ids: readonly string[]): Promise<number> {
  const { bonds, others } = choose(file, readContracts(file), ids);
  const { replayed, refused } =
    bonds.length > 0 ? await replayBonds(bonds, console.log) : { replayed: [], refused: [] };
  for (const one of replayed) console.log(`\n${table(one)}`);
  const differences = replayed.flatMap((one) => one.differences);
  const events = replayed.reduce((sum, { rows }) => sum + rows.length, 0);
  console.log("");
  for (const sentence of [...others, ...refused]) console.log(sentence);
  if (differences[0]) console.log(differences[0]);
  const count = `${inWords(differences.length)} ${plural(differences.length, "difference")}`;
  const result = differences.length > 0 ? count : events > 0 ? "every event agrees" : "nothing was compared";
  console.log(`${replayed.length} ${plural(replayed.length, "contract")}, ${events} events: ${result}.`);
  const isShort = ids.length > 0 && others.length > 0;
  return differences.length > 0 || refused.length > 0 || isShort || events === 0 ? 1 : 0;
}

try {
  const given = process.argv.slice(2).filter((argument) => argument !== "--");
  if (given.includes("--help") || given.includes("-h")) {
    console.log(USAGE);
    process.exit(0);
  }
  const [file, ...ids] = given;
  if (!file) throw new Failure("A file is needed: npm run replay:bonds -- FILE.json [ID...]");
  // Relative to where the command was given, not to the repository.
  process.exit(await main(resolve(process.env.INIT_CWD ?? process.cwd(), file), ids));
} catch (error) {
  console.error(sentenceFor(error));
  process.exit(2);
}
