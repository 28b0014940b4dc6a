// A proposal of the story as the Assembly takes it: targets, values, calls, text, and the id they give.
import { type Address, encodeAbiParameters, encodeFunctionData, type Hex, keccak256, parseAbiParameters } from "viem";
import {
  assemblyDeskAbi,
  authorityAbi,
  machineRegisterAbi,
  memberRegisterAbi,
  surplusAbi,
  treasuryAbi,
} from "../../books/abi.ts";
import { DAY, defaultRules, Role } from "../deploy/charter.ts";
import { CLASS_WEIGHTS, EURO } from "./charter.ts";
import { machineOf, termsOf } from "./machines.ts";
import { memberId, Outsider } from "./people.ts";
import { type Act, type Draft, description, type Proposal } from "./proposals/proposal.ts";
import { account, commitmentOf, hashOf, type World } from "./world.ts";

const OPERATING_FUND = 1;

/** The four lists that Governor takes. */
export type Motion = readonly [targets: Address[], values: bigint[], calldatas: Hex[], text: string];

export function motionOf(world: World, told: Proposal | Draft): Motion {
  const actions = told.act.does === "order" ? ordering(world, told.act) : [actionOf(world, told.act)];
  return [
    actions.map(({ target }) => target),
    actions.map(() => 0n),
    actions.map(({ data }) => data),
    description(told),
  ];
}

/** Governor's id of the first or a later round of the same content. */
export function proposalId([targets, values, calldatas, text]: Motion, round = 0): bigint {
  const content = keccak256(
    encodeAbiParameters(parseAbiParameters("address[], uint256[], bytes[], bytes32"), [
      targets,
      values,
      calldatas,
      hashOf(text),
    ]),
  );
  if (round === 0) return BigInt(content);
  return BigInt(keccak256(encodeAbiParameters(parseAbiParameters("uint256, uint16"), [BigInt(content), round])));
}

export function draftId(proposer: Address, motion: Motion): bigint {
  return BigInt(keccak256(encodeAbiParameters(parseAbiParameters("address, uint256"), [proposer, proposalId(motion)])));
}

type Action = { target: Address; data: Hex };
type Order = Extract<Act, { does: "order" }>;

/** One action a machine, and one for the budget. */
function ordering(world: World, { machines: keys, budget }: Order): Action[] {
  const { machines, treasury } = world.coop;
  const orders = keys.map((key) => {
    const args = termsOf(world, machineOf(key));
    return { target: machines, data: encodeFunctionData({ abi: machineRegisterAbi, functionName: "order", args }) };
  });
  if (!budget) return orders;
  const until = world.now + budget.days * DAY;
  const args = [
    Role.Treasurer,
    OPERATING_FUND,
    world.euro,
    BigInt(budget.euros) * EURO,
    until,
    hashOf(budget.memo),
  ] as const;
  return [
    ...orders,
    { target: treasury, data: encodeFunctionData({ abi: treasuryAbi, functionName: "grantBudget", args }) },
  ];
}

function actionOf(world: World, act: Exclude<Act, Order>): Action {
  const { assembly, authority, register, surplus, treasury } = world.coop;
  switch (act.does) {
    case "pay": {
      const to = account(world, Outsider[act.to]);
      const args = [OPERATING_FUND, world.euro, to, BigInt(act.euros) * EURO, hashOf(act.memo)] as const;
      return { target: treasury, data: encodeFunctionData({ abi: treasuryAbi, functionName: "pay", args }) };
    }
    case "minute": {
      const args = [hashOf(act.matter)] as const;
      return { target: assembly, data: encodeFunctionData({ abi: assemblyDeskAbi, functionName: "minute", args }) };
    }
    case "appoint-auditor": {
      const args = [Role.Auditor, account(world, Outsider[act.who]), world.now + act.days * DAY] as const;
      return { target: authority, data: encodeFunctionData({ abi: authorityAbi, functionName: "appoint", args }) };
    }
    case "declare": {
      const args = [act.period, BigInt(act.euros) * EURO, act.rate] as const;
      return { target: surplus, data: encodeFunctionData({ abi: surplusAbi, functionName: "declare", args }) };
    }
    case "admit": {
      const place = Outsider[act.who];
      const args = [account(world, place), act.class, commitmentOf(place)] as const;
      return { target: register, data: encodeFunctionData({ abi: memberRegisterAbi, functionName: "admit", args }) };
    }
    case "expel": {
      const args = [memberId(act.who), hashOf(act.grounds)] as const;
      return { target: register, data: encodeFunctionData({ abi: memberRegisterAbi, functionName: "expel", args }) };
    }
    case "shorten-notice": {
      const { kinds, voting } = defaultRules(CLASS_WEIGHTS);
      const [advisory, ordinary, extraordinary, constitutional] = kinds;
      const shorter = { ...ordinary, notice: act.days * DAY };
      const args = [{ kinds: [advisory, shorter, extraordinary, constitutional], voting }] as const;
      return { target: assembly, data: encodeFunctionData({ abi: assemblyDeskAbi, functionName: "setRules", args }) };
    }
  }
}
