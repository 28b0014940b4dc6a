import { useQuery } from "@tanstack/react-query";
import { type Address, type Client, zeroHash } from "viem";
import { readContract } from "viem/actions";
import { useClient } from "wagmi";
import { directoryAbi } from "../../../../../books/abi.ts";
import { t } from "../../../../../books/say.ts";
import { ActButton } from "../../../shared/act/ActButton.tsx";
import { ActStatus } from "../../../shared/act/ActStatus.tsx";
import { useAct } from "../../../shared/act/useAct.ts";
import { queryClient } from "../../../shared/chain/queries.ts";
import { formatDay } from "../../../shared/format/time.ts";
import { rich } from "../../../shared/language/rich.ts";
import { Note } from "../../../shared/ui/Note.tsx";
import { useFounding } from "../useFounding.ts";
import { furtherCall, furtherOf } from "./call.ts";

/** Founders beyond the twelfth, whom a second signature admits. */
export function FurtherFounders({ directory }: { directory: Address }) {
  const { charter } = useFounding();
  const client = useClient() as Client;
  const act = useAct(`further:${directory}`);
  const { length: count } = furtherOf(charter);
  const { data } = useQuery(
    {
      queryKey: ["further-founders", directory, act.state.step],
      enabled: count > 0,
      queryFn: () => readContract(client, { address: directory, abi: directoryAbi, functionName: "foundersAwaited" }),
    },
    queryClient,
  );
  if (count === 0) return null;
  if (data?.[0] === zeroHash) {
    return <Note tone="good">{t`The other ${count} founders are members too.`}</Note>;
  }
  return (
    <Note tone="wait">
      <p className="mb-3">
        {data
          ? rich`${<strong>{t`Founders who are not members yet: ${count}.`}</strong>} The charter names them; a second signature lets them in, until ${formatDay(Number(data[1]))}. Anyone can give it.`
          : t`Asking the chain.`}
      </p>
      <ActButton act={act} label={t`Admit the other founders`} call={() => furtherCall(directory, charter)} />
      <ActStatus act={act} />
    </Note>
  );
}
