// `npm run bench:relay`: how fast a relay takes ballots for good, how long it takes to bring them to the chain, and what that
// costs a ballot, beside one castVoteBySig each. The relay runs in a process of its own. A part of it, which writes no file: `-- 1000 bls`.
import { writeFileSync } from "node:fs";
import { relayHouse } from "./relay-house.ts";
import { type BallotKind, measureRelay } from "./relay-run.ts";

const asked = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
const sizes = asked.filter((argument) => /^\d+$/.test(argument)).map(Number);
const kinds = (["key", "bls"] as const).filter((kind) => asked.includes(kind));
const has = (kind: BallotKind) => kinds.length === 0 || kinds.includes(kind);

const house = await relayHouse();
try {
  const single = await house.castVoteBySig();
  const figures = [];
  for (const members of sizes.length > 0 ? sizes : [60, 1_000, 10_000]) {
    await house.admitUpTo(members);
    // The first signed ballot of a member has the Assembly look up the seat; those after it are cheaper.
    for (const turn of has("key") ? ["first", "later"] : []) {
      figures.push({ turn, ...(await measureRelay(house, "key", members)), castVoteBySig: single });
    }
    if (!has("bls")) continue;
    await house.keyUpTo(members);
    figures.push({ turn: "later", ...(await measureRelay(house, "bls", members)), castVoteBySig: single });
  }
  console.table(figures);
  if (asked.length === 0) {
    writeFileSync(new URL("../../bench/relay.json", import.meta.url), `${JSON.stringify(figures, null, 2)}\n`);
    console.log("bench/relay.json is written.");
  }
} finally {
  await house.stop();
}
