import { useSearchText } from "../lib/use-search-text.js";
import { SearchInput } from "./search-input.js";

const SETTLED_MS = 200;

interface Props {
  label: string;
  value: string | undefined;
  onSearch: (text: string | undefined) => void;
}

/** Searches as it is typed; the address may change what is in it. */
export function SearchField({ label, value = "", onSearch }: Props) {
  const field = useSearchText({ value, onSearch, settledMs: SETTLED_MS });
  return <SearchInput label={label} w={{ base: "100%", xs: 320 }} {...field} />;
}
