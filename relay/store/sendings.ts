// Transactions in the store: written down whole before they go out, so that a killed relay sends the same ones again.
import type { Address, Hex } from "../../books/event.ts";
import type { Database, Query, Row } from "./database.ts";

export type Attempt = { hash: Hex; raw: Hex; maxFee: bigint; tip: bigint; at: number };
export type Sending = {
  id: number;
  nonce: number;
  target: Address;
  data: Hex;
  gas: bigint;
  matter: string;
  /** The latest last. Only one of them can ever be mined: they share the nonce. */
  attempts: Attempt[];
};
export type NewSending = Omit<Sending, "id" | "attempts"> & { attempt: Attempt; papers: readonly string[] };

/** Writes the transaction down and binds its papers to it; false when one of them was replaced meanwhile. */
export function bind(database: Database, sending: NewSending): Promise<boolean> {
  const { nonce, target, data, gas, matter, attempt, papers } = sending;
  return database.transaction(async (query) => {
    const ids = JSON.stringify(papers);
    const [free] = await query(
      "select count(*) as count from papers where state = 'waiting' and id in (select json_array_elements_text($1::json))",
      [ids],
    );
    if (Number(free?.count) !== papers.length) return false;
    const [made] = await query(
      "insert into sendings (nonce, target, data, gas, matter) values ($1, $2, $3, $4, $5) returning id",
      [nonce, target, data, gas.toString(), matter],
    );
    await query(
      "update papers set state = 'sent', sending = $2 where id in (select json_array_elements_text($1::json))",
      [ids, made?.id],
    );
    await insertAttempt(query, Number(made?.id), attempt);
    return true;
  });
}

export const addAttempt = (database: Database, sending: number, attempt: Attempt): Promise<void> =>
  database.transaction((query) => insertAttempt(query, sending, attempt));

async function insertAttempt(query: Query, sending: number, { hash, raw, maxFee, tip, at }: Attempt): Promise<void> {
  await query(
    "insert into attempts (hash, sending, raw, max_fee, tip, at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
    [hash, sending, raw, maxFee.toString(), tip.toString(), at],
  );
}

export async function openSendings(database: Database): Promise<Sending[]> {
  const rows = await database.query("select * from sendings where state = 'open' order by nonce");
  const tried = await database.query(
    "select a.* from attempts a join sendings s on s.id = a.sending where s.state = 'open' order by a.at, a.max_fee::numeric",
  );
  const attempts = Map.groupBy(tried, ({ sending }) => Number(sending));
  return rows.map((row) => ({
    id: Number(row.id),
    nonce: Number(row.nonce),
    target: row.target as Address,
    data: row.data as Hex,
    gas: BigInt(String(row.gas)),
    matter: String(row.matter),
    attempts: (attempts.get(Number(row.id)) ?? []).map(attemptFrom),
  }));
}

/** `done` is mined and deep, `void` can never be mined any more. */
export async function endSending(
  query: Query,
  id: number,
  state: "done" | "void",
  mined?: { blockNumber: bigint; gasUsed: bigint },
): Promise<void> {
  await query("update sendings set state = $2, block_number = $3, gas_used = $4 where id = $1", [
    id,
    state,
    mined?.blockNumber.toString() ?? null,
    mined?.gasUsed.toString() ?? null,
  ]);
}

/** The number after the last one that was ever used for a transaction that still may come, or came. */
export async function nonceAfter(database: Database): Promise<number> {
  const [row] = await database.query("select max(nonce) as last from sendings where state <> 'void'");
  return row?.last == null ? 0 : Number(row.last) + 1;
}

export async function sendingSums(database: Database): Promise<{ open: number; done: number; gas: number }> {
  const [row] = await database.query(
    `select count(*) filter (where state = 'open') as open, count(*) filter (where state = 'done') as done,
       coalesce(sum(gas_used), 0) as gas from sendings`,
  );
  return { open: Number(row?.open ?? 0), done: Number(row?.done ?? 0), gas: Number(row?.gas ?? 0) };
}

function attemptFrom(row: Row): Attempt {
  return {
    hash: row.hash as Hex,
    raw: row.raw as Hex,
    maxFee: BigInt(String(row.max_fee)),
    tip: BigInt(String(row.tip)),
    at: Number(row.at),
  };
}
