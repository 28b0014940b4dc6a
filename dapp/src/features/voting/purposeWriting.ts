// Proposals to change what the co-op is for (A8).
import { encodeFunctionData, size, stringToHex } from "viem";
import { directoryAbi } from "../../../../books/abi.ts";
import type { Coop } from "../../../../books/coop.ts";
import { t } from "../../../../books/say.ts";
import { describe } from "../../shared/motion/text.ts";
import { single, type Writing, type Written } from "./written.ts";

/** Bytes: letters with accents have two. */
export const LONGEST_PURPOSE = 2_000;

/** What holds, to be changed. */
export const purposeWritten = ({ purpose = "" }: Coop): Partial<Written> => ({ coopPurpose: purpose });

export const statePurpose: Writing = {
  mistakes: ({ coopPurpose }, { coop }) => {
    const words = coopPurpose.trim();
    const beyond = size(stringToHex(words)) - LONGEST_PURPOSE;
    if (words === "") return { coopPurpose: t`Write what the co-op is for.` };
    if (beyond > 0) return { coopPurpose: t`That is too long for the charter by about ${beyond} letters.` };
    return words === coop.purpose?.trim() ? { coopPurpose: t`The charter says this already.` } : {};
  },
  motion: ({ title, text, coopPurpose }, { modules }) => {
    const args = [coopPurpose.trim()] as const;
    const data = encodeFunctionData({ abi: directoryAbi, functionName: "statePurpose", args });
    return single(3, modules.directory, data, describe(title, text));
  },
};
