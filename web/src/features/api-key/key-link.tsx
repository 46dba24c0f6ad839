import { TextLink } from "../../components/links.js";
import type { KeyEdge, KeyPlace } from "./key-list.js";

interface Props {
  apiKey: KeyEdge["node"];
  place: Pick<KeyPlace, "organization" | "project">;
  label?: string;
}

/** Leads to everything about a key; the list behind stays as it is searched and sorted. */
export function KeyLink({ apiKey: { id, name }, place, label }: Props) {
  const { organization: org, project } = place;
  return project === undefined ? (
    <TextLink
      to="/o/$org/api-keys/$key"
      params={{ org, key: id }}
      search={true}
      resetScroll={false}
      inherit
      fw={600}
    >
      {label ?? name}
    </TextLink>
  ) : (
    <TextLink
      to="/o/$org/p/$project/api-keys/$key"
      params={{ org, project, key: id }}
      search={true}
      resetScroll={false}
      inherit
      fw={600}
    >
      {label ?? name}
    </TextLink>
  );
}
