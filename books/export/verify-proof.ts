// Checks a proof bundle by itself: that every ballot may count, that they add up to the tallies, and that rules, roll and tallies give the
// outcome that it claims. Needs nothing but the bundle; that the bundle tells what the chain tells is for whoever has the chain.
import { decide, type NamedTally } from "../outcome.ts";
import { KIND_NAMES, type Kind, POSITION_NAMES, type Votes } from "../rules.ts";
import { outcomeSentence } from "../sentence.ts";
import { FORMAT, type ProofBallot, type ProofBundle, toldOutcome } from "./proof.ts";

/** What disagrees, a sentence each; nothing when all of it agrees. */
export function verifyProof(bundle: ProofBundle): string[] {
  if (bundle.format !== FORMAT) return [`The bundle is in the form "${bundle.format}", not "${FORMAT}".`];
  const { proposal, rules, terms } = bundle;
  if (!KIND_NAMES[proposal.kind]) return [`The proposal is of kind ${proposal.kind}, which is none.`];
  const tallies = countedIn(bundle);
  const outcome = decide(proposal.kind as Kind, rules.kind, rules.voting, tallies, terms);
  const sentence = outcomeSentence(outcome, tallies, bundle.closed, terms);
  return [
    ...ballotsWrong(bundle),
    ...tallies.flatMap((tally, i) => tallyWrong(tally, bundle.tallies[i])),
    ...differing("tallies", tallies.length, bundle.tallies.length),
    ...Object.entries(toldOutcome(outcome)).flatMap(([figure, value]) =>
      differing(`outcome, ${figure}`, value, bundle.outcome[figure as keyof ProofBundle["outcome"]]),
    ),
    ...differing("sentence", sentence, bundle.sentence),
    ...(bundle.execution && outcome.verdict !== "passed" ? ["It was carried out although it did not pass."] : []),
  ];
}

/** Ballots per class and position, counted one by one. */
function countedIn({ roll, ballots }: ProofBundle): NamedTally[] {
  return roll.map(({ class: index, name, kind, members }) => {
    const own = ballots.filter((ballot) => ballot.class === index);
    const votes = POSITION_NAMES.map((word) => own.filter(({ position }) => position === word).length);
    return { index, name, kind, roll: members, votes: votes as unknown as Votes };
  });
}

function ballotsWrong(bundle: ProofBundle): string[] {
  const bySeat = new Map<number, ProofBallot>();
  const wrong = bundle.ballots.flatMap((ballot) => {
    const twice = bySeat.has(ballot.seat) ? ["is there twice"] : [];
    bySeat.set(ballot.seat, ballot);
    return [...twice, ...ballotWrong(ballot, bundle)].map((why) => `The ballot of seat ${ballot.seat} ${why}.`);
  });
  const speakingWrongly = bundle.ballots.flatMap(({ seat, position, byProxy }) => {
    const own = byProxy === null ? undefined : bySeat.get(byProxy);
    const speaks = byProxy === null || (own?.byProxy === null && own.position === position);
    return speaks ? [] : [`The ballot of seat ${seat} is not what its proxy, seat ${byProxy}, voted itself.`];
  });
  return [...wrong, ...speakingWrongly];
}

function ballotWrong(ballot: ProofBallot, { roll, excludedSeat, vote }: ProofBundle): string[] {
  const { seat, serial, position, at } = ballot;
  const ofClass = roll.find((one) => one.class === ballot.class);
  const onRoll = ofClass !== undefined && serial >= 1 && serial <= ofClass.newestSerial && seat !== excludedSeat;
  return [
    ...(seat === ballot.class * 2 ** 24 + serial ? [] : ["has another class or serial than its number says"]),
    ...(onRoll ? [] : ["is not on the closed roll"]),
    ...(POSITION_NAMES.includes(position) ? [] : [`is for "${position}", which is no position`]),
    ...(at >= vote.start && at <= vote.end ? [] : ["was cast while voting was not open"]),
  ];
}

function tallyWrong(counted: NamedTally, told: NamedTally | undefined): string[] {
  const sum = counted.votes.reduce((all, votes) => all + votes, 0);
  return [
    ...differing(`${counted.name}, roll`, counted.roll, told?.roll),
    ...POSITION_NAMES.flatMap((word, i) => differing(`${counted.name}, ${word}`, counted.votes[i], told?.votes[i])),
    ...(sum <= counted.roll ? [] : [`${counted.name}: ${sum} ballots were cast by a roll of ${counted.roll}.`]),
  ];
}

function differing(what: string, follows: unknown, told: unknown): string[] {
  return follows === told ? [] : [`${what}: the bundle says ${told}, its ballots and rules give ${follows}.`];
}
