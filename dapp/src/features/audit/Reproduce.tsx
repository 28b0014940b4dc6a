import { t } from "../../../../books/say.ts";
import { useConfig } from "../../shared/config/useConfig.ts";
import { rich } from "../../shared/language/rich.ts";
import { CopyButton } from "../../shared/ui/CopyButton.tsx";
import { Sheet } from "../../shared/ui/Sheet.tsx";

/** The command that makes the same audit without this page, at the same block. */
export function Reproduce({ block }: { block: bigint }) {
  const { rpcUrl, directory } = useConfig();
  const command = `npm run audit -- --rpc ${rpcUrl} --coop ${directory} --block ${block}`;
  return (
    <Sheet title={t`Check it without this page`} aside={<CopyButton text={command} what={t`the command`} />}>
      <p className="mb-3 max-w-[46rem]">{rich`The same questions, and some more, are asked by a command on your own computer. It is written with another library and needs nothing of ours that is running: a copy of the source code, and any node of the chain. Put another node's address after ${<code>--rpc</code>} if you do not trust this one, and add ${<code>--out FOLDER</code>} to get the journal as files.`}</p>
      <pre className="small rounded-xl bg-sunken p-4 whitespace-pre-wrap wrap-anywhere">
        <code>{command}</code>
      </pre>
    </Sheet>
  );
}
