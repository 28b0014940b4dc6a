// Takes papers in. Those that arrive together are judged in one call, kept in one transaction, and only then answered.
import { hashMessage, keccak256, toHex } from "viem";
import type { Address, Hex } from "../books/event.ts";
import { type Receipt, type RelayedPaper, receiptText } from "../books/relay.ts";
import type { Chain, Head, House } from "./chain.ts";
import { signDigest } from "./kinds/signature.ts";
import { KINDS } from "./kinds.ts";
import type { Kept, Paper } from "./paper.ts";
import { Refusal } from "./refusal.ts";
import type { Settings } from "./settings.ts";
import type { Database } from "./store/database.ts";
import { keepPapers, keyOfPaper } from "./store/papers.ts";

export type Taken = { id: string; receipt: Receipt };
export type Intake = {
  take(paper: Paper): Promise<Taken>;
  /** Resolves when all that wait have their answer. */
  idle(): Promise<void>;
};
export type Desk = {
  database: Database;
  chain: Chain;
  house: () => Promise<House>;
  head: () => Promise<Head>;
  key: Hex;
  address: Address;
  settings: Settings;
};

type Waiting = { paper: Paper; resolve: (taken: Taken) => void; reject: (error: unknown) => void };

const MOST_TOGETHER = 300;
const JUDGED_AT_ONCE = 2;
/** What waits for no others is promised within ten minutes. */
const AT_ONCE_S = 600;

/** Two groups are judged at once: while the chain is asked about one, the signatures of the other are checked. */
export function openIntake(desk: Desk): Intake {
  let queue: Waiting[] = [];
  let inHand = 0;
  let judging = 0;
  let kept: Promise<void> = Promise.resolve();

  const begin = () => {
    while (queue.length > 0 && judging < JUDGED_AT_ONCE) {
      const group = queue.slice(0, MOST_TOGETHER);
      queue = queue.slice(MOST_TOGETHER);
      inHand += group.length;
      judging += 1;
      const judged = judgeGroup(desk, group).finally(() => {
        judging -= 1;
        begin();
      });
      // In the order in which they came, so that of two by one person the later one stands.
      kept = kept
        .then(async () => keepGroup(desk, await judged))
        .finally(() => {
          inHand -= group.length;
        });
    }
  };
  return {
    take: (paper) => {
      if (queue.length + inHand >= desk.settings.crowd) throw busy();
      return new Promise((resolve, reject) => {
        queue.push({ paper, resolve, reject });
        // Those that arrive in the same moment go together.
        if (queue.length === 1) setImmediate(begin);
      });
    },
    idle: async () => {
      for (begin(); inHand > 0; begin()) await kept;
    },
  };
}

const busy = () =>
  new Refusal(503, "busy", "Too many ballots are arriving at once. Try again in a few seconds, or vote directly.");
const onItsWay = () =>
  new Refusal(
    409,
    "on-its-way",
    "Your earlier ballot is on its way to the chain and can not be called back. To change your vote, vote directly.",
  );

type Good = Waiting & { kept: Kept };

/** Never throws: whatever fails, fails for those who wait. */
async function judgeGroup(desk: Desk, group: readonly Waiting[]): Promise<Good[]> {
  try {
    const [house, head] = await Promise.all([desk.house(), desk.head()]);
    const good: Good[] = [];
    for (const matter of Map.groupBy(group, ({ paper }) => `${paper.matter} ${paper.target}`).values()) {
      for (const alike of Map.groupBy(matter, ({ paper }) => KINDS[paper.kind]).values()) {
        good.push(...(await judged(desk, house, head, alike)));
      }
    }
    return good;
  } catch (error) {
    for (const { reject } of group) reject(error);
    return [];
  }
}

/** Never throws, either. */
async function keepGroup(desk: Desk, good: readonly Good[]): Promise<void> {
  if (good.length === 0) return;
  try {
    const standing = await keepPapers(
      desk.database,
      good.map(({ kept }) => kept),
    );
    for (const { paper, kept, resolve, reject } of good) {
      const stands = standing.get(keyOfPaper(paper));
      const mine = stands?.id === kept.id || stands?.state === "waiting";
      if (stands && mine) resolve(answer(desk, stands.id === kept.id ? stands : kept));
      else reject(onItsWay());
    }
  } catch (error) {
    for (const { reject } of good) reject(error);
  }
}

/** Those that would count; the others have their refusal. */
async function judged({ chain, settings }: Desk, house: House, head: Head, group: readonly Waiting[]) {
  const [first] = group;
  if (!first) return [];
  const kind = KINDS[first.paper.kind];
  const judgements = await kind.judge(
    chain,
    house,
    group.map(({ paper }) => paper),
  );
  const deadline = await kind.deadline(chain, first.paper);
  const hold = kind.atOnce ? Math.min(settings.hold, AT_ONCE_S) : settings.hold;
  return group.flatMap((waiting, i) => {
    const judgement = judgements[i];
    if (!judgement || judgement instanceof Refusal) {
      waiting.reject(judgement);
      return [];
    }
    const postBy = Math.max(
      head.timestamp,
      Math.min(head.timestamp + hold, (deadline ?? head.timestamp) - settings.margin),
    );
    const { paper } = waiting;
    const id = keccak256(toHex(`${paper.matter} ${paper.target} ${paper.packed}`));
    const kept: Kept = { ...paper, id, seat: judgement.seat, acceptedAt: head.timestamp, postBy, state: "waiting" };
    return [{ ...waiting, kept }];
  });
}

function answer({ key, address, chain }: Desk, { id, said, target, acceptedAt, postBy }: Kept): Taken {
  const paper = JSON.parse(said) as RelayedPaper;
  const words = { paper, chainId: chain.chainId, target, acceptedAt, postBy, relay: address };
  return { id, receipt: { ...words, signature: signDigest(hashMessage(receiptText(words)), key) } };
}
