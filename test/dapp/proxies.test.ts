import { expect } from "chai";
import { FOR } from "../../books/rules.ts";
import { dutiesOf, isNothing } from "../../dapp/src/features/home/duties.ts";
import {
  candidatesFor,
  countedWith,
  limitIn,
  limitSentence,
  proxyOn,
  requestsTo,
  uncounted,
  whyNoProxy,
  whyNotAccept,
  whyUnable,
} from "../../dapp/src/shared/motion/proxies.ts";
import { admit, memberOf, NOW, nameProxy, openProposal, smallCoop, vote } from "./helpers.ts";

const MONEY = 2;
const PEOPLE = 1;

describe("Who speaks for whom on the pages (V11)", () => {
  it("says the limit beforehand: a tenth of the class, one at least", () => {
    const coop = smallCoop();
    expect(limitIn(coop, 0)).to.equal(1);
    for (let serial = 5; serial <= 20; serial++) admit(coop, 100 + serial, 0, serial);
    expect(limitIn(coop, 0)).to.equal(2);
    expect(limitSentence(2)).to.equal("You may speak for two members of your class on each topic.");
  });
  it("offers only the others of one's own class", () => {
    const coop = smallCoop();
    expect(candidatesFor(coop, memberOf(coop, 1)).map(({ id }) => id)).to.deep.equal([2, 3, 4]);
  });
  it("tells those who ask from those spoken for", () => {
    const coop = smallCoop();
    nameProxy(coop, MONEY, 1, 2, false);
    nameProxy(coop, MONEY, 3, 2);
    expect(requestsTo(coop, 2).map(({ principal }) => principal)).to.deep.equal([1]);
  });
  it("names what stands against accepting: the limit, or a chain at either end", () => {
    const coop = smallCoop();
    const request = { topic: MONEY, principal: 1, proxy: 2, accepted: false, at: 0 } as const;
    expect(whyNotAccept(coop, request)).to.equal(undefined);
    nameProxy(coop, MONEY, 3, 2);
    expect(whyNotAccept(coop, request)).to.match(/^You speak for one member on money already/);
    expect(whyUnable(coop, MONEY, memberOf(coop, 2))).to.equal("speaks for enough others");
    coop.proxies.clear();
    nameProxy(coop, MONEY, 2, 3);
    expect(whyNotAccept(coop, request)).to.match(/^You have a proxy on money yourself/);
    coop.proxies.clear();
    nameProxy(coop, MONEY, 4, 1);
    expect(whyNotAccept(coop, request)).to.match(/^This member speaks for others/);
    expect(whyNoProxy(coop, MONEY, 1)).to.match(/^You speak for one other on this/);
    expect(whyNoProxy(coop, PEOPLE, 1)).to.equal(undefined);
  });
  it("knows what a proxy does on one proposal, by its topic", () => {
    const coop = smallCoop();
    const proposal = openProposal(coop);
    nameProxy(coop, MONEY, 1, 2);
    expect(proxyOn(coop, proposal, memberOf(coop, 1))?.proxy.id).to.equal(2);
    expect(proxyOn(coop, { ...proposal, topic: PEOPLE }, memberOf(coop, 1))).to.equal(undefined);
  });
  it("counts with a proxy those on the roll who have not voted themselves", () => {
    const coop = smallCoop();
    const proposal = openProposal(coop, { serials: [3, 1] });
    for (const principal of [1, 3, 4]) nameProxy(coop, MONEY, principal, 2);
    expect(countedWith(coop, proposal, 2).map(({ id }) => id)).to.deep.equal([1, 3]);
    vote(coop, proposal, 3, FOR);
    expect(countedWith(coop, proposal, 2).map(({ id }) => id)).to.deep.equal([1]);
  });
  it("offers to count whoever was accepted after the proxy's vote", () => {
    const coop = smallCoop();
    const proposal = openProposal(coop);
    nameProxy(coop, MONEY, 1, 2);
    expect(uncounted(coop, proposal)).to.deep.equal([]);
    vote(coop, proposal, 2, FOR);
    expect(uncounted(coop, proposal).map(({ members }) => members.map(({ id }) => id))).to.deep.equal([[1]]);
    vote(coop, proposal, 1, FOR, 2);
    expect(uncounted(coop, proposal)).to.deep.equal([]);
  });
});

describe("What waits for a member", () => {
  it("is an unanswered request, until it is answered", () => {
    const coop = smallCoop();
    nameProxy(coop, MONEY, 1, 2, false);
    expect(dutiesOf(coop, memberOf(coop, 2), NOW).toAnswerRequest).to.have.length(1);
    expect(isNothing(dutiesOf(coop, memberOf(coop, 1), NOW))).to.equal(true);
  });
  it("is a vote, with the proxy who may cast it; none once the proxy has", () => {
    const coop = smallCoop();
    const proposal = openProposal(coop);
    nameProxy(coop, MONEY, 1, 2);
    expect(dutiesOf(coop, memberOf(coop, 1), NOW).toVote[0]?.proxy?.id).to.equal(2);
    vote(coop, proposal, 1, FOR, 2);
    expect(dutiesOf(coop, memberOf(coop, 1), NOW).toVote).to.deep.equal([]);
    coop.proxies.clear();
    expect(dutiesOf(coop, memberOf(coop, 1), NOW).toVote).to.have.length(1);
  });
  it("is a hearing for the member whom a proposal would expel, and no vote", () => {
    const coop = smallCoop();
    const proposal = openProposal(coop, { excluded: 3 });
    const duties = dutiesOf(coop, memberOf(coop, 3), NOW);
    expect(duties.toVote).to.deep.equal([]);
    expect(duties.toBeHeard).to.have.length(1);
    proposal.heard.push("0x12");
    expect(dutiesOf(coop, memberOf(coop, 3), NOW).toBeHeard).to.deep.equal([]);
  });
});
