// Ports on the local machine.
import { createServer } from "node:net";
import { Failure, portTaken } from "./failure.ts";

export const HOST = "127.0.0.1";

/** Throws the sentence for the user when another program listens on `port`; 0 always passes. */
export function requireFreePort(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new Failure(portTaken(port)) : error),
    );
    probe.listen(port, HOST, () => probe.close(() => resolve()));
  });
}

/** The port that the text names, or a sentence about what a port is. */
export function parsePort(text: string, option: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new Failure(`${option} needs a number from 0 to 65535 and got "${text}": 0 picks any free port.`);
  }
  return port;
}
