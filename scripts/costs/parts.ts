// The generated parts of docs/deploy.md and docs/scale.md: tables of costs, each figure worked out from bench/.
import { type Assumptions, assumptions, coins, deployment, gasOf } from "./figures.ts";
import { actsOf, bytesOfAll, gasOfAll } from "./year.ts";

const number = (value: number, digits = 0): string =>
  value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const money = (euros: number): string => `${number(euros, euros < 100 ? 2 : 0)} EUR`;
const row = (...cells: string[]): string => `| ${cells.join(" | ")} |`;
const table = (head: string[], rows: string[][]): string =>
  [row(...head), row(...head.map(() => "---")), ...rows.map((cells) => row(...cells))].join("\n");

function prices(of: Assumptions): string {
  const rows = of.chains.map(({ name, gwei, dataGwei }) => [
    name,
    `${gwei} gwei`,
    dataGwei ? `${dataGwei} gwei, 16 gas a byte` : "in the gas",
    `${number(of.euros)} EUR`,
  ]);
  return `Assumed on ${of.date} (\`bench/assumptions.json\`), not measured:\n\n${table(["chain", "a unit of gas", "its data on L1", `1 ${of.coin}`], rows)}`;
}

/** The constructor's code is most of what is posted: a byte of code costs 200 gas to keep. */
const BYTES_OF_CODE = 1 / 200;

function founding(of: Assumptions): string {
  const { gas, transactions } = deployment();
  const codeBytes = Math.round(gas * BYTES_OF_CODE);
  const steps = [
    { name: "deploying the contracts, once a chain", gas, transactions, bytes: codeBytes },
    {
      name: "founding a co-op, four classes and seven founders",
      gas: gasOf("found.coop"),
      transactions: 1,
      bytes: 5_000,
    },
  ];
  const rows = steps.map(({ name, gas, transactions, bytes }) => [
    name,
    number(transactions),
    number(gas),
    ...of.chains.flatMap((chain) => {
      const paid = coins(chain, gas, bytes);
      return [`${number(paid, 5)} ${of.coin}`, money(paid * of.euros)];
    }),
  ]);
  const heads = of.chains.flatMap(({ name }) => [name, `${name}, euros`]);
  return table(["step", "transactions", "gas", ...heads], rows);
}

function acts(of: Assumptions): string {
  const [members = 100] = of.members;
  const rows = actsOf(of, members).map(({ name, times, gas, bytes, measured }) => [
    name,
    number(times, Number.isInteger(times) ? 0 : 1),
    number(gas),
    measured,
    ...of.chains.map((chain) => `${number(coins(chain, gas, bytes) * of.euros, 4)} EUR`),
  ]);
  const prices = of.chains.map(({ name }) => `one on ${name}`);
  return table(["act", `a year with ${members} members`, "gas", "measured as", ...prices], rows);
}

function year(of: Assumptions): string {
  const rows = of.chains.flatMap((chain) =>
    of.members.map((members) => {
      const all = actsOf(of, members);
      const [gas, bytes] = [gasOfAll(all), bytesOfAll(all)];
      const paid = coins(chain, gas, bytes);
      const [ballots] = all;
      const votes = ballots ? (100 * ballots.times * ballots.gas) / gas : 0;
      return [
        chain.name,
        number(members),
        `${number(gas / 1e6)} million`,
        `${number(paid, 3)} ${of.coin}`,
        money(paid * of.euros),
        money((paid * of.euros) / members),
        `${number(votes)} %`,
      ];
    }),
  );
  return table(["chain", "members", "gas a year", "cost", "in euros", "a member", "of it votes"], rows);
}

export type Part = { file: string; name: string; text: string };

export function costParts(): Part[] {
  const of = assumptions();
  return [
    { file: "docs/deploy.md", name: "prices", text: prices(of) },
    { file: "docs/deploy.md", name: "founding", text: founding(of) },
    { file: "docs/scale.md", name: "prices", text: prices(of) },
    { file: "docs/scale.md", name: "acts", text: acts(of) },
    { file: "docs/scale.md", name: "year", text: year(of) },
  ];
}
