import { RowLink } from "../../components/links.js";
import type { KeyEdge, KeyPlace } from "./key-list.js";
import "./key-fact.css";

interface Props {
  apiKey: KeyEdge["node"];
  place: Pick<KeyPlace, "organization" | "project">;
  label?: string;
}

/** Leads to everything about a key; the list behind stays as it is searched and sorted. */
export function KeyLink({ apiKey: { id, name }, place, label }: Props) {
  const { organization: org, project } = place;
  // Names may be written in either direction; one must not turn what stands beside it.
  const words = <bdi title={name}>{label ?? name}</bdi>;
  return project === undefined ? (
    <RowLink
      to="/o/$org/api-keys/$key"
      params={{ org, key: id }}
      search={true}
      resetScroll={false}
      className="key-link"
    >
      {words}
    </RowLink>
  ) : (
    <RowLink
      to="/o/$org/p/$project/api-keys/$key"
      params={{ org, project, key: id }}
      search={true}
      resetScroll={false}
      className="key-link"
    >
      {words}
    </RowLink>
  );
}
