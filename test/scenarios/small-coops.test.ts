// Small co-ops, where percentages round to people: each decides, parts with a member, and dissolves.
import { expect } from "chai";
import { founder, Kind, Position } from "../../scripts/deploy/charter.ts";
import { payment, resolution, Verdict } from "../helpers/assembly.ts";
import { type Chain, type Coop, EURO, found, freshChain, hashOf, perTest, standardCharter } from "../helpers/coop.ts";
import { account, addressOf, asAssembly, bring, carryOut, expulsion, memberOf, windingUp } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

const [drivers, riders, staff, investors] = [0, 1, 2, 3] as const;
const payee = 30;

type Story = {
  title: string;
  /** The class of each founder, by wallet. */
  classes: readonly number[];
  /** Whether wallet 0 is the board; without one every motion is drafted. */
  board: boolean;
  /** Who seconds the motions of wallet 0 while all are there, and when one has gone or is to go. */
  seconders: readonly number[];
  secondersOfFewer: readonly number[];
};

const stories: Story[] = [
  {
    title: "two members and no board",
    classes: [drivers, drivers],
    board: false,
    seconders: [1],
    secondersOfFewer: [],
  },
  {
    title: "two members of two classes and a board",
    classes: [drivers, riders],
    board: true,
    seconders: [],
    secondersOfFewer: [],
  },
  {
    title: "three members of three classes and a board",
    classes: [drivers, riders, staff],
    board: true,
    seconders: [],
    secondersOfFewer: [],
  },
  {
    title: "three members, one of them an investor, and no board",
    classes: [drivers, riders, investors],
    board: false,
    seconders: [1],
    secondersOfFewer: [1],
  },
  {
    title: "twelve members, an empty class, and a board",
    classes: [0, 2, 3, 0, 2, 3, 0, 2, 3, 0, 2, 3],
    board: true,
    seconders: [],
    secondersOfFewer: [],
  },
  {
    title: "twelve members of one class of four and no board",
    classes: Array(12).fill(riders),
    board: false,
    seconders: [1, 2],
    secondersOfFewer: [3, 4],
  },
];

