import { useEffect, useState } from "react";

const REST_MS = 600;

/** The value once it has rested for a moment: whoever is still writing is not followed letter by letter. */
export function useSettled<T>(value: T, key: string): T | undefined {
  const [settled, setSettled] = useState<{ value: T; key: string }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when it is another value
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ value, key }), REST_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return settled?.key === key ? settled.value : undefined;
}
