// How far a long piece of work has come, on stderr: one line that changes on a terminal, a few plain ones elsewhere.

/** Called with what is done of all of a phase. */
export type Tell = (phase: string, done: number, of: number, also?: string) => void;

export const tellNobody: Tell = () => {};

type Screen = { isTTY?: boolean; write: (text: string) => unknown };

const PLAIN_LINES = 4;

export function progressOn(screen: Screen): { tell: Tell; end: () => void } {
  return screen.isTTY ? onTerminal(screen) : inLines(screen);
}

function onTerminal(screen: Screen): { tell: Tell; end: () => void } {
  const clear = "\r\u001b[2K";
  return {
    tell: (...how) => void screen.write(`${clear}${lineOf(...how)}`),
    end: () => void screen.write(clear),
  };
}

/** A line when a phase begins, at every quarter of it, and at its end. */
function inLines(screen: Screen): { tell: Tell; end: () => void } {
  const shown = new Map<string, number>();
  const tell: Tell = (phase, done, of, also) => {
    const quarter = Math.floor((PLAIN_LINES * done) / Math.max(of, 1));
    if (shown.get(phase) === quarter) return;
    shown.set(phase, quarter);
    screen.write(`${lineOf(phase, done, of, also)}\n`);
  };
  return { tell, end: () => {} };
}

function lineOf(phase: string, done: number, of: number, also?: string): string {
  const percent = Math.floor((100 * done) / Math.max(of, 1));
  return `${phase}: ${done} of ${of} (${percent} %)${also ? `, ${also}` : ""}`;
}
