// From the close to the deed: waiting, carrying out, lapsing.
import { expect } from "chai";
import { encodeFunctionData } from "viem";
import { DAY, Position } from "../../scripts/deploy/charter.ts";
import { admit, decideWith, GovernorState, minute, payment, Reason, resolution, Verdict } from "../helpers/assembly.ts";
import { at, type Chain, type Coop, coopWith, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { reverts } from "../helpers/reverts.ts";

const { For, Against, Abstain, Block } = Position;

describe("Assembly: outcome and execution", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    await admit(chain, coop, 3, 12);
    const donor = at(chain.wallets, 20).account;
    await chain.euro.write.mint([donor.address, 100n * EURO]);
    await chain.euro.write.approve([coop.treasury, 100n * EURO], { account: donor });
    await coop.treasuryContract.write.deposit([1, chain.euro.address, 100n * EURO, hashOf("grant")], {
      account: donor,
    });
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  let payee: `0x${string}`;
  beforeEach(() => {
    ({ chain, coop } = given());
    payee = at(chain.wallets, 30).account.address;
  });
  const paying = (amount = 10n * EURO, text?: string) =>
    resolution(chain, coop, [payment(chain, coop, payee, amount, text)], text);

  it("carries a payment out after the delay, once [V13] [case 43] [case 46]", async () => {
    const step = paying();
    await step.propose();
    await decideWith(step, [For, For, For, For, For]);
    expect(await step.state()).to.equal(GovernorState.Queued);
    await reverts(step.execute(), "AssemblyTooEarly");
    await step.toEta();
    await reverts(coop.assemblyContract.write.execute(step.hashed, { value: 1n }), "AssemblyHoldsNoAssets");
    await step.execute(40);
    expect(await step.state()).to.equal(GovernorState.Executed);
    expect(await chain.euro.read.balanceOf([payee])).to.equal(10n * EURO);
    await reverts(step.execute(), "GovernorUnexpectedProposalState");
  });

  it("lapses when its window has gone by [V13] [case 43]", async () => {
    const step = paying();
    await step.propose();
    await decideWith(step, [For, For, For, For]);
    const { time } = chain.networkHelpers;
    await time.increaseTo((await step.eta()) + 30 * DAY);
    expect(await step.state()).to.equal(GovernorState.Queued);
    await time.increase(1);
    expect(await step.state()).to.equal(GovernorState.Expired);
    await reverts(step.execute(), "GovernorUnexpectedProposalState");
  });

  it("fails without the quorum of ballots [V3] [case 25]", async () => {
    const step = paying();
    await step.propose();
    await decideWith(step, [For, For]);
    const outcome = await step.outcome();
    expect([outcome.verdict, outcome.reason]).to.deep.equal([Verdict.Adjourned, Reason.QuorumMissed]);
    expect(outcome.quorum).to.equal(3);
    expect(await step.state()).to.equal(GovernorState.Defeated);
    await reverts(step.execute(), "GovernorUnexpectedProposalState");
  });

  it("reaches the quorum with any position [V3]", async () => {
    const step = paying();
    await step.propose();
    await decideWith(step, [For, Abstain, undefined, Abstain]);
    expect((await step.outcome()).verdict).to.equal(Verdict.Passed);
  });

  it("loses a tie and a vote of nothing but abstentions [V4] [case 19]", async () => {
    const tie = paying(EURO, "tie");
    const shrug = paying(EURO, "shrug");
    await tie.propose();
    await shrug.propose();
    await tie.toOpening();
    await tie.votes([For, undefined, undefined, undefined, Against]);
    await tie.vote(8, Abstain);
    await shrug.votes([Abstain, Abstain, Abstain]);
    await shrug.toClose();
    expect((await tie.outcome()).reason).to.equal(Reason.MajorityMissed);
    expect((await shrug.outcome()).reason).to.equal(Reason.NoVotes);
  });

  it("lets weights overrule heads, and cuts investors to their cap [C2]", async () => {
    // Drivers (40 %) 2 for; riders (30 %) 3 against; staff (20 %) 1 for: heads 3 to 3, by weight 60 of 90 in favour.
    const step = paying();
    await step.propose();
    await decideWith(step, [For, Against, For, undefined, For, Against, undefined, undefined, undefined, Against]);
    const outcome = await step.outcome();
    expect([outcome.inFavour, outcome.against]).to.deep.equal([3, 3]);
    expect(outcome.shareNumerator * 9_000n).to.equal(outcome.shareDenominator * 6_000n);
    expect(outcome.verdict).to.equal(Verdict.Passed);

    // Investors (10 %) for, staff (20 %) against: 1/3 to 2/3 by weight, cut back to 25 : 75.
    const other = paying(EURO, "investors");
    await other.propose();
    await decideWith(other, [undefined, undefined, Against, For, undefined, undefined, Abstain]);
    const cut = await other.outcome();
    expect(cut.shareNumerator * 4n).to.equal(cut.shareDenominator);
    expect(cut.verdict).to.equal(Verdict.Defeated);
  });

  it("holds an ordinary proposal once; put again, a block counts against [V10]", async () => {
    const step = paying();
    await step.propose();
    await decideWith(step, [For, For, For, For, For, For, For, Block, Block]);
    expect((await step.outcome()).verdict).to.equal(Verdict.Held);
    expect(await step.state()).to.equal(GovernorState.Defeated);

    await step.propose();
    await decideWith(step, [For, For, For, For, For, For, For, Block, Block]);
    const again = await step.outcome();
    expect(again.blocksToHold).to.equal(0);
    expect([again.verdict, again.against]).to.deep.equal([Verdict.Passed, 2]);
  });

  it("is not held in a third round that soon follows a second which could not be [V10]", async () => {
    const step = paying();
    await step.propose();
    await decideWith(step, [For, For, For, Block, Block]);
    await step.propose();
    await decideWith(step, []);
    await step.propose();
    await decideWith(step, [For, For, For, Block, Block]);
    expect((await step.outcome()).blocksToHold).to.equal(0);
  });

  it("can be held anew when it is put again after 90 days [V10]", async () => {
    const step = paying();
    await step.propose();
    await decideWith(step, [For, For, For, Block, Block]);
    await chain.networkHelpers.time.increase(91 * DAY);
    await step.propose();
    await decideWith(step, [For, For, For, Block, Block]);
    expect((await step.outcome()).verdict).to.equal(Verdict.Held);
  });

  it("never holds a recall: there a block counts against [V10]", async () => {
    const recall = {
      target: coop.authority,
      data: encodeFunctionData({
        abi: coop.authorityContract.abi,
        functionName: "recall",
        args: [2n, at(chain.wallets, 0).account.address],
      }),
    };
    const step = resolution(chain, coop, [recall], "Recall");
    await step.propose();
    await decideWith(step, [Block, For, For, undefined, Block, For]);
    const outcome = await step.outcome();
    expect([outcome.verdict, outcome.against]).to.deep.equal([Verdict.Passed, 2]);
    await step.toEta();
    await step.execute();
    const board = await coop.authorityContract.read.holds([2n, at(chain.wallets, 0).account.address]);
    expect(board).to.equal(false);
  });

  it("asks every class for a constitutional change [V6] [C4]", async () => {
    const rules = await coop.deskContract.read.rulesAt([1]);
    const change = encodeFunctionData({
      abi: coop.deskContract.abi,
      functionName: "setRules",
      args: [{ ...rules, voting: { ...rules.voting, byWeight: false } }],
    });
    const step = resolution(chain, coop, [{ target: coop.assembly, data: change }], "By heads from now on");
    await step.propose();
    // Riders (1, 5, 9) split 1 : 2; everybody else is for: 10 of 12, yet one class of three says no.
    await decideWith(step, [For, Against, For, For, For, For, For, For, For, Against, For, For]);
    const lost = await step.outcome();
    expect([lost.verdict, lost.reason, lost.class]).to.deep.equal([Verdict.Defeated, Reason.ClassAgainst, 1]);

    await step.propose();
    await decideWith(step, [For, For, For, For, For, For, For, For, For, Against, For, For]);
    expect((await step.outcome()).verdict).to.equal(Verdict.Passed);
    await step.toEta();
    await step.execute();
    expect((await coop.deskContract.read.rulesAt([2])).voting.byWeight).to.equal(false);
  });

  it("asks half of the roll to turn out for stricter kinds [V5]", async () => {
    const rules = await coop.deskContract.read.rulesAt([1]);
    const data = encodeFunctionData({ abi: coop.deskContract.abi, functionName: "setRules", args: [rules] });
    const step = resolution(chain, coop, [{ target: coop.assembly, data }], "Same rules");
    await step.propose();
    await decideWith(step, Array(6).fill(For));
    const outcome = await step.outcome();
    expect([outcome.turnout, outcome.reason]).to.deep.equal([7, Reason.TurnoutMissed]);
  });

  it("is decided under the rules of its notice, whatever they have become [V1] [case 15]", async () => {
    const step = paying();
    await step.propose();
    const rules = await coop.deskContract.read.rulesAt([1]);
    const kinds = rules.kinds.map((kind) => ({ ...kind, quorumShare: 500, quorumNumber: 2 })) as never;
    await chain.networkHelpers.impersonateAccount(coop.assembly);
    await chain.networkHelpers.setBalance(coop.assembly, 10n ** 18n);
    await coop.deskContract.write.setRules([{ ...rules, kinds }], { account: coop.assembly });
    await decideWith(step, [For, For]);
    expect(await step.state()).to.equal(GovernorState.Defeated);
  });

  it("lets an advisory resolution stand by itself", async () => {
    const step = resolution(chain, coop, [minute(coop)], "We like trees");
    await step.propose();
    await decideWith(step, [For, For, For]);
    expect(await step.state()).to.equal(GovernorState.Succeeded);
    await reverts(step.execute(), "AssemblyNothingToCarryOut");
  });

  it("undoes the whole of it when one action fails, and can be tried again [case 46]", async () => {
    const actions = [payment(chain, coop, payee, 10n * EURO), payment(chain, coop, payee, 1_000n * EURO)];
    const step = resolution(chain, coop, actions, "Two payments");
    await step.propose();
    await decideWith(step, [For, For, For, For]);
    await step.toEta();
    await reverts(step.execute(), "TreasuryFundTooSmall");
    expect(await chain.euro.read.balanceOf([payee])).to.equal(0n);
    expect(await step.state()).to.equal(GovernorState.Queued);

    const donor = at(chain.wallets, 21).account;
    await chain.euro.write.mint([donor.address, 4_000n * EURO]);
    await chain.euro.write.approve([coop.treasury, 4_000n * EURO], { account: donor });
    await coop.treasuryContract.write.deposit([1, chain.euro.address, 4_000n * EURO, hashOf("loan")], {
      account: donor,
    });
    await step.execute();
    expect(await chain.euro.read.balanceOf([payee])).to.equal(1_010n * EURO);
  });

  it("lets nobody cancel, relay or speak for it [case 48]", async () => {
    const step = paying();
    await step.propose();
    await reverts(coop.assemblyContract.read.cancel(step.hashed), "AssemblyNoCancelling");
    await reverts(coop.assemblyContract.write.relay([payee, 0n, "0x"]), "AssemblyOnlyByResolution");
    const rules = await coop.deskContract.read.rulesAt([1]);
    await reverts(coop.deskContract.write.setRules([rules]), "AssemblyOnlyByResolution");
    await reverts(coop.deskContract.write.minute([hashOf("x")]), "AssemblyOnlyByResolution");
    await reverts(coop.deskContract.write.vacate([payee]), "ModuleWrongPlace");
  });

  it("refuses to run on code other than that of the notice [V1] [case 44]", async () => {
    const step = paying();
    await step.propose();
    await decideWith(step, [For, For, For, For]);
    await step.toEta();
    const code = await chain.client.getCode({ address: coop.treasury });
    if (!code) throw new Error("The treasury has no code.");
    await chain.networkHelpers.setCode(coop.treasury, `${code}00`);
    await reverts(step.execute(), "AssemblyTargetChanged");
    await chain.networkHelpers.setCode(coop.treasury, code);
    await step.execute();
  });
});
