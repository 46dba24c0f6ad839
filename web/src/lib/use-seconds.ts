import { useEffect, useState } from "react";

/** The present, renewed every second while something is counted. */
export function useSeconds(counting: boolean): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    setNow(new Date());
    if (!counting) return;
    const timer = setInterval(() => setNow(new Date()), 1000);
    return () => clearInterval(timer);
  }, [counting]);
  return now;
}