describe("Small co-ops", () => {
  const given = perTest(async () => ({ chain: await freshChain() }));
  let chain: Chain;
  beforeEach(() => {
    ({ chain } = given());
  });

  const foundWith = async ({ classes, board }: Pick<Story, "classes" | "board">): Promise<Coop> => {
    const standard = await standardCharter(chain);
    const founders = classes.map((classIndex, i) => founder(addressOf(chain, i), classIndex));
    const coop = await found(chain, { ...standard, founders, officers: board ? standard.officers : [] });
    const donor = account(chain, 20);
    await chain.euro.write.mint([donor.address, 100n * EURO]);
    await chain.euro.write.approve([coop.treasury, 100n * EURO], { account: donor });
    await coop.treasuryContract.write.deposit([1, chain.euro.address, 100n * EURO, hashOf("grant")], {
      account: donor,
    });
    return coop;
  };
  const put = (step: ReturnType<typeof resolution>, board: boolean, seconders: readonly number[]) =>
    board ? step.propose(0) : bring(step, 0, seconders);
  const subscribe = async (coop: Coop, i: number) => {
    await chain.euro.write.mint([addressOf(chain, i), EURO]);
    await chain.euro.write.approve([coop.treasury, EURO], { account: account(chain, i) });
    return coop.sharesContract.write.subscribe([1n, 0n], { account: account(chain, i) });
  };

  for (const story of stories) {
    const { title, classes, board } = story;
    const last = classes.length - 1;
    const everybody = classes.map((_, i) => i);
    const remaining = everybody.slice(0, -1);

    describe(title, () => {
      let coop: Coop;
      beforeEach(async () => {
        coop = await foundWith(story);
      });

      it("pays a bill [V3] [V4]", async () => {
        const step = resolution(chain, coop, [payment(chain, coop, addressOf(chain, payee))], "A bill");
        await put(step, board, story.seconders);
        await carryOut(step, everybody);
        expect(await chain.euro.read.balanceOf([addressOf(chain, payee)])).to.equal(EURO);
      });

      it("parts with a member, and then dissolves [M5] [A2]", async () => {
        const gone = (await memberOf(chain, coop, last)).id;
        const parting = resolution(chain, coop, [expulsion(coop, gone)], "We part");
        await put(parting, board, story.secondersOfFewer);
        await carryOut(parting, remaining);
        expect((await memberOf(chain, coop, last)).id).to.equal(0);

        await subscribe(coop, 0);
        expect(await coop.directoryContract.read.windingUpSince()).to.equal(0n);
        const end = resolution(chain, coop, [windingUp(coop)], "It was good");
        await put(end, board, story.secondersOfFewer);
        await carryOut(end, remaining);
        const now = BigInt(await chain.networkHelpers.time.latest());
        expect(await coop.directoryContract.read.windingUpSince()).to.equal(now);
        expect((await coop.directoryContract.getEvents.WindingUp()).map((e) => e.args.since)).to.deep.equal([now]);

        await reverts(subscribe(coop, 0), "MemberSharesWindingUp");
        const by = await asAssembly(chain, coop);
        const someone = addressOf(chain, payee);
        const commitment = hashOf("late");
        await reverts(coop.registerContract.write.admit([someone, 0, commitment], by), "MemberRegisterWindingUp");
        const expelled = addressOf(chain, last);
        await reverts(coop.registerContract.write.readmit([expelled, 0, commitment], by), "MemberRegisterWindingUp");
        await reverts(coop.directoryContract.write.windUp(by), "DirectoryWindingUp");
        if (board) {
          const late = coop.registerContract.write.applyFor([0, commitment], { account: account(chain, payee) });
          await reverts(late, "MemberRegisterWindingUp");
        }
      }).timeout(20_000);

      if (!board && story.seconders.length > 0) {
        it("puts nothing on notice with a seconder less [V8]", async () => {
          const step = resolution(chain, coop, [payment(chain, coop, addressOf(chain, payee))], "A bill");
          await reverts(bring(step, 0, story.seconders.slice(1)), "AssemblySecondersMissing");
        });
      }
    });
  }

  describe("of two", () => {
    it("decide nothing with one of them [V3]", async () => {
      const coop = await foundWith({ classes: [drivers, drivers], board: true });
      const bill = resolution(chain, coop, [payment(chain, coop, addressOf(chain, payee))], "A bill");
      await bill.propose(0);
      await bill.toOpening();
      await bill.vote(0, Position.For);
      await bill.toClose();
      expect((await bill.outcome()).verdict).to.equal(Verdict.Adjourned);
    });

    it("are never emptied by expelling each other: the second to be carried out fails [M5] [case 8]", async () => {
      const coop = await foundWith({ classes: [drivers, drivers], board: false });
      const of = async (by: number, who: number) => {
        const { id } = await memberOf(chain, coop, who);
        const step = resolution(chain, coop, [expulsion(coop, id)], `By ${by}`);
        await bring(step, by, []);
        return step;
      };
      const [ofBob, ofAna] = [await of(0, 1), await of(1, 0)];
      await ofAna.toOpening();
      await ofBob.vote(0, Position.For);
      await ofAna.vote(1, Position.For);
      await ofAna.toEta();
      await ofBob.execute();
      await reverts(ofAna.execute(), "MemberRegisterLastMember", [1]);
      expect((await memberOf(chain, coop, 0)).id).to.equal(1);
    });
  });

  describe("dissolving", () => {
    it("is constitutional, and nobody's to begin alone [A2] [V6]", async () => {
      const coop = await foundWith({ classes: [drivers, riders, staff], board: true });
      const end = resolution(chain, coop, [windingUp(coop)], "The end");
      const [targets, values, calldatas] = end.content;
      expect(await coop.deskContract.read.leastKind([targets, values, calldatas])).to.equal(Kind.Constitutional);
      await reverts(coop.directoryContract.write.windUp(), "DirectoryUnauthorised", [addressOf(chain, 0)]);
      await reverts(coop.registerContract.write.windUp(), "ModuleWrongPlace");
      await reverts(coop.registerContract.write.windUp(await asAssembly(chain, coop)), "ModuleWrongPlace");
    });

    it("is not stopped by an empty class, but by one that says no [V6] [C4]", async () => {
      const classes = [0, 2, 0, 2, 0, 2, 0, 0, 0, 0, 0, 0];
      const coop = await foundWith({ classes, board: true });
      const end = resolution(chain, coop, [windingUp(coop)], "The end");
      await end.propose(0);
      await end.toOpening();
      for (const [i, c] of classes.entries()) await end.vote(i, c === staff && i > 1 ? Position.Against : Position.For);
      await end.toClose();
      const { verdict, class: stoppedBy } = await end.outcome();
      expect([verdict, stoppedBy]).to.deep.equal([Verdict.Defeated, staff]);
    });

    it("cannot be decided twice: a second resolution fails when it is carried out [A2]", async () => {
      const coop = await foundWith({ classes: [drivers, riders, staff], board: true });
      const first = resolution(chain, coop, [windingUp(coop)], "The end");
      const second = resolution(chain, coop, [windingUp(coop)], "The end, again");
      for (const step of [first, second]) await step.propose(0);
      await first.toOpening();
      await first.votes([Position.For, Position.For, Position.For]);
      await second.votes([Position.For, Position.For, Position.For]);
      await second.toEta();
      await first.execute();
      await reverts(second.execute(), "DirectoryWindingUp");
    });
  });
});
