// Who speaks for whom: what the events say, and which can not be (V11).
import { expect } from "chai";
import { principalsOf, proxyKey } from "../../books/apply/proxies.ts";
import { coopOf } from "../../books/coop.ts";
import { DAY, house, impossible, proposalIn, seat } from "./house.ts";
import { account } from "./sample.ts";

const MONEY = 2;
const PEOPLE = 1;
const ONE = 1n;
const driver = (serial: number) => seat(0, serial);

/** Twenty drivers, of whom one may speak for two, and three riders. */
function proxied() {
  const of = house(20, 3);
  const proxy =
    (name: string) =>
    (principal: number, to: number, topic = MONEY, later = 60) =>
      of.tell("assembly", name, { principal, proxy: to, topic }, later);
  const [named, accepted, ended] = [proxy("ProxyNamed"), proxy("ProxyAccepted"), proxy("ProxyEnded")];
  const speak = (principal: number, to: number, topic = MONEY) => {
    of.events.push(named(principal, to, topic), accepted(principal, to, topic));
  };
  return { ...of, named, accepted, ended, speak };
}

describe("Proxies in the books", () => {
  it("are known by topic, asked and accepted, until they end", () => {
    const { events, named, ended, speak } = proxied();
    speak(driver(2), driver(1));
    speak(driver(2), driver(3), PEOPLE);
    events.push(named(driver(4), driver(1)));
    const coop = coopOf(events);
    expect(principalsOf(coop, MONEY, driver(1)).map(({ principal }) => principal)).to.deep.equal([driver(2)]);
    expect(coop.proxies.get(proxyKey(MONEY, driver(4)))).to.include({ proxy: driver(1), accepted: false });
    events.push(ended(driver(2), driver(1)));
    expect([...coopOf(events).proxies.values()].map(({ topic, principal }) => [topic, principal])).to.deep.equal([
      [PEOPLE, driver(2)],
      [MONEY, driver(4)],
    ]);
  });

  it("are not named twice, of another class, or oneself", () => {
    const { events, named, speak } = proxied();
    impossible(events, named(driver(2), driver(2)), /which is itself/);
    impossible(events, named(driver(2), seat(1, 1)), /which is of another class/);
    speak(driver(2), driver(1));
    impossible(events, named(driver(2), driver(3)), /though it has one on this topic/);
  });

  it("do not pass votes on", () => {
    const { events, named, accepted, speak } = proxied();
    speak(driver(2), driver(1));
    impossible(events, named(driver(1), driver(3)), /though it speaks for others on this topic/);
    events.push(named(driver(3), driver(2)));
    impossible(events, accepted(driver(3), driver(2)), /which has a proxy itself/);

    const late = proxied();
    late.events.push(late.named(driver(1), driver(3)));
    late.speak(driver(2), driver(1));
    impossible(late.events, late.accepted(driver(1), driver(3)), /though it speaks for others itself/);
  });

  it("accept what they were asked, once, and within the limit of their class", () => {
    const { events, named, accepted, speak } = proxied();
    impossible(events, accepted(driver(2), driver(1)), /which it has not named/);
    speak(driver(2), driver(1));
    impossible(events, accepted(driver(2), driver(1)), /which has accepted already/);
    speak(driver(3), driver(1));
    events.push(named(driver(4), driver(1)));
    impossible(events, accepted(driver(4), driver(1)), /which speaks for as many as it may/);
    speak(driver(4), driver(1), PEOPLE);
    expect(coopOf(events).proxies.size).to.equal(4);

    const riders = proxied();
    riders.speak(seat(1, 1), seat(1, 2));
    riders.events.push(riders.named(seat(1, 3), seat(1, 2)));
    impossible(riders.events, riders.accepted(seat(1, 3), seat(1, 2)), /which speaks for as many as it may/);
  });

  it("do not end what was never named, or is somebody else's", () => {
    const { events, ended, speak } = proxied();
    impossible(events, ended(driver(2), driver(1)), /which it has not named/);
    speak(driver(2), driver(1));
    impossible(events, ended(driver(2), driver(3)), /which it has not named/);
  });
});

describe("A proxy's vote in the books", () => {
  /** Driver 1 speaks for 2 and 3 on money; the vote is open. */
  function voting() {
    const of = proxied();
    of.speak(driver(2), driver(1));
    of.speak(driver(3), driver(1));
    of.put({ id: ONE });
    of.wait(15);
    const byProxy = (support: number, ...principals: number[]) =>
      of.tell("assembly", "VotedByProxy", { proposalId: ONE, proxy: driver(1), support, principals });
    const ballots = () => proposalIn(coopOf(of.events), ONE).ballots;
    return { ...of, byProxy, ballots };
  }

  it("counts for principals, moves with it, and gives way to their own", () => {
    const { events, vote, byProxy, ballots } = voting();
    events.push(vote(ONE, 1, 1), byProxy(1, driver(2), driver(3)));
    expect(ballots().get(driver(2))).to.include({ support: 1, byProxy: driver(1), voter: account(2), changes: 0 });
    events.push(vote(ONE, 3, 0), vote(ONE, 1, 2), byProxy(2, driver(2)));
    expect([...ballots().values()].map(({ support, byProxy: by }) => [support, by])).to.deep.equal([
      [2, undefined],
      [2, driver(1)],
      [0, undefined],
    ]);
  });

  it("needs the proxy's own ballot on the same position", () => {
    const { events, vote, byProxy } = voting();
    impossible(events, byProxy(1, driver(2)), /has not taken itself/);
    events.push(vote(ONE, 1, 1));
    impossible(events, byProxy(0, driver(2)), /has not taken itself/);
  });

  it("does not count for those who voted, twice, or who have not accepted it", () => {
    const { events, vote, byProxy, named } = voting();
    events.push(vote(ONE, 1, 1), vote(ONE, 2, 0));
    impossible(events, byProxy(1, driver(2)), /for seat 2, which has voted already/);
    impossible(events, byProxy(1, driver(3), driver(3)), /for seat 3, which has voted already/);
    impossible(events, byProxy(1, driver(4)), /for seat 4, for which it does not speak/);
    events.push(named(driver(4), driver(1)));
    impossible(events, byProxy(1, driver(4)), /for which it does not speak/);
  });

  it("does not count on another topic", () => {
    const { events, vote, put, wait, tell } = voting();
    put({ id: 2n, told: { topic: PEOPLE } });
    wait(15);
    events.push(vote(2n, 1, 1));
    const counted = { proposalId: 2n, proxy: driver(1), support: 1, principals: [driver(2)] };
    impossible(events, tell("assembly", "VotedByProxy", counted), /for which it does not speak/);
  });

  it("does not count for seats that are not on the roll, or out of time", () => {
    const { events, add, vote, speak, byProxy } = voting();
    add("register", "Admitted", { memberId: 24, account: account(24), seat: driver(21), commitment: account(0) });
    const ended = { principal: driver(3), proxy: driver(1), topic: MONEY };
    add("assembly", "ProxyEnded", ended);
    speak(driver(21), driver(1));
    events.push(vote(ONE, 1, 1));
    impossible(events, byProxy(1, driver(21)), /who is not on the roll/);
    add("token", "Transfer", {}, 14 * DAY);
    impossible(events, byProxy(1, driver(2)), /while voting is closed/);
  });
});
