// Who is signed in, for every screen inside the frame.
import { createContext, useContext } from "react";
import type { Account } from "../../people/account.ts";

export const MeContext = createContext<Account | null>(null);

/** The signed-in person's account: name, `may`, school, the school's today. */
export function useMe(): Account {
  const me = useContext(MeContext);
  if (me === null) throw new Error("useMe is for screens inside the frame");
  return me;
}
