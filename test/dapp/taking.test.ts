// What claims would bring, tried in their order; and what is left out.
import { expect } from "chai";
import { type Abi, type Address, type Client, encodeFunctionData } from "viem";
import { amountsOf, payable } from "../../dapp/src/features/claims/amounts.ts";
import type { Claim } from "../../dapp/src/features/claims/claim.ts";
import { type Chain, freshChain, perTest } from "../helpers/coop.ts";
import { addressOf } from "../helpers/motions.ts";

const [SOMEBODY, ANOTHER] = [50, 51];
const CENT = 10_000n;

describe("What can be claimed", () => {
  const given = perTest(async () => ({ chain: await freshChain() }));
  let chain: Chain;
  let client: Client;
  let account: Address;
  beforeEach(() => {
    ({ chain } = given());
    client = chain.client as unknown as Client;
    account = addressOf(chain, SOMEBODY);
  });

  /** Somebody's money that comes by one call of the token. */
  const claim = (id: string, functionName: string, args: readonly unknown[], expected = 7n): Claim => ({
    ...{ id, what: ["income"] as const, page: "/", expected },
    call: { address: chain.euro.address, abi: chain.euro.abi as Abi, functionName, args },
  });
  const claims = () => [
    claim("first", "mint", [account, 3n * CENT]),
    claim("small", "mint", [account, 1n]),
    claim("refused", "transferFrom", [addressOf(chain, ANOTHER), account, CENT]),
    claim("another's", "mint", [addressOf(chain, ANOTHER), CENT]),
    claim("last", "mint", [account, 5n * CENT]),
  ];
  const asked = () => ({ account, token: chain.euro.address });

  it("brings what the account has more after it than before, and changes nothing", async () => {
    const amounts = await amountsOf(client, asked(), claims());
    expect(amounts.tried).to.equal(true);
    expect([...amounts.of.values()].map(({ gain }) => gain)).to.deep.equal([3n * CENT, 1n, 0n, 0n, 5n * CENT]);
    expect(await chain.euro.read.balanceOf([account])).to.equal(0n);
  });

  it("is tried on top of the claims before it: what two would take is there once", async () => {
    const holder = addressOf(chain, ANOTHER);
    await chain.euro.write.mint([holder, CENT]);
    const data = encodeFunctionData({ abi: chain.euro.abi, functionName: "approve", args: [account, CENT] });
    await chain.wallets[ANOTHER]?.sendTransaction({ to: chain.euro.address, data });
    const twice = ["once", "again"].map((id) => claim(id, "transferFrom", [holder, account, CENT]));
    const { of } = await amountsOf(client, asked(), twice);
    expect([of.get("once")?.gain, of.get("again")?.gain]).to.deep.equal([CENT, 0n]);
    expect(of.get("again")?.refused?.what).to.be.a("string");
  });

  it("leaves out what is refused, with the reason, and what is less than a cent", async () => {
    const amounts = await amountsOf(client, asked(), claims());
    expect(amounts.of.get("refused")?.refused?.what).to.match(/allow|money/i);
    const steps = claims().map((one) => ({ key: one.id, claims: [one] }));
    expect(payable(steps, amounts, CENT).map(({ key }) => key)).to.deep.equal(["first", "last"]);
    const all = payable([{ key: "all", claims: claims() }], amounts, CENT);
    expect(all.map((step) => step.claims.map(({ id }) => id))).to.deep.equal([["first", "last"]]);
  });

  it("is what the books say where the node can not try it, and still leaves out what is refused", async () => {
    const request = async ({ method, params }: { method: string; params?: readonly unknown[] }) => {
      if (method === "eth_simulateV1" || params?.[2]) throw new Error("the method does not exist");
      return client.request({ method: method as never, params: params as never });
    };
    const { tried, of } = await amountsOf({ request } as unknown as Client, asked(), claims());
    expect(tried).to.equal(false);
    expect([...of.values()].map(({ gain }) => gain)).to.deep.equal([7n, 7n, 0n, 7n, 7n]);
    expect(of.get("refused")?.refused?.what).to.be.a("string");
  });
});
