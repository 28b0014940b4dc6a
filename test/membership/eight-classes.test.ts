// The largest number of classes: each is counted apart from its neighbours, in whichever word it is kept.
import { expect } from "chai";
import { defaultRules, founder, Position } from "../../scripts/deploy/charter.ts";
import { commitment, minute, resolution } from "../helpers/assembly.ts";
import { type Chain, type Coop, coopWith, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly, memberOf } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

const classes = Array.from({ length: 8 }, (_, i) => ({ kind: 1, name: `Class ${i}` }));

describe("MemberRegister of eight classes", () => {
  const given = perTest(async () =>
    coopWith((chain) => ({
      classes,
      rules: defaultRules(Array(8).fill(1_250)),
      founders: classes.map((_, i) => founder(addressOf(chain, i), i)),
    })),
  );
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });
  const rolls = async () => {
    const list = await coop.registerContract.read.roll();
    return [list.map((r) => r.active), list.map((r) => r.lastSerial)];
  };
  const admit = (i: number, classIndex: number) => coop.admit(addressOf(chain, i), classIndex, commitment(i));

  it("numbers seats by class and members over all [C1]", async () => {
    expect(await rolls()).to.deep.equal([Array(8).fill(1), Array(8).fill(1)]);
    expect(await coop.registerContract.read.classCount()).to.equal(8);
    for (const [i, classIndex] of [3, 4, 7, 7, 0].entries()) await admit(10 + i, classIndex);
    const active = [2, 1, 1, 2, 2, 1, 1, 3];
    expect(await rolls()).to.deep.equal([active, active]);
    expect(await memberOf(chain, coop, 13)).to.deep.equal({ id: 12, seat: (7 << 24) | 3 });
    expect(await coop.registerContract.read.membersEver()).to.equal(13);
    // Both words of rolls are counted.
    expect(await coop.registerContract.read.headcount()).to.deep.equal([13n, 13]);
    await reverts(admit(20, 8), "MemberRegisterUnknownClass", [8]);
  });

  it("counts who leaves out of its own class, and gives no serial twice", async () => {
    await coop.registerContract.write.resign({ account: account(chain, 3) });
    await coop.registerContract.write.resign({ account: account(chain, 4) });
    await coop.registerContract.write.expel([8, commitment(1)], await asAssembly(chain, coop));
    expect(await rolls()).to.deep.equal([[1, 1, 1, 0, 0, 1, 1, 0], Array(8).fill(1)]);
    await admit(4, 4);
    expect(await rolls()).to.deep.equal([
      [1, 1, 1, 0, 1, 1, 1, 0],
      [1, 1, 1, 1, 2, 1, 1, 1],
    ]);
    expect(await memberOf(chain, coop, 4)).to.deep.equal({ id: 9, seat: (4 << 24) | 2 });
  });

  it("counts a vote of all of them", async () => {
    const step = resolution(chain, coop, [minute(coop)]);
    await step.propose();
    await step.votes(Array(8).fill(Position.For));
    expect((await step.tally()).map((t) => [t.roll, t.votes[Position.For]])).to.deep.equal(Array(8).fill([1, 1]));
    const { counting, roll } = await step.outcome();
    expect([counting, roll]).to.deep.equal([255, 8]);
  });
});
