// The votes on a proposal as a table: everybody on the roll, and nobody else.
import { expect } from "chai";
import { type Ballot, type Coop, emptyCoop, type Proposal } from "../../books/coop.ts";
import { votesCsv } from "../../dapp/src/features/voting/votesCsv.ts";

const account = (id: number) => `0x${String(id).padStart(40, "0")}` as const;
const RIDERS = 1 << 24;

/** Members 1 and 2 drive, members 3 and 4 ride; the fourth joined after the notice. */
function coop(): Coop {
  const made = emptyCoop();
  made.classes = [
    { index: 0, kind: 1, name: "Drivers" },
    { index: 1, kind: 2, name: "=Riders" },
  ];
  for (const [id, seat] of [
    [1, 1],
    [2, 2],
    [3, RIDERS | 1],
    [4, RIDERS | 2],
  ] as const) {
    const member = { id, account: account(id), class: seat >>> 24, seat, status: "active" as const, admittedAt: 1 };
    made.members.set(id, { ...member, commitment: "0x", formerAccounts: [], formerSeats: [], units: 0n });
    made.memberAt.set(seat, id);
  }
  return made;
}

const ballot = (seat: number, over: Partial<Ballot>): [number, Ballot] => [
  seat,
  { seat, voter: account(seat), support: 1, reason: "", at: 1_700_000_000, changes: 0, ...over } as Ballot,
];

const proposalWith = (...ballots: [number, Ballot][]): Proposal =>
  ({ serials: [2, 1], noticeAt: 10, ballots: new Map(ballots) }) as never as Proposal;

describe("Votes as a table", () => {
  it("has a line for each on the roll, with how, when and why each voted", () => {
    const proposal = proposalWith(
      ballot(1, { reason: "Long, and\nover two lines" }),
      ballot(2, { support: 0, byProxy: 1, changes: 2 }),
      ballot(RIDERS | 1, { support: 3, aggregated: true }),
    );
    expect(votesCsv(coop(), proposal).split("\r\n")).to.deep.equal([
      "member,class,position,time,changes,cast by,reason",
      '1,Drivers,for,2023-11-14T22:13:20.000Z,0,itself,"Long, and\nover two lines"',
      "2,Drivers,against,2023-11-14T22:13:20.000Z,2,proxy 1,",
      "3,'=Riders,block,2023-11-14T22:13:20.000Z,0,aggregate,",
      "",
    ]);
  });

  it("leaves a line empty for who has not voted, and has none for who joined later", () => {
    const lines = votesCsv(coop(), proposalWith(ballot(1, {})))
      .trim()
      .split("\r\n");
    expect(lines.slice(2)).to.deep.equal(["2,Drivers,,,,,", "3,'=Riders,,,,,"]);
  });
});
