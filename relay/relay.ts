// The relay whole: takes signed ballots over HTTP, keeps them, and hands them in. Needs a chain, a key with coin, and a store.

import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { Hono } from "hono";
import { privateKeyToAccount } from "viem/accounts";
import type { Address, Hex } from "../books/event.ts";
import { RECEIPT_STATES } from "../books/relay.ts";
import { type Chain, type House, openChain, unreachable } from "./chain.ts";
import { app } from "./http.ts";
import { type Intake, openIntake } from "./intake.ts";
import { Limits } from "./limits.ts";
import { Metrics } from "./metrics.ts";
import { poster } from "./poster.ts";
import { Refusal } from "./refusal.ts";
import type { Settings } from "./settings.ts";
import { type Database, openDatabase, type Where } from "./store/database.ts";
import { countByState, paperOf } from "./store/papers.ts";
import { prepare } from "./store/schema.ts";
import { sendingSums } from "./store/sendings.ts";

export type RelayOptions = {
  rpcUrl: string;
  directory: Address;
  key: Hex;
  /** Where it keeps what it accepted, or the open store itself. */
  store: Where | Database;
  settings: Settings;
  host: string;
  port: number;
  /** Opens its store only when somebody asks for something: for a demo, in which perhaps nobody will. */
  whenAsked?: boolean;
  /** Takes what goes wrong while nobody asks. */
  complain: (line: string) => void;
};
export type Relay = {
  url: string;
  address: Address;
  metrics: Metrics;
  /** Resolves when it takes ballots, rejects when it could not begin. */
  ready(): Promise<void>;
  /** Looks at the chain now, beside its regular looks. */
  look(): Promise<void>;
  /** Brings the figures up to date that are not counted on the way. */
  gather(): Promise<void>;
  stop(): Promise<void>;
};

type Works = {
  database: Database;
  chain: Chain;
  house: () => Promise<House>;
  intake: Intake;
  lookOnce: () => Promise<void>;
};

/** Modules can be replaced; so often the directory is asked where they are. */
const HOUSE_MS = 30_000;
const SILENT_LOOKS = 10;

/** Listens at once; the store and the chain are opened behind it, and until then it says that it is starting. */
export async function startRelay(options: RelayOptions): Promise<Relay> {
  const { settings, key } = options;
  const account = privateKeyToAccount(key);
  const address = account.address.toLowerCase() as Address;
  const metrics = new Metrics();
  const limits = new Limits(settings.rate, settings.burst);

  let works: Promise<Works> | undefined;
  const opened = (): Promise<Works> => {
    works ??= open(options, address).then(({ database, chain }) => {
      const house = recently(HOUSE_MS, () => chain.house().catch(fails(unreachable)));
      const head = () => chain.head().catch(fails(unreachable));
      const intake = openIntake({ database, chain, house, head, key, address, settings });
      const lookOnce = poster({ database, chain, house, account, address, settings, metrics });
      return { database, chain, house, intake, lookOnce };
    });
    // What could not be opened is tried again when somebody asks.
    works.catch(() => {
      works = undefined;
    });
    return works;
  };
  const atWork = () => opened().catch(fails(notStarted));

  let looked = Date.now();
  let looking: Promise<void> | undefined;
  const look = (): Promise<void> => {
    looking ??= opened()
      .then(({ lookOnce }) => lookOnce())
      .then(() => {
        looked = Date.now();
      })
      .catch((error: Error) => {
        metrics.add("relay_look_failures_total");
        options.complain(`The relay could not look at the chain: ${error.message.split("\n")[0]}`);
      })
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };

  const gatherNow = async () => gather(metrics, await works?.catch(() => undefined), looked, address);
  const hono = app({
    take: async (paper) => (await atWork()).intake.take(paper),
    house: async () => (await atWork()).house(),
    paper: async (id) => paperOf((await atWork()).database, id),
    health: async () => healthOf(await opened().catch(() => undefined), looked, settings, address),
    gather: gatherNow,
    address,
    settings,
    limits,
    metrics,
  });
  const { url, close } = await listen(hono, options);
  if (!options.whenAsked) opened().catch(() => {});
  const looks = setInterval(() => (works || !options.whenAsked) && look(), settings.tick);
  const tidying = setInterval(() => limits.tidy(), 60_000);
  return {
    url,
    address,
    metrics,
    ready: async () => void (await opened()),
    gather: gatherNow,
    look: async () => {
      await looking;
      await look();
    },
    stop: async () => {
      clearInterval(looks);
      clearInterval(tidying);
      await close();
      await looking;
      const state = await works?.catch(() => undefined);
      await state?.intake.idle();
      await state?.database.close();
    },
  };
}

async function listen({ fetch }: Hono, { host, port }: RelayOptions) {
  const server = serve({ fetch, hostname: host, port });
  await new Promise<void>((resolve, reject) => {
    server.once("listening", resolve);
    server.once("error", reject);
  });
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ("closeAllConnections" in server) server.closeAllConnections();
      await closed;
    },
  };
}

async function open({ rpcUrl, directory, store }: RelayOptions, sender: Address) {
  const [database, chain] = await Promise.all([
    "query" in store ? store : openDatabase(store),
    openChain(rpcUrl, directory),
  ]);
  await prepare(database, { chainId: chain.chainId, directory, sender });
  return { database, chain };
}

const notStarted = () =>
  new Refusal(503, "starting", "The relay could not start yet. Try again in a minute, or vote directly.");

const fails =
  (why: (error: unknown) => Refusal) =>
  (error: unknown): never => {
    throw why(error);
  };

/** Asks again when the last answer is older than that; what failed is not kept. */
function recently<T>(milliseconds: number, ask: () => Promise<T>): () => Promise<T> {
  let last: { at: number; answer: Promise<T> } | undefined;
  return () => {
    if (last && Date.now() - last.at <= milliseconds) return last.answer;
    const answer = ask();
    last = { at: Date.now(), answer };
    answer.catch(() => {
      last = undefined;
    });
    return answer;
  };
}

async function healthOf(state: Works | undefined, looked: number, settings: Settings, address: Address) {
  const age = Math.round((Date.now() - looked) / 1_000);
  if (!state) return { ok: false, why: "starting" };
  const store = await state.database.query("select 1").then(
    () => true,
    () => false,
  );
  const balance = await state.chain.client.getBalance({ address }).catch(() => undefined);
  const silent = age * 1_000 > Math.max(SILENT_LOOKS * settings.tick, 30_000);
  const why = !store ? "store" : silent || balance === undefined ? "chain" : balance === 0n ? "no coin" : undefined;
  return { ok: why === undefined, why, secondsSinceLook: age, balance: balance?.toString() ?? null };
}

async function gather(metrics: Metrics, state: Works | undefined, looked: number, address: Address): Promise<void> {
  metrics.set("relay_look_age_seconds", Math.round((Date.now() - looked) / 1_000));
  if (!state) return;
  const counts = await countByState(state.database);
  for (const name of RECEIPT_STATES) metrics.set("relay_papers", counts.get(name) ?? 0, `state=${name}`);
  metrics.set("relay_transactions_open", (await sendingSums(state.database)).open);
  const balance = await state.chain.client.getBalance({ address }).catch(() => undefined);
  if (balance !== undefined) metrics.set("relay_balance_wei", Number(balance));
}
