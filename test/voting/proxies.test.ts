// Who may speak for whom: naming, accepting, declining, ending. How their ballots count: proxy-ballots.test.ts.
import { expect } from "chai";
import { zeroAddress } from "viem";
import { Topic } from "../../scripts/deploy/charter.ts";
import { admit, commitment } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, coopWith, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly, changeVotingRules, memberOf } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

const { General, Money, People, Rules } = Topic;
/** Drivers, all of one class. */
const [ana, ben, cai, dot, eve] = [0, 4, 8, 12, 13] as const;
const rider = 1;

describe("Assembly: proxies", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await admit(chain, coop, 3, 12);
    await admit(chain, coop, 12, 28, () => 0);
    const everybody = Array.from({ length: 28 }, (_, i) => memberOf(chain, coop, i));
    return { chain, coop, seats: (await Promise.all(everybody)).map((m) => m.seat) };
  });
  let chain: Chain;
  let coop: Coop;
  let seats: number[];
  beforeEach(() => {
    ({ chain, coop, seats } = given());
  });

  const lobby = () => coop.lobbyContract;
  const as = (i: number) => ({ account: account(chain, i) });
  const name = (i: number, proxy: number, topic: number = Money) =>
    lobby().write.nameProxy([topic, addressOf(chain, proxy)], as(i));
  const accept = (i: number, principal: number, topic: number = Money) =>
    lobby().write.acceptProxy([topic, addressOf(chain, principal)], as(i));
  const speaks = async (proxy: number, principal: number, topic: number = Money) => {
    await name(principal, proxy, topic);
    await accept(proxy, principal, topic);
  };
  const seat = (i: number) => at(seats, i);
  const proxyOf = async (i: number, topic: number = Money) => lobby().read.proxyOf([addressOf(chain, i), topic]);
  const principalsOf = async (i: number, topic: number = Money) =>
    lobby().read.principalsOf([addressOf(chain, i), topic]);

  it("are named by one member and accepted by the other, each with an event [V11]", async () => {
    await name(ana, ben);
    const named = { principal: seat(ana), proxy: seat(ben), topic: Money };
    expect((await lobby().getEvents.ProxyNamed()).map((e) => e.args)).to.deep.equal([named]);
    expect(await proxyOf(ana)).to.deep.equal([seat(ben), false]);
    expect(await principalsOf(ben)).to.deep.equal([]);

    await accept(ben, ana);
    expect((await lobby().getEvents.ProxyAccepted()).map((e) => e.args)).to.deep.equal([named]);
    expect(await proxyOf(ana)).to.deep.equal([seat(ben), true]);
    expect(await principalsOf(ben)).to.deep.equal([seat(ana)]);
    await reverts(accept(ben, ana), "ProxyAcceptedAlready", [seat(ana), Money]);
  });

  it("accept only who has named them, on that topic [V11]", async () => {
    await reverts(accept(ben, ana), "ProxyNotNamed", [seat(ana), Money]);
    await name(ana, cai);
    await reverts(accept(ben, ana), "ProxyNotNamed");
    await name(ana, ben);
    await reverts(accept(ben, ana, People), "ProxyNotNamed", [seat(ana), People]);
  });

  it("of another class with the same serial cannot accept in its place [V11]", async () => {
    expect([seat(ana), seat(rider)]).to.deep.equal([1, (1 << 24) | 1]);
    await name(ben, ana);
    await reverts(accept(rider, ben), "ProxyNotNamed");
  });

  it("are of the class of whoever names them [V11]", async () => {
    await reverts(name(ana, rider), "ProxyOfOtherClass", [seat(ana), seat(rider)]);
    await reverts(name(rider, ana), "ProxyOfOtherClass");
    await name(rider, 5);
  });

  it("are one for each topic: another one takes the first one's place [V11]", async () => {
    await speaks(ben, ana);
    await name(ana, cai);
    expect((await lobby().getEvents.ProxyEnded()).map((e) => e.args)).to.deep.equal([
      { principal: seat(ana), proxy: seat(ben), topic: Money },
    ]);
    expect(await principalsOf(ben)).to.deep.equal([]);
    expect(await proxyOf(ana)).to.deep.equal([seat(cai), false]);
    await reverts(accept(ben, ana), "ProxyNotNamed");
  });

  it("of one topic have nothing to do with those of another [V11]", async () => {
    await speaks(ben, ana, Money);
    await speaks(cai, ana, Rules);
    await speaks(ana, dot, General);
    expect(await proxyOf(ana, Money)).to.deep.equal([seat(ben), true]);
    expect(await proxyOf(ana, Rules)).to.deep.equal([seat(cai), true]);
    expect(await proxyOf(ana, General)).to.deep.equal([0, false]);
    expect(await principalsOf(ana, General)).to.deep.equal([seat(dot)]);
    await lobby().write.endProxy([Money], as(ana));
    expect(await proxyOf(ana, Rules)).to.deep.equal([seat(cai), true]);
  });

  it("end when either wants it, accepted or not [V11]", async () => {
    const ended = { principal: seat(ana), proxy: seat(ben), topic: Money };
    await reverts(lobby().write.endProxy([Money], as(ana)), "ProxyNotNamed");
    await reverts(lobby().write.declineProxy([Money, addressOf(chain, ana)], as(ben)), "ProxyNotNamed");
    for (const accepted of [false, true]) {
      for (const end of [
        () => lobby().write.endProxy([Money], as(ana)),
        () => lobby().write.declineProxy([Money, addressOf(chain, ana)], as(ben)),
      ]) {
        await name(ana, ben);
        if (accepted) await accept(ben, ana);
        await end();
        expect((await lobby().getEvents.ProxyEnded()).map((e) => e.args)).to.deep.equal([ended]);
        expect(await proxyOf(ana)).to.deep.equal([0, false]);
        expect(await principalsOf(ben)).to.deep.equal([]);
      }
    }
  });

  it("are not declined by anybody else", async () => {
    await name(ana, ben);
    await reverts(lobby().write.declineProxy([Money, addressOf(chain, ana)], as(cai)), "ProxyNotNamed");
  });

  describe("never pass votes on", () => {
    it("a member is not its own proxy [V11] [case 37]", async () => {
      await reverts(name(ana, ana), "ProxySelf");
    });

    it("whoever speaks for others names nobody [V11] [case 37]", async () => {
      await speaks(ben, ana);
      await reverts(name(ben, cai), "ProxyChain", [seat(ben), Money]);
      await reverts(name(ben, ana), "ProxyChain", [seat(ben), Money]);
      await name(ben, cai, People);
    });

    it("whoever has a proxy accepts nobody [V11] [case 37]", async () => {
      await speaks(cai, ben);
      await name(ana, ben);
      await reverts(accept(ben, ana), "ProxyChain", [seat(ben), Money]);
      await lobby().write.endProxy([Money], as(ben));
      await accept(ben, ana);
    });

    it("whoever began to speak for others after naming is not accepted any more [V11] [case 37]", async () => {
      await name(ana, ben);
      await speaks(ana, cai);
      await reverts(accept(ben, ana), "ProxyChain", [seat(ana), Money]);
      await lobby().write.declineProxy([Money, addressOf(chain, cai)], as(ana));
      await accept(ben, ana);
    });

    it("two who name each other: one accepts, the other no longer can [V11] [case 37]", async () => {
      await name(ana, ben);
      await name(ben, ana);
      await accept(ben, ana);
      await reverts(accept(ana, ben), "ProxyChain");
      expect(await principalsOf(ana)).to.deep.equal([]);
    });
  });

  it("are members, and so is whoever names them [V11] [case 39]", async () => {
    const stranger = 50;
    await reverts(lobby().write.nameProxy([Money, zeroAddress], as(ana)), "AssemblyNotMember", [zeroAddress]);
    await reverts(name(ana, stranger), "AssemblyNotMember");
    await reverts(name(stranger, ana), "AssemblyNotMember");
    await reverts(accept(stranger, ana), "AssemblyNotMember");
    await reverts(accept(ana, stranger), "AssemblyNotMember");
    await reverts(lobby().write.endProxy([Money], as(stranger)), "AssemblyNotMember");
  });

  describe("speak for few", () => {
    const drivers = async () => (await coop.registerContract.read.roll())[0]?.active;

    it("for one in a small class, for two from twenty members on [V11] [case 40]", async () => {
      expect(await drivers()).to.equal(19);
      expect(await lobby().read.proxyLimit([0])).to.equal(1n);
      expect(await lobby().read.proxyLimit([1])).to.equal(1n);
      await speaks(ana, ben);
      await name(cai, ana);
      await reverts(accept(ana, cai), "ProxyLimitReached", [seat(ana), 1n]);

      await admit(chain, coop, 28, 29, () => 0);
      expect(await lobby().read.proxyLimit([0])).to.equal(2n);
      await accept(ana, cai);
      await name(dot, ana);
      await reverts(accept(ana, dot), "ProxyLimitReached", [seat(ana), 2n]);
      expect(await principalsOf(ana)).to.deep.equal([seat(ben), seat(cai)]);
    });

    it("being named costs nothing and blocks nobody [V11] [case 40]", async () => {
      for (const i of [8, 12, 13, 14, 15, 16]) await name(i, ana);
      expect(await principalsOf(ana)).to.deep.equal([]);
      await speaks(ana, ben);
      expect(await principalsOf(ana)).to.deep.equal([seat(ben)]);
    });

    it("for no more than the rules say [V11] [case 40]", async () => {
      await admit(chain, coop, 28, 29, () => 0);
      await changeVotingRules(chain, coop, { proxyLimit: 1 });
      expect(await lobby().read.proxyLimit([0])).to.equal(1n);
      await changeVotingRules(chain, coop, { proxyLimit: 0 });
      await name(ben, ana);
      await reverts(accept(ana, ben), "ProxyLimitReached", [seat(ana), 0n]);
    });

    it("for ten at the very most, whatever the rules would say [V11] [case 40]", async () => {
      await reverts(changeVotingRules(chain, coop, { proxyLimit: 11 }), "RuleOutOfBounds", ["0x56313100", 0]);
      await changeVotingRules(chain, coop, { proxyLimit: 10 });
      for (let i = 0; i < 91; i++) {
        const address = `0x${(0x2000 + i).toString(16).padStart(40, "0")}` as const;
        await coop.admit(address, 0, commitment(i));
      }
      expect(await drivers()).to.equal(110);
      expect(await lobby().read.proxyLimit([0])).to.equal(10n);
      const principals = [4, 8, 12, 13, 14, 15, 16, 17, 18, 19];
      for (const i of principals) await speaks(ana, i);
      await name(20, ana);
      await reverts(accept(ana, 20), "ProxyLimitReached", [seat(ana), 10n]);
      // The one in the middle goes, the last takes its place; then one more fits.
      await lobby().write.endProxy([Money], as(12));
      await accept(ana, 20);
      const now = [4, 8, 19, 13, 14, 15, 16, 17, 18, 20];
      expect(await principalsOf(ana)).to.deep.equal(now.map(seat));
    }).timeout(20_000);
  });

  describe("leave", () => {
    const resign = (i: number) => coop.registerContract.write.resign(as(i));

    it("and their principals have no proxy any more, on any topic [V11] [case 38]", async () => {
      await admit(chain, coop, 28, 29, () => 0);
      for (const topic of [Money, People]) for (const i of [ana, ben]) await speaks(cai, i, topic);
      await resign(cai);
      expect(await lobby().getEvents.ProxyEnded()).to.have.length(4);
      for (const topic of [Money, People]) {
        for (const i of [ana, ben]) expect(await proxyOf(i, topic)).to.deep.equal([0, false]);
      }
      await speaks(dot, ana);
    });

    it("and when a principal leaves, its place is free [V11] [case 38]", async () => {
      await speaks(cai, ana);
      await name(ben, cai);
      await reverts(accept(cai, ben), "ProxyLimitReached");
      await resign(ana);
      expect(await principalsOf(cai)).to.deep.equal([]);
      await accept(cai, ben);
      expect(await principalsOf(cai)).to.deep.equal([seat(ben)]);
    });

    it("and who comes back begins without [V11] [case 38]", async () => {
      await speaks(cai, ana);
      await speaks(eve, dot);
      await resign(ana);
      await resign(eve);
      for (const i of [ana, eve]) {
        await coop.registerContract.write.admit([addressOf(chain, i), 0, commitment(i)], await asBoard());
        expect(await proxyOf(i)).to.deep.equal([0, false]);
        expect(await principalsOf(i)).to.deep.equal([]);
      }
    });

    it("by expulsion, it is the same [V11] [case 38]", async () => {
      const by = await asAssembly(chain, coop);
      await speaks(cai, ana);
      await speaks(dot, ben);
      await coop.registerContract.write.expel([(await memberOf(chain, coop, cai)).id, commitment(1)], by);
      await coop.registerContract.write.expel([(await memberOf(chain, coop, ben)).id, commitment(2)], by);
      expect(await proxyOf(ana)).to.deep.equal([0, false]);
      expect(await principalsOf(dot)).to.deep.equal([]);
      await speaks(dot, ana);
    });

    const asBoard = async () => asAssembly(chain, coop);
  });
});
