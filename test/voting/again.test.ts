// What a motion's history means when it is put again: adjournment, the bar after a defeat, and petitions of a class.
import { expect } from "chai";
import { encodeFunctionData, keccak256, zeroHash } from "viem";
import { boardOf, DAY, Kind, Position } from "../../scripts/deploy/charter.ts";
import { admit, decideWith, GovernorState, minute, payment, Reason, resolution, Verdict } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, coopWith, EURO, perTest } from "../helpers/coop.ts";
import { disposal } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

const { For, Against, Abstain } = Position;

describe("Assembly: put again", () => {
  const given = perTest(async () => {
    const until = Math.floor(Date.now() / 1_000) + 360 * DAY;
    const { chain, coop } = await coopWith((chain) => ({
      officers: boardOf(
        [0, 98, 99].map((i) => at(chain.wallets, i).account.address),
        until,
      ),
    }));
    await admit(chain, coop, 3, 20);
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  let payee: `0x${string}`;
  beforeEach(() => {
    ({ chain, coop } = given());
    payee = at(chain.wallets, 30).account.address;
  });
  const paying = (text: string, amount = EURO) => resolution(chain, coop, [payment(chain, coop, payee, amount)], text);

  describe("adjournment [V12]", () => {
    it("lets a majority that missed the quorum try once more with half of it", async () => {
      const step = paying("Adjourned");
      await step.propose();
      await decideWith(step, [For, For, For]);
      expect((await step.outcome()).quorum).to.equal(5);
      expect((await step.outcome()).verdict).to.equal(Verdict.Adjourned);
      expect(await step.state()).to.equal(GovernorState.Defeated);

      await step.propose();
      await decideWith(step, [For, For, For]);
      const again = await step.outcome();
      expect([again.quorum, again.verdict]).to.deep.equal([3, Verdict.Passed]);
    });

    it("gives the relief once, never again for the same motion", async () => {
      const step = paying("Adjourned twice");
      await step.propose();
      await decideWith(step, [For, For, For]);
      await step.propose();
      await decideWith(step, [For, For]);
      expect((await step.outcome()).verdict).to.equal(Verdict.Defeated);
      await step.propose();
      await decideWith(step, [For, For, For]);
      const third = await step.outcome();
      expect([third.quorum, third.verdict]).to.deep.equal([5, Verdict.Defeated]);
    });

    it("is for the same kind only", async () => {
      const step = paying("Strict, then ordinary");
      const draftId = await step.draft(8, Kind.Extraordinary);
      for (const member of [9, 10]) await step.second(draftId, member);
      await step.giveNotice(8);
      await decideWith(step, [For, For, For, For, For, For]);
      expect((await step.outcome()).verdict).to.equal(Verdict.Adjourned);
      await step.propose();
      expect((await step.outcome()).quorum).to.equal(5);
    });

    it("is not for what was voted down", async () => {
      const step = paying("Voted down with few");
      await step.propose();
      await decideWith(step, [Against, Against, For]);
      const outcome = await step.outcome();
      expect([outcome.verdict, outcome.reason]).to.deep.equal([Verdict.Defeated, Reason.QuorumMissed]);
    });
  });

  describe("the bar [V9]", () => {
    const defeat = async () => {
      const step = paying("Defeated");
      await step.propose();
      await decideWith(step, [Against, Against, Against, For, Against, Abstain]);
      return step;
    };

    it("keeps actions that were clearly defeated away for 180 days, whatever the new text says", async () => {
      const first = await defeat();
      await reverts(first.propose(), "AssemblyBarred");
      await reverts(paying("The same in other words").propose(), "AssemblyBarred");
      await paying("Another amount", 2n * EURO).propose();
      await chain.networkHelpers.time.increaseTo((await first.closes()) + 180 * DAY - 1);
      await reverts(paying("On the last day").propose(), "AssemblyBarred");
      await chain.networkHelpers.time.increase(1);
      await paying("The day after").propose();
    });

    it("is lifted by a fifth of the roll, and asks nothing of stricter kinds", async () => {
      await defeat();
      const step = paying("With support");
      const draftId = await step.draft(8);
      for (const member of [9, 10, 11]) await step.second(draftId, member);
      await reverts(step.giveNotice(8), "AssemblyBarred");
      await step.second(draftId, 12);
      await step.giveNotice(8);

      await decideWith(step, [Against, Against, Against, Against, Against]);
      const strict = paying("As an extraordinary resolution");
      const strictDraft = await strict.draft(8, Kind.Extraordinary);
      for (const member of [9, 10]) await strict.second(strictDraft, member);
      await strict.giveNotice(8);
      // A stricter proposal meanwhile does not lift the bar.
      await reverts(paying("And now as an ordinary one").propose(), "AssemblyBarred");
    });

    it("does not follow a defeat for want of quorum", async () => {
      const step = paying("Too few");
      await step.propose();
      await decideWith(step, [Against, Against, Against]);
      await paying("Again").propose();
    });

    it("never bars a recall", async () => {
      const board = at(chain.wallets, 0).account.address;
      const data = encodeFunctionData({ abi: coop.authorityContract.abi, functionName: "recall", args: [2n, board] });
      const recall = (text: string) => resolution(chain, coop, [{ target: coop.authority, data }], text);
      const step = recall("Recall");
      await step.propose();
      await decideWith(step, [Against, Against, Against, Against, Against]);
      await recall("Recall once more").propose();
    });

    it("cannot be dodged by keeping a second proposal of the same actions open", async () => {
      const first = await paying("First").propose();
      await reverts(paying("Second").propose(), "AssemblyRoundOpen", [first]);
      // A stricter one may run beside it, and does not take its place.
      const strict = paying("Stricter");
      const draftId = await strict.draft(8, Kind.Extraordinary);
      for (const member of [9, 10]) await strict.second(draftId, member);
      await strict.giveNotice(8);
      await decideWith(paying("First"), [Against, Against, Against, Against, Against]);
      await reverts(paying("Third").propose(), "AssemblyBarred");
    });

    it("counts only seconders who came after the defeat", async () => {
      const early = paying("Gathered before");
      const draftId = await early.draft(8);
      for (const member of [9, 10, 11, 12]) await early.second(draftId, member);
      await defeat();
      await reverts(early.giveNotice(8), "AssemblyBarred");
    });

    it("is not lifted by a recall among the actions, nor is a payment saved from blocks by one [V10]", async () => {
      const recall = {
        target: coop.authority,
        data: encodeFunctionData({ abi: coop.authorityContract.abi, functionName: "recall", args: [6n, payee] }),
      };
      const pay = payment(chain, coop, payee);
      for (const actions of [
        [pay, recall],
        [recall, pay],
      ]) {
        const both = (text: string) => resolution(chain, coop, actions, text);
        const id = await both("Payment and recall").propose();
        expect((await coop.deskContract.read.proposalRecord([id])).mayHold).to.equal(true);
        await decideWith(both("Payment and recall"), [Against, Against, Against, Against, Against]);
        await reverts(both("Once more").propose(), "AssemblyBarred");
      }
    });
  });

  describe("class petition [C3]", () => {
    // Class 1 (riders): wallets 1, 5, 9, 13, 17. Class 3 (investors): 3, 7, 11, 15, 19.
    const petition = (id: bigint, as: number) =>
      coop.deskContract.write.petition([id], { account: at(chain.wallets, as).account });
    const asked = async (id: bigint) => (await coop.deskContract.read.proposalRecord([id])).everyClass;

    it("makes every class necessary once a majority of a class asks, three members at least", async () => {
      const step = paying("Petitioned");
      const id = await step.propose();
      await petition(id, 1);
      await petition(id, 5);
      expect(await asked(id)).to.equal(false);
      await petition(id, 9);
      expect(await asked(id)).to.equal(true);
      // Riders 1 of 5 for, everybody else for: a clear majority, and not enough.
      const votes = Array.from({ length: 20 }, (_, i) => (i % 4 === 1 ? Against : For));
      await decideWith(step, votes);
      const outcome = await step.outcome();
      expect([outcome.verdict, outcome.reason, outcome.class]).to.deep.equal([
        Verdict.Defeated,
        Reason.ClassAgainst,
        1,
      ]);
    });

    it("is for members on the roll, once each, not for investors", async () => {
      const id = await paying("Petitioned").propose();
      await petition(id, 1);
      await reverts(petition(id, 1), "AssemblyAlreadyPetitioned");
      await reverts(petition(id, 3), "AssemblyPetitionNotForInvestors", [3]);
      await reverts(petition(id, 40), "AssemblyNotMember");
      await admit(chain, coop, 21, 22);
      await reverts(petition(id, 21), "AssemblyNotOnRoll");
    });

    it("needs more than half of the class", async () => {
      await admit(chain, coop, 21, 22);
      const id = await paying("Three of six").propose();
      for (const rider of [1, 5, 9]) await petition(id, rider);
      expect(await asked(id)).to.equal(false);
      await petition(id, 13);
      expect(await asked(id)).to.equal(true);
    });

    it("is not for stricter resolutions", async () => {
      const sale = resolution(chain, coop, [disposal(chain, coop, payee)], "A sale");
      await reverts(petition(await sale.propose(), 1), "AssemblyPetitionClosed");
    });

    it("ends when voting opens, and is for ordinary resolutions", async () => {
      const step = paying("Too late");
      const id = await step.propose();
      const advisory = await resolution(chain, coop, [minute(coop)], "Advisory").propose();
      await reverts(petition(advisory, 1), "AssemblyPetitionClosed");
      await reverts(petition(123n, 1), "GovernorNonexistentProposal");
      await step.toOpening();
      await reverts(petition(id, 1), "AssemblyPetitionClosed");
    });

    it("needs three members even of a class of four", async () => {
      const id = await paying("Small class").propose();
      for (const rider of [1, 5, 9, 13]) {
        await coop.registerContract.write.resign({ account: at(chain.wallets, rider).account });
      }
      const small = await paying("Now a class of one", 2n * EURO).propose();
      await petition(small, 17);
      expect(await asked(small)).to.equal(false);
      expect(await asked(id)).to.equal(false);
    });
  });

  describe("outside calls", () => {
    const outside = (target: `0x${string}`, codeHash: `0x${string}`, data: `0x${string}`) =>
      encodeFunctionData({ abi: coop.deskContract.abi, functionName: "callOutside", args: [target, codeHash, data] });
    const asAssembly = async (data: `0x${string}`) => {
      await chain.networkHelpers.impersonateAccount(coop.assembly);
      await chain.networkHelpers.setBalance(coop.assembly, 10n ** 18n);
      return at(chain.wallets, 0).sendTransaction({ account: coop.assembly, to: coop.assembly, data } as never);
    };
    const mint = () => encodeFunctionData({ abi: chain.euro.abi, functionName: "mint", args: [payee, EURO] });

    it("are constitutional and name the code they expect [case 44]", async () => {
      const codeHash = keccak256((await chain.client.getCode({ address: chain.euro.address })) ?? "0x");
      const action = { target: coop.assembly, data: outside(chain.euro.address, codeHash, mint()) };
      const [targets, values, calldatas] = resolution(chain, coop, [action]).content;
      expect(await coop.deskContract.read.leastKind([targets, values, calldatas])).to.equal(Kind.Constitutional);
      await asAssembly(action.data);
      expect(await chain.euro.read.balanceOf([payee])).to.equal(EURO);
      await reverts(asAssembly(outside(chain.euro.address, zeroHash, mint())), "AssemblyTargetUnfit");
    });

    it("reach neither modules nor accounts without code of their own [case 32] [case 45]", async () => {
      const hashOfCode = async (target: `0x${string}`) =>
        keccak256((await chain.client.getCode({ address: target })) ?? "0x");
      await reverts(
        asAssembly(outside(coop.treasury, await hashOfCode(coop.treasury), "0x12345678")),
        "AssemblyTargetUnfit",
      );
      await reverts(asAssembly(outside(payee, await hashOfCode(payee), "0x12345678")), "AssemblyTargetUnfit");
      const delegated = at(chain.wallets, 31).account.address;
      const designator = `0xef0100${chain.euro.address.slice(2)}` as const;
      await chain.networkHelpers.setCode(delegated, designator);
      await reverts(asAssembly(outside(delegated, keccak256(designator), mint())), "AssemblyTargetUnfit");
      await reverts(coop.deskContract.write.callOutside([payee, zeroHash, "0x"]), "AssemblyOnlyByResolution");
    });
  });

  it("cannot be carried out with too little gas and then count as done [case 106]", async () => {
    const donor = at(chain.wallets, 25).account;
    await chain.euro.write.mint([donor.address, 10n * EURO]);
    await chain.euro.write.approve([coop.treasury, 10n * EURO], { account: donor });
    await coop.treasuryContract.write.deposit([1, chain.euro.address, 10n * EURO, zeroHash], { account: donor });
    const step = paying("Starved");
    await step.propose();
    await decideWith(step, [For, For, For, For, For]);
    await step.toEta();
    const enough = await coop.assemblyContract.estimateGas.execute(step.hashed);
    for (const gas of [enough / 2n, (enough * 7n) / 10n, (enough * 9n) / 10n]) {
      await coop.assemblyContract.write.execute(step.hashed, { gas }).catch(() => undefined);
      const paid = await chain.euro.read.balanceOf([payee]);
      expect(await step.state()).to.equal(paid === 0n ? GovernorState.Queued : GovernorState.Executed);
    }
    if ((await step.state()) === GovernorState.Queued) await step.execute();
    expect(await chain.euro.read.balanceOf([payee])).to.equal(EURO);
  });
});
