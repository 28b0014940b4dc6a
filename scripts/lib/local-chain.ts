// A simulated chain in this process, served to browsers and scripts over HTTP and WebSocket.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { NetworkConnection } from "hardhat/types/network";
import { HOST, requireFreePort } from "./ports.ts";

const BLOCK_MS = 4_000;
const NEW_SOCKET = "net.server.socket";

export type LocalChain = {
  connection: NetworkConnection;
  rpcUrl: string;
  port: number;
  /** From now on a block comes every few seconds, so that the chain's clock follows the wall clock. */
  tick(): Promise<void>;
  /** From now on a block comes only with a transaction. */
  rest(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts a chain whose clock begins at `initialDate`; port 0 picks any free one. */
export async function startLocalChain(
  hre: HardhatRuntimeEnvironment,
  port: number,
  initialDate: Date,
): Promise<LocalChain> {
  await requireFreePort(port);
  const { server, connection } = await createServer(hre, port, initialDate);
  const address = await server.listen();
  const sockets = socketsTo(address.port);
  const setInterval = (milliseconds: number) =>
    connection.provider.request({ method: "evm_setIntervalMining", params: [milliseconds] });
  return {
    connection,
    rpcUrl: `http://${HOST}:${address.port}`,
    port: address.port,
    tick: async () => void (await setInterval(BLOCK_MS)),
    rest: async () => void (await setInterval(0)),
    stop: async () => {
      await setInterval(0);
      const closed = server.close();
      sockets.end();
      await closed;
      await connection.close();
    },
  };
}

/**
 * The connections that come in at `port`. Hardhat's server closes only those that are idle: one with a request under
 * way would be kept open by a page that goes on asking, and answer it from a chain that is no more.
 */
function socketsTo(port: number): { end(): void } {
  const open = new Set<Socket>();
  const noted = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    if (socket.localPort !== port) return;
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  };
  subscribe(NEW_SOCKET, noted);
  return {
    end: () => {
      unsubscribe(NEW_SOCKET, noted);
      for (const socket of open) socket.destroy();
    },
  };
}

/** Hardhat's server makes its own connection; the hook catches it, so that this process can use the same chain. */
async function createServer(hre: HardhatRuntimeEnvironment, port: number, initialDate: Date) {
  let connection: NetworkConnection | undefined;
  const hooks: Parameters<typeof hre.hooks.registerHandlers<"network">>[1] = {
    newConnection: async (context, next) => {
      const made = await next(context);
      connection = made as unknown as NetworkConnection;
      return made;
    },
  };
  hre.hooks.registerHandlers("network", hooks);
  try {
    const server = await hre.network.createServer({ network: "default", override: { initialDate } }, HOST, port);
    if (connection === undefined) throw new Error("Hardhat made a server without a connection.");
    return { server, connection };
  } finally {
    hre.hooks.unregisterHandlers("network", hooks);
  }
}
