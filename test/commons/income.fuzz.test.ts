// Hundreds of random rounds of rent, entries, leavings and claims beside a plain model: nothing is lost or created.
import { expect } from "chai";
import { dice } from "../books/sample.ts";
import { coopWith, hashOf } from "../helpers/coop.ts";
import { account, addressOf } from "../helpers/motions.ts";
import { Fund, PAYER, treasuryOf, withPayer } from "./setting.ts";

/** More of them on request: ROUNDS=10000. */
const ROUNDS = Number(process.env.ROUNDS ?? 300);
const SEED = Number(process.env.SEED ?? 62);
/** Accounts that come and go beside the founders. */
const [FIRST, LAST] = [30, 60];
const SCALE = 128n;
/** The model divides without carrying anything, so finely that all rounds together miss less than a unit. */
const FINE = 200n;

/** What the model knows of one membership. */
type Membership = { account: number; active: boolean; share: bigint; paid: bigint };

describe("CommonsIncome: random rounds", function () {
  this.timeout(60_000 + ROUNDS * 400);

  it(`of ${ROUNDS} come out to the unit, whoever comes and goes [K4] [case 62]`, async () => {
    const roll = dice(SEED);
    const { chain, coop } = await coopWith();
    await withPayer(chain, coop);
    const { write, read } = coop.incomeContract;
    const money = treasuryOf(chain, coop);
    const anyone = { account: account(chain, PAYER) };
    const members: Membership[] = [0, 1, 2].map((i) => ({ account: i, active: true, share: 0n, paid: 0n }));
    const active = () => members.filter((m) => m.active);
    const seen = { posted: 0n, late: 0, left: 0, claims: 0 };
    const due = (m: Membership) => (m.share >> FINE) - m.paid;

    const acts = {
      rent: async () => {
        const amount = BigInt(1 + roll(roll(2) === 0 ? 5 : 1_000_000));
        await money.rent(amount);
        const heads = active();
        for (const m of heads) m.share += (amount << FINE) / BigInt(heads.length);
        seen.posted += amount;
      },
      enter: async () => {
        const outside = Array.from({ length: LAST - FIRST }, (_, i) => FIRST + i);
        const free = outside.filter((i) => !active().some((m) => m.account === i));
        const who = free[roll(free.length)];
        if (who === undefined) return;
        await coop.admit(addressOf(chain, who), roll(4), hashOf(`application ${members.length}`));
        members.push({ account: who, active: true, share: 0n, paid: 0n });
        seen.late++;
      },
      leave: async () => {
        const leaver = active().filter((m) => m.account >= FIRST)[0];
        if (!leaver) return;
        await coop.registerContract.write.resign({ account: account(chain, leaver.account) });
        leaver.active = false;
        seen.left++;
      },
      claim: async () => {
        const index = roll(members.length);
        const m = members[index] as Membership;
        const amount = await read.dueTo([index + 1]);
        if (amount === 0n) return;
        await write.claim([index + 1], anyone);
        m.paid += amount;
        seen.claims++;
      },
    };
    const list = [acts.rent, acts.rent, acts.enter, acts.leave, acts.claim, acts.claim];
    for (let round = 0; round < ROUNDS; round++) {
      const act = list[roll(list.length)] as () => Promise<void>;
      await act();
      if (round % 50 === 49 || round === ROUNDS - 1) await compare(round);
    }
    expect(Math.min(seen.late, seen.left, seen.claims)).to.be.greaterThan(ROUNDS / 30);

    async function compare(round: number) {
      const hint = `round ${round} of seed ${SEED}`;
      const [posted, carried] = await read.totals();
      expect(posted, hint).to.equal(seen.posted);
      const paid = members.reduce((sum, m) => sum + m.paid, 0n);
      let entitled = 0n;
      for (const [i, m] of members.entries()) {
        const [from, to, handed] = await read.reading([i + 1]);
        entitled += to - from;
        expect(handed, hint).to.equal(m.paid);
        // The model, which carries nothing, has a unit less at most, or a fraction more.
        const owed = await read.dueTo([i + 1]);
        expect(owed - due(m) <= 1n && due(m) - owed <= 1n, `${hint}, member ${i + 1}: ${owed}, ${due(m)}`).to.equal(
          true,
        );
      }
      // Every fraction of what was posted is somebody's, or carried.
      expect(entitled + carried, hint).to.equal(posted << SCALE);
      expect(await money.fund(Fund.MemberIncome), hint).to.equal(posted - paid);
    }
  });
});
