// Signed ballots there and back: what is packed for the contract, and what the books read from the event of the batch.
import { expect } from "chai";
import { parseEventLogs } from "viem";
import { assemblyDeskAbi } from "../../books/abi.ts";
import { toldBallots } from "../../books/apply/ballots.ts";
import {
  ballotToSign,
  contractBallotToSign,
  packBallots,
  type SignedBallot,
} from "../../scripts/lib/signed-ballots.ts";
import { commitment, minute, resolution } from "../helpers/assembly.ts";
import { at, coopWith } from "../helpers/coop.ts";

const OWNER = 30;

describe("Signed ballots", function () {
  this.timeout(60_000);

  it("come out of the books as they were packed, those of keys and of contracts", async () => {
    const { chain, coop } = await coopWith();
    const owner = at(chain.wallets, OWNER).account.address;
    const { address: wallet } = await chain.viem.deployContract("Wallet1271", [owner, 0]);
    await coop.admit(wallet, 1, commitment(1));
    const id = await resolution(chain, coop, [minute(coop)]).propose();

    const sign = async (as: number, support: number, over: Partial<SignedBallot> = {}): Promise<SignedBallot> => {
      const signer = at(chain.wallets, as);
      const signature = over.voter
        ? await signer.signTypedData(contractBallotToSign(coop.assembly, 31_337, id, support, over.voter))
        : await signer.signTypedData(ballotToSign(coop.assembly, 31_337, id, support));
      return { voter: signer.account.address, support, signature, ...over };
    };
    const ballots = [
      await sign(2, 3),
      await sign(OWNER, 2, { voter: wallet, byContract: true }),
      await sign(0, 0),
      await sign(1, 1),
    ];
    const hash = await coop.deskContract.write.castVotesBySig([id, packBallots(ballots)]);
    const { logs } = await chain.client.getTransactionReceipt({ hash });
    const [batch] = parseEventLogs({ abi: assemblyDeskAbi, eventName: "SignedBallotsCast", logs });
    expect(toldBallots(batch?.args.ballots ?? "0x")).to.deep.equal([
      { support: 3, seat: 0x2000001 },
      { support: 2, seat: 0x1000002 },
      { support: 0, seat: 0x0000001 },
      { support: 1, seat: 0x1000001 },
    ]);
  });

  it("that end inside a ballot are not read", () => {
    expect(toldBallots("0x")).to.deep.equal([]);
    expect(toldBallots(`0x01${"00".repeat(3)}`)).to.equal(undefined);
  });
});
