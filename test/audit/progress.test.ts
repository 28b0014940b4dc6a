// How far the audit is: one line that changes on a terminal, a few plain ones elsewhere.
import { expect } from "chai";
import { progressOn } from "../../scripts/audit/progress.ts";

describe("Progress of an audit", () => {
  /** What is written when a phase of twenty steps goes by, and the next begins. */
  function written(isTTY: boolean): string[] {
    const lines: string[] = [];
    const { tell, end } = progressOn({ isTTY, write: (text) => void lines.push(text) });
    for (let done = 0; done <= 20; done++) tell("blocks read", done, 20, `${done * 3} logs`);
    tell("events", 0, 0);
    end();
    return lines;
  }

  it("is a line a quarter in a file", () => {
    expect(written(false)).to.deep.equal([
      "blocks read: 0 of 20 (0 %), 0 logs\n",
      "blocks read: 5 of 20 (25 %), 15 logs\n",
      "blocks read: 10 of 20 (50 %), 30 logs\n",
      "blocks read: 15 of 20 (75 %), 45 logs\n",
      "blocks read: 20 of 20 (100 %), 60 logs\n",
      "events: 0 of 0 (0 %)\n",
    ]);
  });

  it("is one line on a terminal, and gone at the end", () => {
    const lines = written(true);
    expect(lines).to.have.length(23);
    expect(lines.every((line) => line.startsWith("\r\u001b[2K") && !line.includes("\n"))).to.equal(true);
    expect(lines.at(-1)).to.equal("\r\u001b[2K");
  });
});
