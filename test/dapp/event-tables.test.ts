// Which events the first page loads, and which come with the pages of the commons and of the market.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { ABI_OF } from "../../dapp/src/shared/chain/abis.ts";
import { eventTables } from "../../dapp/src/shared/chain/event-table.ts";
import { repositoryRoot } from "../../scripts/lib/files.ts";

const tables = eventTables(ABI_OF);
const namesIn = (all: (typeof tables)["first"]): string[] =>
  Object.values(all).flatMap((table) => Object.values(table).map(([name]) => name));

/** The names that an applier asks for. */
function readBy(...files: string[]): string[] {
  const text = files.map((file) => readFileSync(join(repositoryRoot, "books", "apply", file), "utf8")).join("\n");
  return [...text.matchAll(/name [!=]== "(\w+)"/g)].map(([, name = ""]) => name);
}

describe("The events that pages load", () => {
  const commons = ["auctions", "bidding", "bonds", "budgets", "holders", "income", "machines"].map(
    (one) => `${one}.ts`,
  );

  it("are all those that the books read, the commons' with their pages", () => {
    const known = new Set(Object.values(tables).flatMap(namesIn));
    const all = readBy(...readdirSync(join(repositoryRoot, "books", "apply")));
    expect(all.length).to.be.greaterThan(80);
    expect(all.filter((name) => !known.has(name))).to.deep.equal([]);
    const first = new Set(namesIn(tables.first));
    const later = new Set(namesIn(tables.commons));
    const shared = ["Moved", "AssetListed"];
    expect(readBy(...commons).filter((name) => !later.has(name) && !shared.includes(name))).to.deep.equal([]);
    expect([...later].filter((name) => first.has(name))).to.deep.equal([]);
  });

  it("leave the modules of commons and market out of the first page", () => {
    const later = ["bonds", "machines", "income", "market", "patronage", "surplus"];
    expect(Object.keys(tables.first).filter((module) => later.includes(module))).to.deep.equal([]);
    expect(Object.keys(tables.market).sort()).to.deep.equal(["market", "patronage", "surplus"]);
    expect(Object.keys(tables.commons).sort()).to.deep.equal(["bonds", "income", "machines", "treasury"]);
  });
});
