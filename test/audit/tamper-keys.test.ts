// Errors planted in ballot keys and in what they signed together, on either side. The audit names each.
import { expect } from "chai";
import { concatHex, type Hex, keccak256, slice, toEventSelector } from "viem";
import { ballotKeyOf } from "../../scripts/lib/ballot-keys.ts";
import { secretOf } from "../helpers/ballot-keys.ts";
import { perTest } from "../helpers/coop.ts";
import { falsifyFirst, falsifying, mapped } from "./falsify.ts";
import { livedInCoop } from "./story.ts";

const AGGREGATE_CAST = toEventSelector("AggregateCast(uint256,uint8,bytes)");
const KEY_REGISTERED = toEventSelector("KeyRegistered(uint32,uint32,bytes)");
const KEY_ENDED = toEventSelector("KeyEnded(uint32,bytes32)");
const KEYS_PACKED = toEventSelector("KeysPacked(uint32,uint32,uint128,address)");

describe("Audit of falsified ballot keys", function () {
  this.timeout(60_000);
  const story = perTest(livedInCoop);
  const { find, rewrite } = falsifying(story);
  const keyHash = (n: number) => BigInt(keccak256(ballotKeyOf(secretOf(n))));

  it("names tallies and pages when the ballots of an aggregate are withheld", async () => {
    const { found } = await find(falsifyFirst(AGGREGATE_CAST, () => []));
    const id = story().togetherId;
    expect(found["tallies by class and position"]?.map(({ what }) => what)).to.include(`proposal ${id}, Staff, for`);
    expect(found["ballot pages in storage"]?.map(({ what }) => what)).to.include(`proposal ${id}, ballot page 0`);
  });

  it("finds an aggregate impossible that counts somebody without a key", async () => {
    // One more bit on the first page: the seat of wallet 8, who has none.
    const more = ({ data, ...log }: { topics: Hex[]; data: Hex }) => {
      const at = 64 + 4 + 15;
      const bits = Number(slice(data, at, at + 1)) | 0b1000;
      return [
        {
          ...log,
          data: concatHex([slice(data, 0, at), `0x${bits.toString(16).padStart(2, "0")}`, slice(data, at + 1)]),
        },
      ];
    };
    const { found } = await find(falsifyFirst(AGGREGATE_CAST, more));
    expect(found["events, each once and possible"]?.[0]?.books).to.match(/whose ballot key did not hold/);
  });

  it("names a key that was withheld, and the sheet that has it", async () => {
    const { found } = await find(falsifyFirst(KEY_REGISTERED, () => [], 2));
    expect(found["ballot keys as registered"]?.map(({ what }) => what)).to.include("member 4, ballot key");
    expect(found["events, each once and possible"]?.[0]?.books).to.match(/one of seat \d+, which has none/);
  });

  it("names a key that ended and is told as if it held", async () => {
    const { found } = await find(falsifyFirst(KEY_ENDED, () => []));
    const named = found["ballot keys as registered"]?.map(({ what }) => what.replace(/ of \d+,/, ","));
    expect(named).to.deep.equal(["member 5, ballot key", "ballot key of member 5, holds"]);
  });

  it("names the sheet that no event tells of", async () => {
    const { found } = await find(falsifyFirst(KEYS_PACKED, () => [], 2));
    expect(found["ballot keys in sheets"]?.[0]).to.deep.equal({ what: "sheets", books: "2", chain: "3" });
  });

  it("names the record of a key that was changed in storage", async () => {
    await rewrite(story().coop.ballotKeys, mapped(keyHash(1), 0n), (word) => word ^ (1n << 64n));
    const { found } = await find();
    expect(Object.keys(found)).to.deep.equal(["ballot keys as registered"]);
    expect(found["ballot keys as registered"]?.[0]?.what).to.match(/^ballot key of member 1 of \d+, since$/);
  });

  it("names the sum of a sheet that is not that of its keys", async () => {
    const { chain, coop } = story();
    const { pointer } = await coop.keysContract.read.sheetOf([1]);
    const code = await chain.client.getCode({ address: pointer });
    if (!code) throw new Error("The sheet has no code.");
    const stranger = ballotKeyOf(secretOf(77));
    const forged = concatHex([slice(code, 0, 32), stranger, slice(code, 128)]);
    await chain.connection.provider.request({ method: "hardhat_setCode", params: [pointer, forged] });
    await chain.networkHelpers.mine();
    const { found } = await find();
    expect(found["ballot keys in sheets"]?.map(({ what }) => what)).to.deep.equal(["sheet 1, sum of the keys"]);
  });

  it("names the page on which a bit of a plane was planted", async () => {
    const { coop, togetherId } = story();
    const planes = mapped(togetherId, 0n) + 2n;
    const [plane, choiceFor] = [0n, 2n];
    await rewrite(coop.assembly, mapped((plane << 3n) | choiceFor, planes), (word) => word | (1n << 3n));
    const { found } = await find();
    expect(Object.keys(found)).to.deep.equal(["ballot pages in storage"]);
  });
});
