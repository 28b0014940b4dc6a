// How much one address may ask: a bucket that fills up again, emptied faster by what is refused.

export class Limits {
  private readonly buckets = new Map<string, { left: number; at: number }>();
  private readonly rate: number;
  private readonly burst: number;

  constructor(rate: number, burst: number) {
    this.rate = rate;
    this.burst = burst;
  }

  /** Takes `cost` from the bucket; false, and nothing taken, when it does not hold that much. */
  take(who: string, cost: number, now = Date.now()): boolean {
    const left = this.left(who, now);
    if (left < Math.min(cost, this.burst)) return false;
    this.buckets.set(who, { left: left - cost, at: now });
    return true;
  }

  /** For what was refused after it was let in; may leave less than nothing. */
  charge(who: string, cost: number, now = Date.now()): void {
    this.buckets.set(who, { left: Math.max(this.left(who, now) - cost, -this.burst), at: now });
  }

  /** Those that are full again are forgotten. */
  tidy(now = Date.now()): void {
    for (const who of this.buckets.keys()) if (this.left(who, now) >= this.burst) this.buckets.delete(who);
  }

  private left(who: string, now: number): number {
    const bucket = this.buckets.get(who);
    if (!bucket) return this.burst;
    return Math.min(this.burst, bucket.left + ((now - bucket.at) / 1_000) * this.rate);
  }
}
