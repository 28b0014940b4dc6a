// A wallet for tests: announced by EIP-6963, speaking EIP-1193, signing by forwarding to the development node.
import type { Page } from "playwright-core";
import type { Address, Hex } from "viem";

export type TestWalletOptions = {
  rpcUrl: string;
  account: string;
  /** The network it is on at first. */
  chainId?: number;
  /** Holds every transaction back for so long, as a person does who reads before confirming. */
  thinksForMs?: number;
  /** Takes several calls as one act: what it says of that to pages, and the call by which the account makes them itself (batching.ts). */
  batches?: { status: "supported" | "ready"; encode: (calls: readonly BatchedCall[]) => string };
};
export type BatchedCall = { to: Address; data?: Hex; value?: Hex };

export const TEST_WALLET = "Test wallet";

/** What a person does in the wallet while it asks for the next signature. */
type Meanwhile = { account?: string; chainId?: number };
type Controls = {
  declineNext: boolean;
  sent: number;
  meanwhile?: Meanwhile | undefined;
  /** The code with which it refuses the next batch for reasons of its own. */
  refuseBatch?: number | undefined;
};
declare global {
  interface Window {
    testWallet: Controls;
    testWalletEncodes?: (calls: readonly BatchedCall[]) => Promise<string>;
  }
}

export const declineNext = (page: Page) =>
  page.evaluate(() => {
    window.testWallet.declineNext = true;
  });

export const refuseNextBatch = (page: Page, code: number) =>
  page.evaluate((said) => {
    window.testWallet.refuseBatch = said;
  }, code);

export const changeWhileSigning = (page: Page, meanwhile: Meanwhile) =>
  page.evaluate((what) => {
    window.testWallet.meanwhile = what;
  }, meanwhile);

/** How many transactions the page asked for since it was loaded. */
export const sentBy = (page: Page) => page.evaluate(() => window.testWallet.sent);

export async function installTestWallet(page: Page, { batches, ...options }: TestWalletOptions): Promise<void> {
  if (batches) await page.exposeFunction("testWalletEncodes", batches.encode);
  // Loaders of TypeScript wrap functions in a helper of this name, which a page does not have.
  await page.addInitScript("globalThis.__name ??= (value) => value");
  await page.addInitScript(runsInThePage, { ...options, name: TEST_WALLET, atomic: batches?.status });
}

type Options = Omit<TestWalletOptions, "batches"> & { name: string; atomic?: string | undefined };

function runsInThePage(options: Options): void {
  const controls: Controls = { declineNext: false, sent: 0 };
  window.testWallet = controls;
  let chain = options.chainId === undefined ? undefined : `0x${options.chainId.toString(16)}`;
  let shown = options.account;
  const listeners: Record<string, ((payload: unknown) => void)[]> = {};

  const ask = async (method: string, params: unknown) => {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params: params ?? [] });
    const headers = { "content-type": "application/json" };
    const answer = await (await fetch(options.rpcUrl, { method: "POST", headers, body })).json();
    if (answer.error) throw Object.assign(new Error(answer.error.message), answer.error);
    return answer.result;
  };
  const send = async (params: unknown) => {
    controls.sent += 1;
    await new Promise((resolve) => setTimeout(resolve, options.thinksForMs ?? 0));
    return confirmed("eth_sendTransaction", params);
  };
  const confirmed = (method: string, params: unknown) => {
    if (controls.declineNext) {
      controls.declineNext = false;
      throw Object.assign(new Error("User rejected the request."), { code: 4001 });
    }
    return ask(method, params);
  };
  const refuse = (code: number, words: string): never => {
    throw Object.assign(new Error(words), { code });
  };
  /** One transaction of the account to itself, which makes all calls or none. The batch is named by it. */
  const sendCalls = async ([asked]: readonly unknown[]) => {
    const { calls, from } = asked as { calls: readonly BatchedCall[]; from: string };
    const { refuseBatch } = controls;
    controls.refuseBatch = undefined;
    if (refuseBatch) refuse(refuseBatch, "The wallet does not take these calls together.");
    const data = await window.testWalletEncodes?.(calls);
    return { id: `batch of ${await send([{ from, to: from, data }])}` };
  };
  const statusOf = async ([id]: readonly unknown[]) => {
    const hash = String(id).replace("batch of ", "");
    const receipt = (await ask("eth_getTransactionReceipt", [hash])) as { status: string } | null;
    const status = receipt === null ? 100 : receipt.status === "0x1" ? 200 : 500;
    const chainId = await ask("eth_chainId", []);
    return { version: "2.0.0", id, chainId, atomic: true, status, receipts: receipt ? [receipt] : [] };
  };
  const batching = async (method: string, params: readonly unknown[]) => {
    if (!options.atomic) return refuse(4200, "The wallet does not know this method.");
    if (method === "wallet_getCapabilities")
      return { [String(await ask("eth_chainId", []))]: { atomic: { status: options.atomic } } };
    return method === "wallet_sendCalls" ? sendCalls(params) : statusOf(params);
  };
  const tell = (event: string, payload: unknown) => {
    for (const listener of listeners[event] ?? []) listener(payload);
  };
  const moveTo = (to: string) => {
    chain = to;
    tell("chainChanged", to);
  };
  /** Like a real one, it signs nothing that names another network than it is on. */
  const sign = async (params: readonly unknown[]) => {
    const { account, chainId } = controls.meanwhile ?? {};
    controls.meanwhile = undefined;
    if (account) {
      shown = account;
      tell("accountsChanged", [account]);
    }
    if (chainId) moveTo(`0x${chainId.toString(16)}`);
    const { domain } = JSON.parse(String(params[1])) as { domain: { chainId?: number | string } };
    const here = chain ?? (await ask("eth_chainId", []));
    if (domain.chainId !== undefined && Number(domain.chainId) !== Number(here)) {
      throw Object.assign(new Error("Provided chainId must match the active chainId."), { code: -32603 });
    }
    return confirmed("eth_signTypedData_v4", params);
  };
  const provider = {
    request: async ({ method, params }: { method: string; params?: readonly unknown[] }) => {
      // Like a real one, it shows its account only to a page that was let in once.
      if (method === "eth_requestAccounts") sessionStorage.setItem(options.name, "connected");
      if (method === "eth_accounts" || method === "eth_requestAccounts")
        return sessionStorage.getItem(options.name) ? [shown] : [];
      if (method === "eth_chainId" && chain) return chain;
      if (method === "wallet_switchEthereumChain") {
        moveTo(String((params?.[0] as { chainId?: string } | undefined)?.chainId));
        return null;
      }
      if (/^wallet_(getCapabilities|sendCalls|getCallsStatus)$/.test(method)) return batching(method, params ?? []);
      if (method === "eth_signTypedData_v4") return sign(params ?? []);
      return method === "eth_sendTransaction" ? send(params) : ask(method, params);
    },
    on: (event: string, listener: (payload: unknown) => void) => {
      listeners[event] = [...(listeners[event] ?? []), listener];
    },
    removeListener: (event: string, listener: (payload: unknown) => void) => {
      listeners[event] = (listeners[event] ?? []).filter((one) => one !== listener);
    },
  };
  const info = { uuid: "7e57", name: options.name, rdns: "test.wallet", icon: "data:image/svg+xml,<svg/>" };
  const announce = () =>
    window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: Object.freeze({ info, provider }) }));
  window.addEventListener("eip6963:requestProvider", announce);
  announce();
}
