// What auditors say, for good.
import { expect } from "chai";
import { zeroHash } from "viem";
import { DAY, Role } from "../../scripts/deploy/charter.ts";
import { type Chain, type Coop, coopWith, EURO, hashOf, perTest } from "../helpers/coop.ts";
import { account, addressOf, asAssembly } from "../helpers/motions.ts";
import { reverts } from "../helpers/reverts.ts";

const AUDITOR = 40;
const CLEAN = 1;

describe("AuditRegister", () => {
  const given = perTest(async () => {
    const { chain, coop } = await coopWith();
    const until = (await chain.networkHelpers.time.latest()) + 300 * DAY;
    const by = await asAssembly(chain, coop);
    await coop.authorityContract.write.appoint([Role.Auditor, addressOf(chain, AUDITOR), until], by);
    return { chain, coop };
  });
  let chain: Chain;
  let coop: Coop;
  beforeEach(() => {
    ({ chain, coop } = given());
  });
  const as = (i: number) => ({ account: account(chain, i) });
  const file = (
    block: { number: bigint; hash: `0x${string}` },
    opinion = CLEAN,
    report = hashOf("report"),
    by = AUDITOR,
  ) => coop.auditsContract.write.fileOpinion([block.number, block.hash, report, opinion], as(by));
  const certify = (by = AUDITOR, amount = EURO, report = hashOf("report")) =>
    coop.auditsContract.write.certifyLoss([amount, report], as(by));

  it("keeps opinions on the books of a block that the chain knows", async () => {
    const block = await chain.client.getBlock();
    await file(block);
    const [filed] = await coop.auditsContract.getEvents.OpinionFiled();
    expect([filed?.args.opinionId, filed?.args.blockHash, filed?.args.opinion]).to.deep.equal([1n, block.hash, CLEAN]);
    await reverts(file({ number: block.number, hash: hashOf("another") }), "AuditRegisterWrongBlock");
    await reverts(file({ number: block.number, hash: zeroHash }), "AuditRegisterWrongBlock");
    await reverts(file({ number: block.number + 1_000n, hash: block.hash }), "AuditRegisterWrongBlock");
    await reverts(file(block, 0), "AuditRegisterIncomplete");
    await reverts(file(block, CLEAN, zeroHash), "AuditRegisterIncomplete");
    // Beyond what the chain remembers, the hash is as stated.
    await chain.networkHelpers.mine(300);
    await file({ number: block.number, hash: hashOf("as stated") });
  });

  it("takes them from an auditor in office, not even from the members [A1]", async () => {
    const block = await chain.client.getBlock();
    await reverts(file(block, CLEAN, hashOf("report"), 0), "AuditRegisterNotAuditor", [addressOf(chain, 0)]);
    await reverts(certify(0), "AuditRegisterNotAuditor");
    const by = await asAssembly(chain, coop);
    const ours = coop.auditsContract.write.certifyLoss([EURO, hashOf("we say so")], by);
    await reverts(ours, "AuditRegisterNotAuditor");
    const end = await coop.authorityContract.read.endOf([Role.Auditor, addressOf(chain, AUDITOR)]);
    await chain.networkHelpers.time.setNextBlockTimestamp(end - 1);
    await certify();
    await chain.networkHelpers.time.setNextBlockTimestamp(end);
    await reverts(certify(), "AuditRegisterNotAuditor");
  });

  it("certifies losses, which only reserve and shares bear [A1] [S5]", async () => {
    await reverts(certify(AUDITOR, 0n), "AuditRegisterIncomplete");
    await reverts(certify(AUDITOR, 1n << 120n), "AuditRegisterIncomplete");
    await reverts(certify(AUDITOR, EURO, zeroHash), "AuditRegisterIncomplete");
    await certify();
    for (const i of [0, AUDITOR]) {
      await reverts(coop.auditsContract.write.charge([1n, 1n], as(i)), "AuditRegisterFixed", [addressOf(chain, i)]);
    }
    const by = await asAssembly(chain, coop);
    await reverts(coop.auditsContract.write.charge([1n, 1n], by), "AuditRegisterFixed");
    expect((await coop.auditsContract.read.certificate([1n])).covered).to.equal(0n);
    expect(await coop.auditsContract.read.counts()).to.deep.equal([0n, 1n]);
  });

  it("keeps one report on the purpose for a year that is over, from the board [A8]", async () => {
    const now = await chain.networkHelpers.time.latest();
    const thisYear = new Date(now * 1_000).getUTCFullYear();
    const write = coop.auditsContract.write.fileReport;
    await reverts(write([thisYear - 1, hashOf("report")], as(1)), "ModuleUnauthorised");
    await reverts(write([thisYear - 1, zeroHash], as(0)), "AuditRegisterIncomplete");
    await reverts(write([thisYear + 1, hashOf("report")], as(0)), "AuditRegisterWrongYear", [thisYear + 1]);
    await write([thisYear - 2, hashOf("report")], as(0));
    await reverts(write([thisYear - 2, hashOf("other")], as(0)), "AuditRegisterWrongYear");
    expect(await coop.auditsContract.read.reportOf([thisYear - 2])).to.equal(hashOf("report"));
  });
});
