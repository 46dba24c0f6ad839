import { useQuery } from "@apollo/client/react";
import type { ReactNode } from "react";
import { Pending } from "../../components/pending.js";
import { errorInPlace } from "../../lib/refusal.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { OrganizationApiKeysDocument } from "./api-key.graphql.js";
import { KeySafety } from "./key-safety.js";
import type { KeySearch } from "./key-search.js";
import { KeySkeleton } from "./key-skeleton.js";
import { KeysView, type OnKeySearch } from "./keys-view.js";
import { keysPage, useKeyQuestion } from "./use-key-question.js";

interface Props {
  organization: { id: string; slug: string };
  /** Keys of the organization itself, or those of its projects, all or one. */
  level: "ORGANIZATION" | "PROJECT";
  search: KeySearch;
  onSearch: OnKeySearch;
  project?: { id: string; name: string };
  /** The button that creates a key; absent where none can be created. */
  create?: ReactNode;
}

export function OrganizationKeyList(props: Props) {
  const { organization, level, search, onSearch, project } = props;
  const question = useKeyQuestion(search, { level, projectId: project?.id });
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(OrganizationApiKeysDocument, {
    variables: { organization: organization.id, ...question },
  });
  const shown = (data ?? previousData)?.organization;
  const page = shown?.apiKeys ? keysPage(shown.apiKeys, shown.hidden, fetchMore) : undefined;
  const failure = errorInPlace(error, data);
  const gone = data !== undefined && !data.organization?.apiKeys;
  const { emptyOrganization, emptyProject, emptyProjects } = apiKeysText;
  const ofProjects = project === undefined ? emptyProjects : emptyProject;

  return (
    <KeysView
      place={{
        organization: organization.slug,
        seesOrganizationKeys: true,
        showProject: level === "PROJECT",
      }}
      organizationId={organization.id}
      lookUp={{ organizationId: organization.id }}
      search={search}
      onSearch={onSearch}
      page={failure || gone ? undefined : page}
      loading={loading}
      failure={
        failure || gone ? (
          <Pending error={failure} gone={gone} onRetry={() => void refetch()}>
            <KeySkeleton />
          </Pending>
        ) : undefined
      }
      emptyLead={level === "ORGANIZATION" ? emptyOrganization : ofProjects}
      create={props.create}
      // After the rows: they are what the page was opened for.
      safety={(tools) =>
        page && (
          <KeySafety
            organizationId={organization.id}
            level={level}
            search={search}
            onSearch={onSearch}
            tools={tools}
          />
        )
      }
      projectName={project?.name}
    />
  );
}
