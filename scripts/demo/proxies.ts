// Who asked whom to speak for them, and who accepted (V11). Every time is in days before now.
import { encodeFunctionData } from "viem";
import { assemblyLobbyAbi } from "../../books/abi.ts";
import { Topic } from "../deploy/charter.ts";
import { account, daysAgo, type Happening, type World } from "./world.ts";

export type Trust = {
  principal: number;
  proxy: number;
  topic: number;
  askedDaysAgo: number;
  acceptedDaysAgo?: number;
};

/** Two for a driver and one for anybody else are a tenth of the class, the most that one member may speak for. */
export const trusts: readonly Trust[] = [
  { principal: 22, proxy: 8, topic: Topic.Market, askedDaysAgo: 21, acceptedDaysAgo: 20 },
  { principal: 1, proxy: 6, topic: Topic.Rules, askedDaysAgo: 13, acceptedDaysAgo: 12.5 },
  { principal: 18, proxy: 11, topic: Topic.Commons, askedDaysAgo: 10, acceptedDaysAgo: 9 },
  { principal: 10, proxy: 4, topic: Topic.General, askedDaysAgo: 6.9, acceptedDaysAgo: 6.5 },
  { principal: 14, proxy: 4, topic: Topic.General, askedDaysAgo: 6.8, acceptedDaysAgo: 6.4 },
  { principal: 15, proxy: 7, topic: Topic.General, askedDaysAgo: 6.7, acceptedDaysAgo: 6.1 },
  { principal: 13, proxy: 3, topic: Topic.People, askedDaysAgo: 2.5, acceptedDaysAgo: 1.1 },
  { principal: 12, proxy: 0, topic: Topic.Money, askedDaysAgo: 0.8 },
];

/** Everybody who speaks for others or is spoken for. */
export const trusting = new Set(trusts.flatMap(({ principal, proxy }) => [principal, proxy]));

export function proxiesHappen(world: World): Happening[] {
  const to = world.coop.assembly;
  return trusts.flatMap(({ principal, proxy, topic, askedDaysAgo, acceptedDaysAgo }) => {
    const [asks, answers] = [account(world, principal), account(world, proxy)];
    const asked = encodeFunctionData({ abi: assemblyLobbyAbi, functionName: "nameProxy", args: [topic, answers] });
    const naming = { at: daysAgo(world, askedDaysAgo), call: { from: asks, to, data: asked } };
    if (acceptedDaysAgo === undefined) return [naming];
    const said = encodeFunctionData({ abi: assemblyLobbyAbi, functionName: "acceptProxy", args: [topic, asks] });
    return [naming, { at: daysAgo(world, acceptedDaysAgo), call: { from: answers, to, data: said } }];
  });
}
