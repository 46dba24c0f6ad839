import { useQuery } from "@apollo/client/react";
import type { ReactNode } from "react";
import { Pending } from "../../components/pending.js";
import { errorInPlace } from "../../lib/refusal.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { ProjectApiKeysDocument } from "./api-key.graphql.js";
import type { KeySearch } from "./key-search.js";
import { KeySkeleton } from "./key-skeleton.js";
import { KeysView, type OnKeySearch } from "./keys-view.js";
import { keysPage, useKeyQuestion } from "./use-key-question.js";

interface Props {
  project: { id: string; slug: string };
  organization: { id: string; slug: string };
  seesOrganizationKeys: boolean;
  search: KeySearch;
  onSearch: OnKeySearch;
  create?: ReactNode;
}

/** Every key that works in the project: its own and the inherited ones, in one list. */
export function ProjectKeyList(props: Props) {
  const { project, organization, seesOrganizationKeys, search, onSearch, create } = props;
  const question = useKeyQuestion(search, { level: search.level });
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(ProjectApiKeysDocument, {
    variables: { project: project.id, ...question },
  });
  const shown = (data ?? previousData)?.project;
  const failure = errorInPlace(error, data);
  const gone = data !== undefined && !data.project?.apiKeys;

  return (
    <KeysView
      place={{
        organization: organization.slug,
        project: project.slug,
        seesOrganizationKeys,
        showProject: false,
      }}
      organizationId={organization.id}
      lookUp={seesOrganizationKeys ? { organizationId: organization.id } : { projectId: project.id }}
      search={search}
      onSearch={onSearch}
      page={
        !failure && !gone && shown?.apiKeys ? keysPage(shown.apiKeys, shown.hidden, fetchMore) : undefined
      }
      loading={loading}
      failure={
        failure || gone ? (
          <Pending error={failure} gone={gone} onRetry={() => void refetch()}>
            <KeySkeleton />
          </Pending>
        ) : undefined
      }
      emptyLead={create === undefined ? apiKeysText.createLocked : apiKeysText.emptyProject}
      create={create}
    />
  );
}
