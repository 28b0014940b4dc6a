// Compiles the contracts inside this process, silent unless they do not compile.
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import { Failure, isDiskFull } from "./failure.ts";

const STREAMS = ["log", "info", "warn", "error"] as const;

/** Compiles what has changed; the compiler's errors become part of the failure, its warnings are dropped. */
export async function compileInProcess(hre: HardhatRuntimeEnvironment): Promise<void> {
  const errors: string[] = [];
  const spoken = STREAMS.map((name) => [name, console[name]] as const);
  for (const name of STREAMS) console[name] = () => {};
  console.error = (...words: unknown[]) => void errors.push(words.join(" ").trim());
  try {
    await hre.tasks.getTask("build").run({ noTests: true, quiet: true });
  } catch (error) {
    if (isDiskFull(error)) throw error;
    const shown = errors.length > 0 ? errors.join("\n\n") : (error as Error).message;
    throw new Failure(
      `${shown}\n\nThe contracts do not compile: correct the errors above and run the same command again.`,
      {
        cause: error,
      },
    );
  } finally {
    for (const [name, original] of spoken) console[name] = original;
  }
}
