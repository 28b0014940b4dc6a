// Finds out when the npm that runs this script has died: the shell that npm puts between the two outlives it.
import { execFileSync } from "node:child_process";

const POLL_MS = 1_000;
const LEVELS = 4;

/** Calls `act` once npm is gone; does nothing when no npm runs this script. */
export function onNpmDeath(act: () => void): void {
  const npm = process.env.npm_lifecycle_event ? npmAbove() : undefined;
  if (npm === undefined) return;
  const timer = setInterval(() => {
    if (isAlive(npm)) return;
    clearInterval(timer);
    act();
  }, POLL_MS);
  timer.unref();
}

/** The nearest npm above the process that started this one; nothing where there is no `ps`. */
function npmAbove(): number | undefined {
  try {
    let pid = look(process.ppid).parent;
    for (let level = 0; level < LEVELS && pid > 1; level += 1) {
      const { parent, command } = look(pid);
      if (/\bnpm\b/.test(command)) return pid;
      pid = parent;
    }
  } catch {
    return undefined;
  }
  return undefined;
}

function look(pid: number): { parent: number; command: string } {
  const line = execFileSync("ps", ["-o", "ppid=,args=", "-p", String(pid)], { encoding: "utf8" }).trim();
  const [parent = "", ...command] = line.split(/\s+/);
  return { parent: Number(parent), command: command.join(" ") };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
