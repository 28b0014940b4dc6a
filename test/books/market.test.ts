// Jobs in the books: every end, the money, and the points (J1 to J6, A3).
import { expect } from "chai";
import { JobEnd, JobState } from "../../books/job.ts";
import { DAY } from "./house.ts";
import { disagreementsIn, marketHouse } from "./market-house.ts";

describe("Jobs in the books", () => {
  it("are paid when they are countersigned, and both sides have points (J2, J5)", () => {
    const { ride, book, jobOf } = marketHouse();
    const id = ride({ tip: 20n, passThrough: 30n });
    const entry = jobOf(id);
    expect(entry).to.deep.include({ state: JobState.Ended, how: JobEnd.Countersigned, period: 1 });
    expect(entry.split).to.deep.equal({
      ...{ pay: 950n, refund: 0n, commons: 50n, operating: 50n, reserve: 0n },
      ...{ work: 25n, custom: 25n },
    });
    expect(book().gathered).to.deep.equal({ operating: 50n, commons: 50n, reserve: 0n });
    expect(book().held).to.equal(100n);
    expect(book().periods.get(1)?.points).to.equal(50n);
    expect(disagreementsIn(book())).to.deep.equal([]);
  });

  it("end in eight ways, each with its own money", () => {
    const { offer, accept, done, dispute, release, rule, divide, back, ride, book, jobOf } = marketHouse();
    ride();
    const accepted = () => {
      const id = offer({ tip: 10n });
      accept(id);
      return id;
    };
    const finished = () => {
      const id = accepted();
      done(id);
      return id;
    };
    release(finished());
    back(offer(), JobEnd.Withdrawn);
    back(offer(), JobEnd.Lapsed, DAY);
    back(accepted(), JobEnd.GivenUp);
    back(accepted(), JobEnd.Overdue, 4 * DAY);
    const [ruled, undecided] = [finished(), finished()];
    for (const id of [ruled, undecided]) dispute(id);
    rule(ruled, 7_500);
    divide(undecided);
    const ends = [...book().jobs.values()].map(({ how }) => how);
    expect(ends).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(jobOf(2).split).to.include({ pay: 910n, refund: 0n, work: 25n, custom: 0n });
    expect(jobOf(5).split).to.include({ pay: 0n, refund: 1_010n, operating: 0n });
    // Three quarters of 1,010 rounded down, less a tenth of 750.
    expect(jobOf(ruled).split).to.include({ pay: 682n, refund: 253n, commons: 38n, operating: 37n, work: 18n });
    expect(jobOf(undecided).split).to.include({ pay: 455n, refund: 505n, work: 12n, custom: 13n });
    // Only fees are left.
    const { operating, commons, reserve } = book().gathered;
    expect(book().held).to.equal(operating + commons + reserve);
    expect(disagreementsIn(book())).to.deep.equal([]);
  });
});
