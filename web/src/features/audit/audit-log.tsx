import { useQuery } from "@apollo/client/react";
import { Paper, Skeleton, VisuallyHidden } from "@mantine/core";
import { EmptyState } from "../../components/empty-state.js";
import { LoadMore } from "../../components/load-more.js";
import { NothingFound } from "../../components/nothing-found.js";
import { Pending } from "../../components/pending.js";
import { errorInPlace } from "../../lib/refusal.js";
import { auditText } from "../../messages/audit.js";
import { commonText } from "../../messages/common.js";
import { AuditLogDocument } from "./audit.graphql.js";
import { AuditFilters } from "./audit-filters.js";
import { AuditRow } from "./audit-row.js";
import { type AuditSearch, filterOf, isFiltered, NO_FILTERS } from "./audit-search.js";
import "./audit.css";

const PAGE = 50;
const text = auditText;

interface Props {
  organization: { id: string; slug: string };
  search: AuditSearch;
  onSearch: (patch: AuditSearch) => void;
}

/** What happened in the organization, newest first, with what narrows it. */
export function AuditLog({ organization, search, onSearch }: Props) {
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(AuditLogDocument, {
    variables: { organization: organization.id, filter: filterOf(search), first: PAGE },
  });
  const failure = errorInPlace(error, data);
  const log = (data ?? previousData)?.organization?.auditLog;
  const entries = log?.edges.map(({ node }) => node) ?? [];
  return (
    <>
      <AuditFilters organizationId={organization.id} search={search} onSearch={onSearch} entries={entries} />
      {!log || failure ? (
        <Pending error={failure} gone={data !== undefined} onRetry={() => void refetch()}>
          <Skeleton h={320} aria-busy aria-label={commonText.loading} />
        </Pending>
      ) : (
        <div aria-busy={loading}>
          <VisuallyHidden role="status">{loading ? "" : text.results(log.totalCount)}</VisuallyHidden>
          {entries.length === 0 && !isFiltered(search) && (
            <EmptyState title={text.empty} lead={text.emptyLead} />
          )}
          {entries.length === 0 && isFiltered(search) && (
            <NothingFound title={text.none} lead={text.noneLead} onShow={() => onSearch(NO_FILTERS)} />
          )}
          {entries.length > 0 && (
            <>
              <Paper
                component="ol"
                className="rows"
                withBorder
                bg="var(--surface)"
                p={0}
                m={0}
                aria-label={text.listLabel}
              >
                {entries.map((entry) => (
                  <AuditRow key={entry.id} entry={entry} org={organization.slug} onSearch={onSearch} />
                ))}
              </Paper>
              <LoadMore list={log} loading={loading} onMore={fetchMore} />
            </>
          )}
        </div>
      )}
    </>
  );
}
