// Jobs as their events tell them: what every call to the market brings along.
import type { Address, PublicClient } from "viem";
import { parseEventLogs, type TransactionReceipt } from "viem";
import { jobMarketAbi } from "../../books/abi.ts";
import { acceptedJob, doneJob, type Job, offeredJob } from "../../books/job.ts";

/** Follows jobs receipt by receipt. */
export class JobLog {
  private readonly jobs = new Map<bigint, Job>();

  private readonly client: Pick<PublicClient, "getBlock">;
  private readonly market: Address;

  constructor(client: Pick<PublicClient, "getBlock">, market: Address) {
    this.client = client;
    this.market = market;
  }

  /** Takes in what a transaction told; returns the number of the job or service that it began, if any. */
  async follow(receipt: TransactionReceipt): Promise<bigint> {
    const mine = receipt.logs.filter((log) => log.address.toLowerCase() === this.market.toLowerCase());
    let begun = 0n;
    for (const log of parseEventLogs({ abi: jobMarketAbi, logs: mine })) {
      if (log.eventName === "JobOffered") {
        begun = log.args.jobId;
        this.jobs.set(begun, offeredJob(log.args));
      } else if (log.eventName === "ServicePosted") {
        begun = log.args.serviceId;
      } else if (log.eventName === "JobAccepted") {
        const { timestamp } = await this.client.getBlock({ blockNumber: receipt.blockNumber });
        this.jobs.set(log.args.jobId, acceptedJob(this.of(log.args.jobId), log.args, Number(timestamp)));
      } else if (log.eventName === "JobDone") {
        this.jobs.set(log.args.jobId, doneJob(this.of(log.args.jobId), log.args.distance));
      }
    }
    return begun;
  }

  /** One that goes on from here by itself. */
  copy(): JobLog {
    const copy = new JobLog(this.client, this.market);
    for (const [id, job] of this.jobs) copy.jobs.set(id, job);
    return copy;
  }

  /** The job as it stands. */
  of(jobId: bigint): Job {
    const job = this.jobs.get(jobId);
    if (!job) throw new Error(`Job ${jobId} was not seen to begin.`);
    return job;
  }
}
