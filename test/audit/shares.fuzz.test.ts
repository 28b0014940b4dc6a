// Member shares through random lives: whatever members, the queue, interest and write-downs do, the books work out the same to
// the smallest unit, and the audit agrees.
import { expect } from "chai";
import { audit } from "../../scripts/audit/run.ts";
import { DAY, defaultShares, Role } from "../../scripts/deploy/charter.ts";
import { dice } from "../books/sample.ts";
import { as as handOf } from "../commons/setting.ts";
import { admit } from "../helpers/assembly.ts";
import { at, coopWith, EURO, hashOf } from "../helpers/coop.ts";
import { serveRpc } from "./rpc-proxy.ts";

/** `LIVES=100` tries that many, `FIRST=16` begins with the sixteenth. */
const LIVES = Number(process.env.LIVES ?? 4);
const FIRST = Number(process.env.FIRST ?? 1);
const ACTS = 120;
const MEMBERS = 9;
const AUDITOR = 50;

/** A co-op with money, a certified loss, and members who do as the dice say; how often each thing was done. */
async function live(seed: number) {
  const roll = dice(seed);
  const minimum = BigInt(roll(4));
  const { chain, coop } = await coopWith(() => ({ shares: { ...defaultShares(1_000_003n), minimum, maximum: 400n } }));
  await admit(chain, coop, 3, MEMBERS);
  const { wallets, euro, networkHelpers } = chain;
  const { sharesContract: shares, registerContract: register } = coop;
  const as = (i: number) => ({ account: at(wallets, i).account });
  const assembly = { account: coop.assembly };
  for (let i = 0; i < MEMBERS; i++) {
    await euro.write.mint([at(wallets, i).account.address, 10_000n * EURO]);
    await euro.write.approve([coop.treasury, 10_000n * EURO], as(i));
  }
  await coop.treasuryContract.write.deposit([1, euro.address, 900n * EURO, hashOf("loan")]);
  const until = (await networkHelpers.time.latest()) + 1_000 * DAY;
  await coop.authorityContract.write.appoint([Role.Auditor, at(wallets, AUDITOR).account.address, until], assembly);

  const some = (n: number) => BigInt(1 + roll(n));
  const acts: Record<string, (i: number) => Promise<unknown>> = {
    subscribe: (i) => shares.write.subscribe([some(90), BigInt(roll(2) * roll(40))], as(i)),
    payInstalment: (i) => shares.write.payInstalment([some(15)], as(i)),
    dropPromise: (i) => shares.write.dropPromise(as(i)),
    withdraw: (i) => shares.write.withdraw([some(40)], as(i)),
    cancel: async (i) => shares.write.cancelWithdrawal([BigInt(roll(12))], as(i)),
    advance: (i) => shares.write.advance([some(4)], as(i)),
    collect: (i) => shares.write.collect([i + 1], as(0)),
    claim: (i) => shares.write.claimInterest([roll(2) === 0], as(i)),
    postInterest: async () => shares.write.postInterest([roll(501)], await handOf(chain, coop.surplus)),
    resign: (i) => (roll(6) === 0 ? register.write.resign(as(i)) : Promise.reject(new Error("stays"))),
    writeDown: async () => {
      await coop.auditsContract.write.certifyLoss([500n * EURO, hashOf("loss")], as(AUDITOR));
      const [, certificates] = await coop.auditsContract.read.counts();
      return shares.write.writeDown([some(60), certificates], assembly);
    },
    wait: () => networkHelpers.time.increase(1 + roll(45 * DAY)),
  };
  const names = Object.keys(acts);
  const done: Record<string, number> = {};
  for (let n = 0; n < ACTS; n++) {
    const name = at(names, roll(names.length));
    const act = acts[name] as (i: number) => Promise<unknown>;
    const succeeded = await act(roll(MEMBERS)).then(
      () => true,
      () => false,
    );
    if (succeeded) done[name] = (done[name] ?? 0) + 1;
  }
  return { chain, coop, done };
}

describe("Member shares through random lives", function () {
  this.timeout(120_000);
  const ever: Record<string, number> = {};

  for (let seed = FIRST; seed < FIRST + LIVES; seed++) {
    it(`agree with the books to the smallest unit (life ${seed})`, async () => {
      const { chain, coop, done } = await live(seed);
      for (const [name, times] of Object.entries(done)) ever[name] = (ever[name] ?? 0) + times;
      await chain.networkHelpers.mine();
      const rpc = await serveRpc(chain.connection.provider);
      try {
        const report = await audit({ rpc: rpc.url, coop: coop.directory });
        expect(report.checks.flatMap(({ differences }) => differences)).to.deep.equal([]);
      } finally {
        await rpc.close();
      }
    });
  }

  // Which days a life falls on depends on the clock, so the rarest of them does not come every time.
  it("did nearly everything that members can do with shares", function () {
    if (LIVES < 4) this.skip();
    expect(Object.keys(ever).length).to.be.at.least(10);
  });
});
