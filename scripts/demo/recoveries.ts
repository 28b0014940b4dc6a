// Two members lost the phone with their account (M6). The first's new one is attested and waits; the second's was only asked for.
// Every time is in days before now.
import { register } from "./members.ts";
import { BOARD, Lost, memberId, Outsider } from "./people.ts";
import { account, type Happening, hashOf, type World } from "./world.ts";

const ATTESTED_BY = [BOARD[0] as number, 9, 20];
const FIRST = { askedDaysAgo: 7, attestedDaysAgo: 6 };
const SECOND = { askedDaysAgo: 0.9 };

export function recoveriesHappen(world: World): Happening[] {
  const statement = hashOf("My old phone lies in the harbour.");
  const [first, second] = [memberId(Lost.first), memberId(Lost.second)];
  const newAccount = account(world, Outsider.newPhone);
  return [
    register(world, Outsider.newPhone, FIRST.askedDaysAgo, "requestRecovery", [first, statement]),
    ...ATTESTED_BY.map((place, i) =>
      register(world, place, FIRST.attestedDaysAgo - i / 2, "attestRecovery", [first, newAccount]),
    ),
    register(world, Outsider.secondPhone, SECOND.askedDaysAgo, "requestRecovery", [second, statement]),
  ];
}
