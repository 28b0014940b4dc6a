import { type Abi, decodeEventLog, type Hex } from "viem";
import { t } from "../../../../books/say.ts";
import { ABI_OF } from "../chain/abis.ts";
import { MODULE_TITLES } from "../chain/titles.ts";
import { useChainState, useCoop } from "../chain/useCoop.ts";
import { shortAddress } from "../format/address.ts";
import { moduleAt } from "../motion/calls.ts";
import type { RawLog } from "./rehearse.ts";

/** What the node says would be recorded, by the names of the contracts. */
export function RecordedList({ logs }: { logs: readonly RawLog[] }) {
  const { coop } = useCoop();
  const { reading } = useChainState();
  const known = reading?.known ?? new Map();
  return (
    <ol className="small space-y-1">
      {logs.map(({ address, topics, data }, i) => {
        const module = moduleAt(address, { coop, known });
        const name = module && eventName(ABI_OF[module] as Abi, topics, data);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is recorded never changes its order
          <li key={i}>
            {module ? MODULE_TITLES[module] : shortAddress(address)}: {name ?? t`an entry without words`}
          </li>
        );
      })}
    </ol>
  );
}

function eventName(abi: Abi, topics: readonly Hex[], data: Hex): string | undefined {
  try {
    return String(decodeEventLog({ abi, topics: topics as never, data }).eventName);
  } catch {
    return undefined;
  }
}
