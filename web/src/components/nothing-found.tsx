import { Button } from "@mantine/core";
import { filtersText } from "../messages/filters.js";
import { EmptyState } from "./empty-state.js";

interface Props {
  title: string;
  lead: string;
  /** The way to what there is, where it is not to clear all filters. */
  label?: string;
  onShow: () => void;
}

/** In the place of a list that search or filters leave empty. */
export function NothingFound({ title, lead, label = filtersText.clearAll, onShow }: Props) {
  return (
    <EmptyState
      title={title}
      lead={lead}
      action={
        <Button variant="default" onClick={onShow}>
          {label}
        </Button>
      }
    />
  );
}
