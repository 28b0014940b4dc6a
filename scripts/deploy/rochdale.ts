// The code every co-op is a clone of, as one Ignition module: libraries, implementations, the factory.
import { readFileSync } from "node:fs";
import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { Artifact } from "@nomicfoundation/ignition-core";

/** A library without its ABI: Ignition warns of every enum in the signatures, which only linked contracts call. */
function library(folder: string, name: string): Artifact {
  const file = new URL(`../../artifacts/contracts/${folder}/${name}.sol/${name}.json`, import.meta.url);
  return { ...(JSON.parse(readFileSync(file, "utf8")) as Artifact), abi: [] };
}

export default buildModule("Rochdale", (m) => {
  const outcomeLib = m.library("OutcomeLib", library("libraries", "OutcomeLib"));
  const ruleBounds = m.library("RuleBounds", library("libraries", "RuleBounds"));
  const kinds = m.library("Kinds", library("voting", "Kinds"));
  const proxies = m.library("Proxies", library("voting", "Proxies"));
  const shareLedger = m.library("ShareLedger", library("libraries", "ShareLedger"));
  const couponSchedule = m.library("CouponSchedule", library("libraries", "CouponSchedule"));
  const aggregated = m.library("AggregatedBallots", library("voting", "AggregatedBallots"));
  const lobby = m.contract("AssemblyLobby", [], { libraries: { Proxies: proxies, AggregatedBallots: aggregated } });
  const desk = m.contract("AssemblyDesk", [lobby], {
    libraries: {
      OutcomeLib: outcomeLib,
      RuleBounds: ruleBounds,
      Kinds: kinds,
      Proxies: proxies,
      Description: m.library("Description", library("voting", "Description")),
    },
  });
  const assemblyModule = m.contract("Assembly", [desk], {
    libraries: { OutcomeLib: outcomeLib, Kinds: kinds, Proxies: proxies },
  });
  const factory = m.contract("CoopFactory", [
    {
      directory: m.contract("Directory"),
      authority: m.contract("Authority"),
      register: m.contract("MemberRegister", [], {
        libraries: {
          MemberDocument: m.library("MemberDocument", library("libraries", "MemberDocument")),
          Leaving: m.library("Leaving", library("libraries", "Leaving")),
        },
      }),
      assemblyModule,
      shares: m.contract("MemberShares", [], { libraries: { ShareLedger: shareLedger } }),
      treasury: m.contract("Treasury"),
      board: m.contract("Board"),
      reserve: m.contract("Reserve"),
      audits: m.contract("AuditRegister"),
      bonds: m.contract("BondOffice", [], {
        libraries: {
          BidBook: m.library("BidBook", library("libraries", "BidBook"), {
            libraries: { CouponSchedule: couponSchedule },
          }),
          BondService: m.library("BondService", library("libraries", "BondService")),
        },
      }),
      machines: m.contract("MachineRegister", [], {
        libraries: {
          MachineBounds: m.library("MachineBounds", library("libraries", "MachineBounds")),
          MachineAuctions: m.library("MachineAuctions", library("libraries", "MachineAuctions")),
          Leasing: m.library("Leasing", library("libraries", "Leasing")),
        },
      }),
      income: m.contract("CommonsIncome"),
      market: m.contract("JobMarket", [], {
        libraries: { JobTerms: m.library("JobTerms", library("libraries", "JobTerms")) },
      }),
      patronage: m.contract("Patronage"),
      surplus: m.contract("Surplus"),
      ballotKeys: m.contract("BallotKeys"),
    },
  ]);
  return { factory };
});
