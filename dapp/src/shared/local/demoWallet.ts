// A wallet for the local chain only: it speaks for accounts that the node itself signs for. No key is in the page, and
// no build for a real network has this file.
import type { PageFile, Person } from "../config/coopFile.ts";
import { KEPT } from "../config/kept.ts";
import { providePeople } from "../wallet/people.ts";

export const DEMO_WALLET_ID = "org.rochdale.demo";

type Listener = (payload: unknown) => void;

class DemoProvider {
  private readonly rpcUrl: string;
  private readonly people: readonly Person[];
  private readonly listeners = new Map<string, Set<Listener>>();
  private nextId = 1;

  constructor({ rpcUrl, people }: PageFile) {
    this.rpcUrl = rpcUrl;
    this.people = people;
  }

  on(event: string, listener: Listener): void {
    if (!this.listeners.has(event)) this.listeners.set(event, new Set());
    this.listeners.get(event)?.add(listener);
  }

  removeListener(event: string, listener: Listener): void {
    this.listeners.get(event)?.delete(listener);
  }

  choose(key: string): void {
    sessionStorage.setItem(KEPT.person, key);
  }

  async request({ method, params }: { method: string; params?: unknown }): Promise<unknown> {
    if (method === "eth_accounts" || method === "eth_requestAccounts") return this.accounts();
    if (method === "wallet_requestPermissions") {
      return [
        { parentCapability: "eth_accounts", caveats: [{ type: "restrictReturnedAccounts", value: this.accounts() }] },
      ];
    }
    // Its accounts are the node's, which sends one transaction at a time.
    if (method === "wallet_getCapabilities") return {};
    if (method === "wallet_revokePermissions" || method.startsWith("wallet_switch")) return null;
    return this.forward(method, params);
  }

  private accounts(): string[] {
    const key = sessionStorage.getItem(KEPT.person);
    const person = this.people.find((one) => one.key === key);
    return person ? [person.account] : [];
  }

  private async forward(method: string, params: unknown): Promise<unknown> {
    const body = JSON.stringify({ jsonrpc: "2.0", id: this.nextId++, method, params: params ?? [] });
    const headers = { "content-type": "application/json" };
    const answer = await (await fetch(this.rpcUrl, { method: "POST", headers, body })).json();
    if (answer.error) throw Object.assign(new Error(answer.error.message), answer.error);
    return answer.result;
  }
}

const INFO = {
  uuid: "2f8f4f4e-54c7-4c11-9f0c-1844184418ac",
  name: "Demo wallet (local chain only)",
  rdns: DEMO_WALLET_ID,
  icon: "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Crect width='8' height='8' rx='2' fill='%23b37a11'/%3E%3C/svg%3E",
};

/** Announces the wallet and takes the person from the address of the page (`?demo=ana`). True when one was named. */
export function installDemoWallet(config: PageFile): boolean {
  const provider = new DemoProvider(config);
  const detail = Object.freeze({ info: INFO, provider });
  const announce = () => window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  window.addEventListener("eip6963:requestProvider", announce);
  announce();
  providePeople({ list: config.people, choose: (key) => provider.choose(key), walletId: DEMO_WALLET_ID });

  const url = new URL(location.href);
  const named = url.searchParams.get("demo");
  if (named === null) return false;
  url.searchParams.delete("demo");
  history.replaceState(null, "", url);
  if (!config.people.some(({ key }) => key === named)) return false;
  provider.choose(named);
  return true;
}
