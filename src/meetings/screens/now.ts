// The present moment, so that a meeting that has begun shows what can be done then.
import { useEffect, useState } from "react";

const tickSeconds = 30;

export function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const ticking = setInterval(() => setNow(new Date().toISOString()), tickSeconds * 1000);
    return () => clearInterval(ticking);
  }, []);
  return now;
}
