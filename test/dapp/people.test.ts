import { expect } from "chai";
import type { Application, BoardAct, Coop, RecoveryRequest } from "../../books/coop.ts";
import { peopleDutiesOf } from "../../dapp/src/features/home/peopleDuties.ts";
import { mistakeInJoining } from "../../dapp/src/features/joining/joining.ts";
import {
  applicationsToDecide,
  mayAppeal,
  mayApply,
  standingOf,
} from "../../dapp/src/shared/membership/applications.ts";
import { mayTakeStep, nextStepOf } from "../../dapp/src/shared/membership/board.ts";
import { doubledBy, earlierOf, personOf } from "../../dapp/src/shared/membership/persons.ts";
import { vouchesAs, vouchingOf } from "../../dapp/src/shared/membership/recoveries.ts";
import { nameOf } from "../../dapp/src/shared/motion/names.ts";
import { accountOf, memberOf, NOW, smallCoop } from "./helpers.ts";

const DAY = 86_400;
const STRANGER = accountOf(77);

const application = (part: Partial<Application> = {}): Application => ({
  account: STRANGER,
  class: 1,
  commitment: "0x",
  appliedAt: NOW - DAY,
  state: "waiting",
  until: NOW + DAY,
  ...part,
});

const act = (part: Partial<BoardAct> = {}): BoardAct => ({
  ...{ id: 1, decidedBy: accountOf(1), target: "0x", data: "0x", reason: "0x", at: NOW - DAY, tx: "0x" },
  state: "decided",
  ...part,
});

const withBoard = (coop: Coop, ...ids: number[]): Coop => {
  coop.offices = ids.map((id) => ({ role: 2, account: accountOf(id), until: NOW + DAY, at: 0 }));
  return coop;
};

describe("An application", () => {
  it("counts as refused when its time has passed without an answer (M2)", () => {
    expect(standingOf(application(), NOW)).to.equal("waiting");
    expect(standingOf(application(), NOW + DAY)).to.equal("waiting");
    expect(standingOf(application(), NOW + DAY + 1)).to.equal("unheard");
    expect(standingOf(application({ state: "accepted" }), NOW + DAY + 1)).to.equal("lapsed");
  });

  it("can be appealed once by a stranger who was refused or not heard, and by no member (M3)", () => {
    expect(mayAppeal(application(), NOW)).to.equal(false);
    expect(mayAppeal(application({ state: "refused" }), NOW)).to.equal(true);
    expect(mayAppeal(application(), NOW + 2 * DAY)).to.equal(true);
    expect(mayAppeal(application({ state: "refused", appealedAt: NOW }), NOW)).to.equal(false);
    expect(mayAppeal(application({ state: "refused", memberId: 3 }), NOW)).to.equal(false);
  });

  it("can be sent anew once the last one is over", () => {
    expect(mayApply(undefined, NOW)).to.equal(true);
    expect(mayApply(application({ state: "refused" }), NOW)).to.equal(false);
    expect(mayApply(application({ state: "refused" }), NOW + DAY + 1)).to.equal(true);
  });

  it("comes to directors with the oldest first, and to nobody when it can not be decided any more", () => {
    const coop = withBoard(smallCoop(), 1, 2);
    coop.applications.set("a", application({ account: accountOf(8), until: NOW + 2 * DAY }));
    coop.applications.set("b", application({ account: accountOf(9) }));
    coop.applications.set("c", application({ until: NOW - 1 }));
    expect(applicationsToDecide(coop, NOW).map(({ account }) => account)).to.deep.equal([accountOf(9), accountOf(8)]);
    expect(peopleDutiesOf(coop, accountOf(1), NOW).toDecide).to.have.length(2);
    expect(peopleDutiesOf(coop, accountOf(3), NOW).toDecide).to.deep.equal([]);
  });

  it("asks whoever was accepted to join", () => {
    const coop = smallCoop();
    coop.applications.set(STRANGER, application({ state: "accepted" }));
    expect(peopleDutiesOf(coop, STRANGER, NOW).toJoin).to.have.length(1);
    expect(peopleDutiesOf(coop, STRANGER, NOW + 2 * DAY).toJoin).to.deep.equal([]);
  });
});

describe("Joining", () => {
  const bounds = { par: 10n, minimum: 5n, maximum: 100n, money: 200n };

  it("is possible with shares within the bounds, promised ones included, or with none (S1)", () => {
    expect(mistakeInJoining(5n, 0n, bounds)).to.equal(undefined);
    expect(mistakeInJoining(1n, 4n, bounds)).to.equal(undefined);
    expect(mistakeInJoining(0n, 0n, bounds)).to.equal(undefined);
    expect(mistakeInJoining(4n, 0n, bounds)).to.match(/at least 5/);
    expect(mistakeInJoining(20n, 81n, bounds)).to.match(/at most 100/);
  });

  it("says what to do when there is not enough money, or none at all", () => {
    expect(mistakeInJoining(21n, 0n, bounds)).to.match(/fewer now/);
    expect(mistakeInJoining(5n, 0n, { ...bounds, money: 0n })).to.match(/write 0/);
  });
});

