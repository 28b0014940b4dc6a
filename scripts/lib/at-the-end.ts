// What tests make once and share ends with the process that they run in.

const ends: (() => Promise<void>)[] = [];

export function atTheEnd(end: () => Promise<void>): void {
  ends.push(end);
}

/** For the process of the tests, when all have run. */
export async function endShared(): Promise<void> {
  for (const end of ends.splice(0)) await end();
}
