// `npm run bench:relay`: how fast a relay takes ballots for good, how long it takes to bring them to the chain, and what that
// costs a ballot, beside one castVoteBySig each. The relay runs in a process of its own. Other numbers of members: `-- 60 1000`.
import { writeFileSync } from "node:fs";
import { relayHouse } from "./relay-house.ts";
import { measureRelay } from "./relay-run.ts";

const SIZES = process.argv
  .slice(2)
  .filter((argument) => /^\d+$/.test(argument))
  .map(Number);

const house = await relayHouse();
try {
  const single = await house.castVoteBySig();
  const figures = [];
  for (const members of SIZES.length > 0 ? SIZES : [60, 1_000, 10_000]) {
    await house.admitUpTo(members);
    // The first signed ballot of a member has the Assembly look up the seat; those after it are cheaper.
    for (const turn of ["first", "later"]) {
      figures.push({ turn, ...(await measureRelay(house, "key", members)), castVoteBySig: single });
    }
    await house.keyUpTo(members);
    figures.push({ turn: "later", ...(await measureRelay(house, "bls", members)), castVoteBySig: single });
  }
  console.table(figures);
  writeFileSync(new URL("../../bench/relay.json", import.meta.url), `${JSON.stringify(figures, null, 2)}\n`);
  console.log("bench/relay.json is written.");
} finally {
  await house.stop();
}
