import { type Hex, isHex, zeroHash } from "viem";
import { t } from "../../../../books/say.ts";
import { Disclosure } from "../../shared/ui/Disclosure.tsx";
import { Field } from "../../shared/ui/Field.tsx";

type Props = { code: string; onChange: (code: string) => void };

/** The code of a service that looked whether somebody is one person; it speaks for one account ever (M1). Most have none. */
export function AttestationField({ code, onChange }: Props) {
  return (
    <Disclosure label={t`Enter a proof of person`}>
      <Field
        label={t`Code of the proof`}
        hint={t`From a service that checks that nobody joins twice: 0x and 64 characters. It is public, and serves once. Never enter a name or the number of a document.`}
        error={isAttestation(code) ? undefined : t`This is not such a code. Correct it, or leave the field empty.`}
      >
        {(props) => (
          <input {...props} className="input" value={code} onChange={(event) => onChange(event.target.value.trim())} />
        )}
      </Field>
    </Disclosure>
  );
}

/** Empty, or 32 bytes in hexadecimal. */
export const isAttestation = (code: string): boolean => code === "" || (isHex(code) && code.length === 66);

export const attestationOf = (code: string): Hex => (isHex(code) ? code : zeroHash);
