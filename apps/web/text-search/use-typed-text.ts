import { useState } from "react";

/** The text that is typed, until it is applied. The address decides as soon as it names another. */
export function useTypedText(applied: string) {
  const [seen, setSeen] = useState(applied);
  const [typed, setTyped] = useState(applied);
  if (applied !== seen) {
    setSeen(applied);
    setTyped(applied);
  }
  return [typed, setTyped] as const;
}