describe("What directors decide together", () => {
  it("is carried out by another director, within thirty days (B1)", () => {
    const coop = withBoard(smallCoop(), 1, 2);
    expect(nextStepOf(coop, act(), NOW)).to.equal("carryOut");
    expect(mayTakeStep(coop, act(), accountOf(1), NOW)).to.equal(false);
    expect(mayTakeStep(coop, act(), accountOf(2), NOW)).to.equal(true);
    expect(mayTakeStep(coop, act(), accountOf(3), NOW)).to.equal(false);
    expect(nextStepOf(coop, act(), NOW + 29 * DAY + 1)).to.equal("lapsed");
  });

  it("can be carried out by the treasurer, and lapses with the director who decided it", () => {
    const coop = withBoard(smallCoop(), 1, 2);
    coop.offices.push({ role: 3, account: accountOf(4), until: NOW + DAY, at: 0 });
    expect(mayTakeStep(coop, act(), accountOf(4), NOW)).to.equal(true);
    expect(nextStepOf(coop, act({ decidedBy: accountOf(3) }), NOW)).to.equal("lapsed");
  });

  it("takes three members where there is no board (V8)", () => {
    const coop = withBoard(smallCoop(), 1);
    expect(nextStepOf(coop, act(), NOW)).to.equal("second");
    expect(mayTakeStep(coop, act(), accountOf(3), NOW)).to.equal(true);
    const seconded = act({ secondedBy: accountOf(3) });
    expect(nextStepOf(coop, seconded, NOW)).to.equal("carryOut");
    expect(mayTakeStep(coop, seconded, accountOf(3), NOW)).to.equal(false);
    expect(mayTakeStep(coop, seconded, accountOf(4), NOW)).to.equal(true);
    expect(mayTakeStep(coop, seconded, STRANGER, NOW)).to.equal(false);
  });
});

describe("Vouching for a lost wallet", () => {
  const request = (part: Partial<RecoveryRequest> = {}): RecoveryRequest => ({
    ...{ memberId: 4, newAccount: STRANGER, statement: "0x", requestedAt: NOW, state: "asked", burnt: false },
    ...{ byMembers: [], attestors: [] },
    ...part,
  });

  it("is for one director and two others, none of them the member itself (M6)", () => {
    const coop = withBoard(smallCoop(), 1, 2);
    expect(vouchesAs(coop, request(), accountOf(1), NOW)).to.equal("board");
    expect(vouchesAs(coop, request({ byBoard: accountOf(2) }), accountOf(1), NOW)).to.equal("member");
    expect(vouchesAs(coop, request(), accountOf(3), NOW)).to.equal("member");
    expect(vouchesAs(coop, request(), accountOf(4), NOW)).to.equal(undefined);
    expect(vouchesAs(coop, request(), STRANGER, NOW)).to.equal(undefined);
    expect(vouchesAs(coop, request({ attestors: [accountOf(3)] }), accountOf(3), NOW)).to.equal(undefined);
  });

  it("takes three members where nobody is on the board", () => {
    expect(vouchingOf(withBoard(smallCoop(), 1), request(), NOW).membersNeeded).to.equal(2);
    const alone = vouchingOf(withBoard(smallCoop()), request(), NOW);
    expect(alone).to.deep.include({ board: false, membersNeeded: 3 });
  });
});

describe("Whose an account is", () => {
  const story = () => {
    const coop = smallCoop();
    const [first, second] = [memberOf(coop, 1), memberOf(coop, 2)];
    coop.memberOf.delete(first.account.toLowerCase());
    first.formerAccounts.push({ account: first.account, until: NOW - DAY });
    first.account = `0x1111${"0".repeat(32)}2222`;
    return { coop, first, second };
  };

  it("is the member's who had it before, and is said to be an earlier one", () => {
    const { coop, first, second } = story();
    const earlier = first.formerAccounts[0]?.account ?? STRANGER;
    expect([personOf(coop, earlier), earlierOf(coop, earlier)?.id]).to.deep.equal([undefined, 1]);
    expect(earlierOf(coop, second.account)).to.equal(undefined);
    expect(nameOf(earlier, coop)).to.match(/^an earlier account of member 1 \(/);
    expect(nameOf(second.account, coop)).to.match(/^member 2 \(/);
    expect(nameOf(STRANGER, coop)).to.match(/^the outside account 0xaaaa…/);
  });

  it("is nobody's where it only begins and ends like one, whatever the case of its letters", () => {
    const { coop, first } = story();
    memberOf(coop, 2).account = `0xAbCd${"1".repeat(32)}eF01`;
    expect(doubledBy(coop, `0x1111${"9".repeat(32)}2222`)?.id).to.equal(1);
    expect(doubledBy(coop, `0xaBcD${"9".repeat(32)}Ef01`)?.id).to.equal(2);
    expect(doubledBy(coop, first.account)).to.equal(undefined);
    expect(doubledBy(coop, `0x1111${"9".repeat(32)}3333`)).to.equal(undefined);
    const earlier = first.formerAccounts[0]?.account ?? STRANGER;
    expect(doubledBy(coop, earlier)).to.equal(undefined);
    expect(doubledBy(coop, `${earlier.slice(0, 6)}${"9".repeat(32)}${earlier.slice(-4)}`)?.id).to.equal(1);
  });
});
