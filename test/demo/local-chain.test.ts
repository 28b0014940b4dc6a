// A chain that ends takes its connections along: a page of before must not go on reading it.
import { once } from "node:events";
import { connect } from "node:net";
import { expect } from "chai";
import hre from "hardhat";
import { startLocalChain } from "../../scripts/lib/local-chain.ts";
import { HOST } from "../../scripts/lib/ports.ts";

const BODY = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_blockNumber", params: [] });
const HEAD = `POST / HTTP/1.1\r\nHost: chain\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n`;

describe("the local chain", () => {
  it("ends a connection that is in the middle of a request, so that no page goes on asking a dead chain", async () => {
    const chain = await startLocalChain(hre, 0, new Date());
    const socket = connect(chain.port, HOST);
    let answer = "";
    socket.on("data", (data) => {
      answer += data;
    });
    socket.on("error", () => {});
    const closed = once(socket, "close");
    socket.write(HEAD + BODY);
    await once(socket, "data");
    expect(answer).to.include('"result":"0x0"');

    socket.write(HEAD + BODY.slice(0, 10));
    await new Promise((resolve) => setTimeout(resolve, 50));
    answer = "";
    await chain.stop();
    socket.write(BODY.slice(10));
    await closed;
    expect(answer).to.equal("");
  });
});
