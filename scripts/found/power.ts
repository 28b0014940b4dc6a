// Who holds power in a co-op that stands: nobody may but whom its charter says.
import { type Address, isAddressEqual } from "viem";
import { authorityAbi, directoryAbi, reserveAbi } from "../../books/abi.ts";
import { Role } from "../../books/charter/charter.ts";
import { Place } from "../deploy/charter.ts";
import type { FoundingChain } from "./chain.ts";

const ADMIN = 0n;

export type Finding = { verdict: "ok" | "WRONG" | "OPEN"; sentence: string };
export type Founding = { factory: Address; founder: Address; name: string; block: bigint };

/** Only the Assembly is administrator; factory and founder hold nothing that the charter did not give them. */
export async function ofPower({ client }: FoundingChain, directory: Address, founding: Founding): Promise<Finding[]> {
  const at = (place: number) =>
    client.readContract({ address: directory, abi: directoryAbi, functionName: "moduleAt", args: [place] });
  const [authority, assembly] = await Promise.all([at(Place.Authority), at(Place.Assembly)]);
  const holds = async (role: bigint, account: Address) => {
    const [has] = await client.readContract({
      address: authority,
      abi: authorityAbi,
      functionName: "hasRole",
      args: [role, account],
    });
    return has;
  };
  const findings: Finding[] = [];
  const admins = {
    "the Assembly": assembly,
    "the factory": founding.factory,
    "the founder's account": founding.founder,
  };
  for (const [who, account] of Object.entries(admins)) {
    const should = isAddressEqual(account, assembly);
    if ((await holds(ADMIN, account)) === should) continue;
    findings.push({ verdict: "WRONG", sentence: `${who} is ${should ? "not " : ""}administrator.` });
  }
  for (const [role, number] of Object.entries(Role)) {
    if (await holds(number, founding.factory)) findings.push({ verdict: "WRONG", sentence: `The factory is ${role}.` });
  }
  return findings.length > 0
    ? findings
    : [
        {
          verdict: "ok",
          sentence:
            "Only the Assembly is administrator; the factory and the account that founded are not, and the factory holds no office.",
        },
      ];
}

/** Every office that is held now, with its end. */
export async function ofOffices({ client }: FoundingChain, directory: Address, founding: Founding): Promise<Finding[]> {
  const authority = await client.readContract({
    address: directory,
    abi: directoryAbi,
    functionName: "moduleAt",
    args: [Place.Authority],
  });
  const event = { address: authority, abi: authorityAbi, eventName: "Appointed", fromBlock: founding.block } as const;
  const appointed = await client.getContractEvents(event);
  const { timestamp } = await client.getBlock();
  const offices = new Map(appointed.map(({ args: { role, account } }) => [`${role} ${account}`, { role, account }]));
  const findings: Finding[] = [];
  for (const { role, account } of offices.values()) {
    const args = [role as bigint, account as Address] as const;
    const end = await client.readContract({ address: authority, abi: authorityAbi, functionName: "endOf", args });
    if (BigInt(end) <= timestamp) continue;
    const name = Object.entries(Role).find(([, number]) => number === role)?.[0] ?? `Role ${role}`;
    const isFounder = isAddressEqual(args[1], founding.founder);
    const until = new Date(Number(end) * 1_000).toISOString().slice(0, 10);
    findings.push({
      verdict: "ok",
      sentence: `${name} until ${until}: ${account}${isFounder ? ", who founded, as the charter says" : ""}.`,
    });
  }
  return findings;
}

export async function ofBody({ client }: FoundingChain, directory: Address): Promise<Finding> {
  const args = [Place.Reserve] as const;
  const reserve = await client.readContract({ address: directory, abi: directoryAbi, functionName: "moduleAt", args });
  const [body, accepted] = await client.readContract({ address: reserve, abi: reserveAbi, functionName: "body" });
  return accepted
    ? { verdict: "ok", sentence: `The asset-locked body ${body} has accepted.` }
    : {
        verdict: "OPEN",
        sentence: `The asset-locked body ${body} has not accepted yet: it calls acceptBody at the reserve, ${reserve}.`,
      };
}
