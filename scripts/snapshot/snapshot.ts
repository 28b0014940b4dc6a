// npm run snapshot -- --site FOLDER [--block N]: the books of a built page's co-op up to a block as a file beside the page, so
// that its visitors need not read everything since the founding. Run it now and then: visitors read what came since.
import { parseArgs } from "node:util";
import { Failure, sentenceFor } from "../lib/failure.ts";
import { writeSnapshot } from "./write.ts";

const USAGE = "npm run snapshot -- --site FOLDER [--block N]";

try {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { site: text, block: text } });
  if (values.site === undefined) throw new Failure(`Name the folder of the built page: ${USAGE}`);
  if (values.block !== undefined && !/^\d+$/.test(values.block)) throw new Failure(`A block is a number: ${USAGE}`);
  const block = values.block === undefined ? undefined : Number(values.block);
  const { file, to, events, bytes } = await writeSnapshot(values.site, block, (done, of) => {
    if (process.stderr.isTTY) process.stderr.write(`\rReading block ${done} of ${of} `);
  });
  if (process.stderr.isTTY) process.stderr.write("\n");
  console.log(`${file} has the books up to block ${to}: ${events} events in ${Math.ceil(bytes / 1000)} kB.`);
} catch (error) {
  console.error(sentenceFor(error));
  process.exitCode = 1;
}
