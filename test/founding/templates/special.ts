// What is special in each template, as its members meet it.
import { expect } from "chai";
import { ClassKind, Position, Topic } from "../../../scripts/deploy/charter.ts";
import { minute, payment, Reason, Verdict } from "../../helpers/assembly.ts";
import { at, EURO } from "../../helpers/coop.ts";
import { account, addressOf, disposal } from "../../helpers/motions.ts";
import { reverts } from "../../helpers/reverts.ts";
import { type Cast, type Life, ofKind, outcomeOf, STRANGER } from "./life.ts";

/** `audited`: its books are compared with the chain, too. */
type Special = { id: string; title: string; cast?: Cast; audited?: true; live: (life: Life) => Promise<void> };

const { For, Against, Abstain, Block } = Position;
/** Everybody's ballot, by the kind of their class. */
const byClass = (life: Life, position: (kind: number) => number | undefined) =>
  life.members.map((index) => position(life.charter.classes[index]?.kind ?? 0));
const bill = ({ chain, coop }: Life, n: number) => [payment(chain, coop, addressOf(chain, STRANGER), BigInt(n) * EURO)];
const sale = ({ chain, coop }: Life) => [disposal(chain, coop, addressOf(chain, STRANGER), EURO)];

export const SPECIAL: readonly Special[] = [
  {
    id: "worker",
    title: "counts heads, half of whom must vote, and a block holds nothing up",
    cast: { newcomers: [0, 0] },
    live: async (life) => {
      const eight = life.members.length;
      const tie = await outcomeOf(life, bill(life, 2), "A tie", [For, For, For, For, Against, Against, Block, Block]);
      expect([eight, tie.quorum, tie.verdict]).to.deep.equal([8, 4, Verdict.Defeated]);
      expect([tie.reason, tie.blocksToHold]).to.deep.equal([Reason.MajorityMissed, 0]);
    },
  },
  {
    id: "multi-stakeholder",
    title: "weighs classes: three workers against five users carry it, and two blocks of eight hold it",
    cast: { newcomers: [1, 1] },
    live: async (life) => {
      const positions = byClass(life, (kind) =>
        kind === ClassKind.Worker ? For : kind === ClassKind.User ? Against : undefined,
      );
      const weighed = await outcomeOf(life, bill(life, 2), "Workers against users", positions);
      expect([weighed.inFavour, weighed.against, weighed.verdict]).to.deep.equal([3, 5, Verdict.Passed]);
      const blocked = await outcomeOf(life, bill(life, 3), "Two of eight block", [
        Block,
        Block,
        For,
        For,
        For,
        For,
        For,
        For,
      ]);
      expect(blocked.verdict).to.equal(Verdict.Held);
    },
  },
  {
    id: "fairshares",
    audited: true,
    title: "lets no class be outvoted on what is extraordinary, investors excepted",
    live: async (life) => {
      const all = (against: number) => byClass(life, (kind) => (kind === against ? Against : For));
      const users = await outcomeOf(life, sale(life), "Users against", all(ClassKind.User));
      expect([users.verdict, users.reason]).to.deep.equal([Verdict.Defeated, Reason.ClassAgainst]);
      const investors = await outcomeOf(life, sale(life), "Investors against", all(ClassKind.Investor));
      expect(investors.verdict).to.equal(Verdict.Passed);
    },
  },
  {
    id: "solidarity",
    title: "has no proxies, and supporters alone do not stop what is extraordinary",
    live: async (life) => {
      const { chain, coop } = life;
      const [one = 0, other = 0] = ofKind(life, ClassKind.Worker);
      await coop.lobbyContract.write.nameProxy([Topic.General, addressOf(chain, other)], {
        account: account(chain, one),
      });
      const accepted = coop.lobbyContract.write.acceptProxy([Topic.General, addressOf(chain, one)], {
        account: account(chain, other),
      });
      await reverts(accepted, "ProxyLimitReached");
      const positions = byClass(life, (kind) => (kind === ClassKind.Supporter ? Against : For));
      expect((await outcomeOf(life, sale(life), "Supporters against", positions)).verdict).to.equal(Verdict.Passed);
      const short = positions.map((position, i) => (i === 0 ? Against : position));
      expect((await outcomeOf(life, sale(life), "And a worker", short)).reason).to.equal(Reason.MajorityMissed);
    },
  },
  {
    id: "integral",
    title: "decides close to consensus: three quarters are not enough, and two blocks hold it",
    cast: { seats: [2] },
    live: async (life) => {
      const nine = life.members.length;
      const most = [For, For, For, For, For, For, Against, Against, Abstain];
      const quarters = await outcomeOf(life, [minute(life.coop, "three quarters")], "Three quarters", most);
      expect([nine, quarters.verdict, quarters.reason]).to.deep.equal([9, Verdict.Defeated, Reason.MajorityMissed]);
      const blocked = await outcomeOf(life, bill(life, 3), "Two blocks", [
        For,
        For,
        For,
        For,
        For,
        For,
        Block,
        Block,
        For,
      ]);
      expect([blocked.verdict, blocked.blocksToHold]).to.deep.equal([Verdict.Held, 2]);
    },
  },
  {
    id: "community-benefit",
    audited: true,
    title: "hears three who speak for a place against all the others, where one for nature is not enough",
    cast: { seats: [2, 2, 2, 3] },
    live: async (life) => {
      const all = (index: number) => life.members.map((own) => (own === index ? Against : For));
      const place = await outcomeOf(life, sale(life), "The place against", all(2));
      expect([place.verdict, place.reason, place.class]).to.deep.equal([Verdict.Defeated, Reason.ClassAgainst, 2]);
      expect((await outcomeOf(life, sale(life), "Nature against", all(3))).verdict).to.equal(Verdict.Passed);
      expect(at(life.members, life.members.length - 1)).to.equal(3);
    },
  },
];
