// Calls of the market, made when it is their turn: each brings its job along, as the events so far tell it.
import type { NetworkConnection } from "hardhat/types/network";
import { type Abi, encodeFunctionData, type Hash, zeroAddress } from "viem";
import { jobMarketAbi } from "../../books/abi.ts";
import { COUNTERSIGNATURE, JobKind } from "../../books/job.ts";
import { commitmentOf } from "../../documents/envelope/commitment.ts";
import { DAY, NO_PERMIT } from "../deploy/charter.ts";
import { JobLog } from "../lib/job-log.ts";
import { ACCEPT_HOURS, DO_HOURS, services, type ToldJob, type ToldService } from "./jobs.ts";
import { type JobAct, moneyOf } from "./market.ts";
import { Outsider } from "./people.ts";
import { account, type Call, daysAgo, openingOf, type World } from "./world.ts";

const HOUR = 3_600;
const BUDGET = 1n;
const TERMS = 1;

type Client = Awaited<ReturnType<NetworkConnection["viem"]["getPublicClient"]>>;

export class JobCalls {
  private readonly ids = new Map<string, bigint>();
  private readonly log: JobLog;
  private readonly connection: NetworkConnection;
  private readonly client: Client;
  private readonly world: World;

  constructor(connection: NetworkConnection, client: Client, world: World) {
    this.connection = connection;
    this.client = client;
    this.world = world;
    this.log = new JobLog(client as never, world.coop.market);
  }

  callOf(act: JobAct): Promise<Call> | Call {
    return "service" in act ? this.serviceCall(act.service, act.does) : this.jobCall(act.job, act.does);
  }

  /** Takes in what came of it. */
  async heard(act: JobAct, hash: Hash): Promise<void> {
    const begun = await this.log.follow((await this.client.getTransactionReceipt({ hash })) as never);
    if (begun !== 0n) this.ids.set("service" in act ? act.service.key : act.job.key, begun);
  }

  private serviceCall(told: ToldService, does: "post" | "withdraw"): Call {
    const { kind, fare, passThrough, lasts } = this.serviceOf(told);
    if (does === "withdraw")
      return this.by(told.provider, "withdrawService", [this.idOf(told.key), this.serviceOf(told)]);
    return this.by(told.provider, "post", [kind, fare, passThrough, lasts, TERMS, hashed(told.words)]);
  }

  private jobCall(told: ToldJob, does: Exclude<JobAct, { service: unknown }>["does"]): Promise<Call> | Call {
    if (does === "offer") return this.offer(told);
    const { customer, provider } = told;
    const [id, job] = [this.idOf(told.key), this.log.of(this.idOf(told.key))];
    const metres = Math.round((told.km ?? 0) * 1_000);
    switch (does) {
      case "accept":
        return this.by(provider, "accept", [id, job, TERMS]);
      case "done":
        return this.by(provider, "done", [id, job, metres]);
      case "confirm":
        return this.by(customer, "confirm", [id, job, metres]);
      case "sign":
        return this.signed(told, id, metres);
      case "cancel":
        return this.by(job.acceptedAt === 0 ? customer : provider, "cancel", [id, job]);
      case "dispute":
        return this.by(told.byProvider ? provider : customer, "dispute", [id, job, hashed(told.evidence ?? "")]);
      case "rule":
        return this.by(Outsider.mira, "rule", [id, job, told.ruling?.award ?? 0, hashed(told.ruling?.reasons ?? "")]);
      // Anybody may end what its clock has ended.
      case "release":
      case "divide":
        return this.by(provider, does, [id, job]);
      case "lapse":
      case "refund":
        return this.by(customer, does, [id, job]);
    }
  }

  private offer(told: ToldJob): Call {
    const { customer, kind, offeredDaysAgo, acceptHours = ACCEPT_HOURS, doHours = DO_HOURS } = told;
    const details = hashed(told.words);
    const service = services.find(({ key }) => key === told.service);
    const { tip, ...money } = moneyOf(told);
    if (service) {
      return this.by(customer, "book", [this.idOf(service.key), this.serviceOf(service), tip, details, NO_PERMIT]);
    }
    const at = daysAgo(this.world, offeredDaysAgo);
    const asked = {
      provider: told.open ? zeroAddress : account(this.world, told.provider),
      kind: kindOf(kind),
      ...money,
      tip,
      acceptBy: at + acceptHours * HOUR,
      doBy: at + doHours * HOUR,
      details,
    };
    return told.forCoop
      ? this.by(customer, "offerForCoop", [BUDGET, asked])
      : this.by(customer, "offer", [asked, NO_PERMIT]);
  }

  /** The customer signs, the provider hands it in. */
  private async signed(told: ToldJob, id: bigint, metres: number): Promise<Call> {
    const wallet = await this.connection.viem.getWalletClient(account(this.world, told.customer));
    const until = this.world.now + DAY;
    const chainId = await this.client.getChainId();
    const signature = await wallet.signTypedData({
      domain: { name: "Rochdale market", version: "1", chainId, verifyingContract: this.world.coop.market },
      types: COUNTERSIGNATURE,
      primaryType: "Countersignature",
      message: { job: id, provider: account(this.world, told.provider), distance: metres, until },
    });
    return this.by(told.provider, "confirmBySig", [id, this.log.of(id), metres, until, signature]);
  }

  private serviceOf({ provider, kind, lastsHours, ...told }: ToldService) {
    const { fare, passThrough } = moneyOf(told);
    const by = account(this.world, provider);
    return { provider: by, kind: kindOf(kind), terms: TERMS, fare, passThrough, lasts: lastsHours * HOUR };
  }

  private idOf(key: string): bigint {
    const id = this.ids.get(key);
    if (id === undefined) throw new Error(`The story has no job or service ${key} yet.`);
    return id;
  }

  private by(place: number, functionName: string, args: unknown[]): Call {
    const data = encodeFunctionData({ abi: jobMarketAbi as Abi, functionName, args });
    return { from: account(this.world, place), to: this.world.coop.market, data };
  }
}

const hashed = (words: string) => commitmentOf(openingOf(words));
const kindOf = (kind: "ride" | "task"): number => (kind === "ride" ? JobKind.Ride : JobKind.Task);
