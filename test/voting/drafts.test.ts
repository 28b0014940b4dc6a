// Drafts and notice: how a motion comes before the members.
import { expect } from "chai";
import { concat } from "viem";
import { DAY, Kind, Position, Role } from "../../scripts/deploy/charter.ts";
import { admit, decideWith, GovernorState, minute, payment, resolution } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, coopWith, EURO, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly, soleDirector } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

describe("Assembly: drafts and notice", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await admit(chain, coop, 3, 15);
    await chain.euro.write.mint([coop.treasury, 0n]);
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  let ana: `0x${string}`;
  beforeEach(() => {
    ({ chain, coop } = given());
    ana = at(chain.wallets, 4).account.address;
  });
  const paying = (text?: string) => resolution(chain, coop, [payment(chain, coop, ana, EURO, text)], text);

  it("needs seconders: a tenth of the roll, rounded up [V8]", async () => {
    expect(await coop.deskContract.read.secondersNeeded()).to.equal(2n);
    const step = paying();
    const draftId = await step.draft(4);
    await reverts(step.giveNotice(4), "AssemblySecondersMissing", [0n, 2n]);
    await step.second(draftId, 5);
    await reverts(step.giveNotice(4), "AssemblySecondersMissing", [1n, 2n]);
    await step.second(draftId, 6);
    await step.giveNotice(4, 40);
    expect(await step.state()).to.equal(GovernorState.Pending);
    expect((await coop.assemblyContract.read.proposalProposer([await step.id()])).toLowerCase()).to.equal(ana);
  });

  it("counts a seconder once, and not the proposer [V8]", async () => {
    const step = paying();
    const draftId = await step.draft(4);
    await step.second(draftId, 5);
    await reverts(step.second(draftId, 5), "AssemblyAlreadySeconded");
    await reverts(step.second(draftId, 4), "AssemblyAlreadySeconded");
    await reverts(step.second(draftId, 50), "AssemblyNotMember");
    await reverts(step.second(123n, 5), "AssemblyNoSuchDraft", [123n]);
  });

  it("starts empty when the same draft is opened again [V8]", async () => {
    const step = paying();
    const draftId = await step.draft(4);
    await step.second(draftId, 5);
    await coop.deskContract.write.withdrawDraft([draftId], { account: at(chain.wallets, 4).account });
    expect(await step.draft(4)).to.equal(draftId);
    expect(await coop.deskContract.read.hasSeconded([draftId, at(chain.wallets, 5).account.address])).to.equal(false);
    await step.second(draftId, 5);
    await step.second(draftId, 6);
    await step.giveNotice(4);
  });

  it("is not put on notice for somebody who has left [case 5]", async () => {
    const step = paying();
    const draftId = await step.draft(4);
    for (const as of [5, 6]) await step.second(draftId, as);
    await coop.registerContract.write.resign({ account: at(chain.wallets, 4).account });
    await reverts(step.giveNotice(4, 40), "AssemblyNotMember");
  });

  it("lets only members draft, and only the proposer give a draft up", async () => {
    const step = paying();
    await reverts(step.draft(50), "AssemblyNotMember");
    const draftId = await step.draft(4);
    await reverts(step.draft(4), "AssemblyDraftExists");
    const { withdrawDraft } = coop.deskContract.write;
    await reverts(withdrawDraft([draftId], { account: at(chain.wallets, 5).account }), "AssemblyNotProposer");
    await withdrawDraft([draftId], { account: at(chain.wallets, 4).account });
    await reverts(step.second(draftId, 5), "AssemblyNoSuchDraft");
  });

  it("keeps two members' drafts of one motion apart: nobody can take another's away [case 21]", async () => {
    const step = paying();
    const first = await step.draft(4);
    const second = await step.draft(5);
    expect(first).to.not.equal(second);
    await coop.deskContract.write.withdrawDraft([second], { account: at(chain.wallets, 5).account });
    await step.second(first, 6);
    await step.second(first, 7);
    await step.giveNotice(4);
  });

  it("lets the board propose at once, and sends others to the draft [V8] [case 22]", async () => {
    const step = paying();
    await reverts(step.propose(4), "AssemblySecondersMissing", [0n, 2n]);
    await step.propose(0);
    expect(await step.state()).to.equal(GovernorState.Pending);
  });

  it("gives the notice its kind asks for [V1] [V6]", async () => {
    const rules = await coop.deskContract.read.rulesAt([1]);
    const change = {
      target: coop.assembly,
      data: (await import("viem")).encodeFunctionData({
        abi: coop.deskContract.abi,
        functionName: "setRules",
        args: [rules],
      }),
    };
    const notices: [ReturnType<typeof paying>, number][] = [
      [resolution(chain, coop, [minute(coop)], "Advisory"), 0],
      [paying("Ordinary"), 14 * DAY],
      [resolution(chain, coop, [change], "Constitutional"), 28 * DAY],
    ];
    for (const [step, notice] of notices) {
      await step.propose();
      const now = await chain.networkHelpers.time.latest();
      expect((await step.opens()) - now).to.equal(notice);
      const snapshot = await coop.assemblyContract.read.proposalSnapshot([await step.id()]);
      expect(snapshot).to.equal(BigInt(now));
    }
  });

  it("lets a proposer ask for a stricter kind, never a lesser one", async () => {
    const strict = paying("Strict");
    const draftId = await strict.draft(4, Kind.Extraordinary);
    expect((await coop.deskContract.read.draftRecord([draftId])).kind).to.equal(Kind.Extraordinary);
    const lax = paying("Lax");
    const other = await lax.draft(4, Kind.Advisory);
    expect((await coop.deskContract.read.draftRecord([other])).kind).to.equal(Kind.Ordinary);
    for (const member of [5, 6]) await strict.second(draftId, member);
    await strict.giveNotice(4);
    expect((await coop.deskContract.read.proposalRecord([await strict.id()])).kind).to.equal(Kind.Extraordinary);
  });

  it("takes the strictest kind among several actions", async () => {
    const step = resolution(chain, coop, [minute(coop), payment(chain, coop, ana), minute(coop)]);
    const [targets, values, calldatas] = step.content;
    expect(await coop.deskContract.read.leastKind([targets, values, calldatas])).to.equal(Kind.Ordinary);
  });

  it("refuses actions that no resolution may take [case 45]", async () => {
    const outside = { target: chain.euro.address, data: "0xa9059cbb" } as const;
    await reverts(resolution(chain, coop, [outside]).propose(), "AssemblyTargetNotModule");
    await reverts(
      resolution(chain, coop, [{ target: coop.treasury, data: "0x" }]).propose(),
      "AssemblyActionWithoutFunction",
    );
    await reverts(resolution(chain, coop, []).propose(), "AssemblyActionsOutOfBounds");
    await reverts(resolution(chain, coop, Array(17).fill(minute(coop))).propose(), "AssemblyActionsOutOfBounds");
    const { data } = minute(coop);
    await reverts(
      coop.assemblyContract.write.propose([[coop.assembly], [1n], [data], "with ether"]),
      "AssemblyActionCarriesValue",
    );
  });

  it("binds a text to its proposer where it says so [case 21]", async () => {
    const bound = `Mine#proposer=${ana}`;
    const step = resolution(chain, coop, [minute(coop)], bound);
    await reverts(step.propose(0), "GovernorRestrictedProposer");
  });

  it("gives the same motion another id in another round, once the first has ended", async () => {
    const step = resolution(chain, coop, [minute(coop)], "Again");
    const first = await step.propose();
    await reverts(step.propose(), "AssemblyRoundOpen", [first]);
    await decideWith(step, []);
    expect(await step.state()).to.equal(GovernorState.Defeated);
    const second = await step.propose();
    expect(second).to.not.equal(first);
    await step.vote(4, Position.For);
    expect((await coop.deskContract.read.proposalRecord([second])).round).to.equal(1);
    expect(await coop.assemblyContract.read.state([first])).to.equal(GovernorState.Defeated);
  });

  it("leaves a proposal under the rules of its notice when they change [V1] [case 15]", async () => {
    const { viem, networkHelpers } = chain;
    await chain.euro.write.mint([ana, 0n]);
    const step = paying("Under the old rules");
    await step.propose();
    const before = await step.outcome();
    const rules = await coop.deskContract.read.rulesAt([1]);
    const lax = rules.kinds.map((k) => ({ ...k, quorumShare: 500, quorumNumber: 2 })) as never;
    await networkHelpers.impersonateAccount(coop.assembly);
    await networkHelpers.setBalance(coop.assembly, EURO ** 3n);
    const desk = await viem.getContractAt("AssemblyDesk", coop.assembly);
    await desk.write.setRules([{ ...rules, kinds: lax }], { account: coop.assembly });
    expect(await coop.deskContract.read.rulesVersion()).to.equal(2);
    expect((await step.outcome()).quorum).to.equal(before.quorum);
    const later = paying("Under the new rules");
    await later.propose();
    expect((await later.outcome()).quorum).to.equal(2);
  });

  describe("with no board in office", () => {
    const needed = () => coop.deskContract.read.secondersNeeded();
    const founder = () => addressOf(chain, 0);
    beforeEach(async () => {
      await admit(chain, coop, 15, 24);
      await soleDirector(chain, coop);
      expect(await needed()).to.equal(3n);
    });

    it("two second a third: its term is over [V8]", async () => {
      const end = await coop.authorityContract.read.endOf([Role.Board, founder()]);
      await chain.networkHelpers.time.increaseTo(end - 1);
      expect(await needed()).to.equal(3n);
      await chain.networkHelpers.time.increaseTo(end);
      expect(await needed()).to.equal(2n);
      const step = paying();
      const draftId = await step.draft(4);
      await step.second(draftId, 5);
      await reverts(step.giveNotice(4), "AssemblySecondersMissing", [1n, 2n]);
      await step.second(draftId, 6);
      await step.giveNotice(4);
    });

    it("two second a third: it was recalled [V8]", async () => {
      await coop.authorityContract.write.recall([Role.Board, founder()], await asAssembly(chain, coop));
      expect(await needed()).to.equal(2n);
    });

    it("two second a third: it laid its office down [V8]", async () => {
      await coop.authorityContract.write.renounceRole([Role.Board, founder()], { account: account(chain, 0) });
      expect(await needed()).to.equal(2n);
      // Whoever was the board drafts like everybody else.
      await reverts(paying().propose(0), "AssemblySecondersMissing", [0n, 2n]);
    });

    it("but not while one of several is left [V8]", async () => {
      const until = (await chain.networkHelpers.time.latest()) + 300 * DAY;
      const by = await asAssembly(chain, coop);
      await coop.authorityContract.write.appoint([Role.Board, addressOf(chain, 5), until], by);
      await coop.authorityContract.write.appoint([Role.Treasurer, addressOf(chain, 6), until], by);
      await coop.authorityContract.write.recall([Role.Board, founder()], by);
      expect(await needed()).to.equal(3n);
      await coop.authorityContract.write.recall([Role.Board, addressOf(chain, 5)], by);
      expect(await needed()).to.equal(2n);
    });
  });

  it("refuses more text and actions together than anybody can read, to the byte [case 109]", async () => {
    const longest = 20_000;
    const actions = (minute(coop).data.length - 2) / 2;
    const room = longest - actions;
    const error = ["AssemblyTextTooLong", [BigInt(longest + 1), BigInt(longest)]] as const;
    // Bytes, not characters.
    for (const text of ["a".repeat(room + 1), `${"ä".repeat(room / 2)}a`]) {
      const step = resolution(chain, coop, [minute(coop)], text);
      await reverts(step.draft(4), ...error);
      await reverts(step.propose(0), ...error);
      // Where there was no draft there is no notice.
      await reverts(step.giveNotice(4), "AssemblyNoSuchDraft");
    }
    const heavy = { target: coop.assembly, data: concat([minute(coop).data, `0x${"00".repeat(room)}`]) };
    await reverts(resolution(chain, coop, [heavy], "a").propose(0), ...error);
    await reverts(resolution(chain, coop, [heavy], "a").draft(4), ...error);

    const step = resolution(chain, coop, [minute(coop)], "ä".repeat(room / 2));
    const draftId = await step.draft(4);
    for (const member of [5, 6]) await step.second(draftId, member);
    await step.giveNotice(4);
    await resolution(chain, coop, [minute(coop)], "a".repeat(room)).propose(0);
  });
});
