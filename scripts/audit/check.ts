// One question of the audit, asked of many things: what the books say against what the chain says.

export type Difference = { what: string; books: string; chain: string };
export type Check = { name: string; compared: number; differences: Difference[] };

export class Comparison {
  readonly check: Check;

  constructor(name: string) {
    this.check = { name, compared: 0, differences: [] };
  }

  /** Compares one thing; addresses and hashes without regard to case. */
  same(what: string, books: unknown, chain: unknown): void {
    this.check.compared += 1;
    const [booked, found] = [shown(books), shown(chain)];
    if (booked.toLowerCase() !== found.toLowerCase())
      this.check.differences.push({ what, books: booked, chain: found });
  }

  /** Notes something that needs no second side to be wrong. */
  wrong(what: string, books: string, chain: string): void {
    this.check.differences.push({ what, books, chain });
  }
}

export function sentenceOf({ what, books, chain }: Difference): string {
  return `${what}: the books say ${books}, the chain says ${chain}.`;
}

function shown(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
}
