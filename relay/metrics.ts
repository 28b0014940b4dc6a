// Figures for Prometheus, in its text format.

const HELP: Record<string, [type: "counter" | "gauge", help: string]> = {
  relay_ballots_accepted_total: ["counter", "Ballots and confirmations accepted."],
  relay_refused_total: ["counter", "Requests refused, by code."],
  relay_papers: ["gauge", "Ballots and confirmations in the store, by state."],
  relay_papers_counted_total: ["counter", "Ballots and confirmations that the chain has counted, deep enough."],
  relay_papers_late_total: ["counter", "Ballots that could not be posted before the vote closed."],
  relay_transactions_open: ["gauge", "Transactions that are not deep in the chain yet."],
  relay_transactions_sent_total: ["counter", "Transactions sent."],
  relay_transactions_replaced_total: ["counter", "Transactions sent again for a higher fee."],
  relay_transactions_reverted_total: ["counter", "Transactions that the chain refused."],
  relay_transactions_void_total: ["counter", "Transactions whose number was used by another one."],
  relay_gas_used_total: ["counter", "Gas that was paid for."],
  relay_balance_wei: ["gauge", "What the relay's account holds."],
  relay_head_block: ["gauge", "The newest block that the relay has seen."],
  relay_look_age_seconds: ["gauge", "Seconds since the chain was last looked at with success."],
  relay_look_failures_total: ["counter", "Looks at the chain that failed."],
  relay_too_dear: ["gauge", "1 while the network is dearer than the relay may pay."],
};

export class Metrics {
  private readonly values = new Map<string, number>();

  add(name: string, by = 1, label?: string): void {
    const key = keyOf(name, label);
    this.values.set(key, (this.values.get(key) ?? 0) + by);
  }

  set(name: string, value: number, label?: string): void {
    this.values.set(keyOf(name, label), value);
  }

  of(name: string): number {
    return this.values.get(name) ?? 0;
  }

  text(): string {
    const lines: string[] = [];
    for (const [name, [type, help]] of Object.entries(HELP)) {
      const own = [...this.values].filter(([key]) => key === name || key.startsWith(`${name}{`));
      if (own.length === 0 && type === "counter") own.push([name, 0]);
      if (own.length === 0) continue;
      lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...own.map(([key, value]) => `${key} ${value}`));
    }
    return `${lines.join("\n")}\n`;
  }
}

/** A label is "code=closed". */
function keyOf(name: string, label?: string): string {
  if (label === undefined) return name;
  const [key, value = ""] = label.split("=");
  return `${name}{${key}="${value.replace(/[^\w-]/g, "")}"}`;
}
