import { useChainState } from "../chain/useCoop.ts";
import { useConfig } from "../config/useConfig.ts";

type Files = typeof import("./files.ts");
type Taken = Parameters<Files["feedFrom"]>[0];

/** Saves a file that is made when it is asked for. */
export function TakeAlong({
  label,
  file,
}: {
  label: string;
  file: (files: Files, taken: Taken) => ReturnType<Files["feedFrom"]>;
}) {
  const { reading } = useChainState();
  const config = useConfig();
  async function take() {
    if (!reading) return;
    const [files, { saveAsFile }] = await Promise.all([import("./files.ts"), import("../documents/handover.ts")]);
    const { name, text, type } = file(files, { reading, config, pageUrl: location.origin });
    saveAsFile(name, text, type);
  }
  return (
    <button type="button" className="link small" onClick={take}>
      {label}
    </button>
  );
}
