import { useQuery } from "@apollo/client/react";
import { Badge, Group, Paper, SimpleGrid, Skeleton, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { EmptyState } from "../../components/empty-state.js";
import { ErrorState } from "../../components/error-state.js";
import { TextLink } from "../../components/links.js";
import { LoadMore } from "../../components/load-more.js";
import { commonText } from "../../messages/common.js";
import { organizationsText } from "../../messages/organizations.js";
import { OrganizationsDocument } from "./organization.graphql.js";

const PAGE = 20;

/** The organizations that the reader belongs to. */
export function OrganizationList({ create }: { create: ReactNode }) {
  const { data, error, loading, refetch, fetchMore } = useQuery(OrganizationsDocument, {
    variables: { first: PAGE },
  });
  if (data === undefined) {
    if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
    return (
      <SimpleGrid cols={{ base: 1, sm: 2 }} aria-busy aria-label={commonText.loading}>
        <Skeleton h={74} />
        <Skeleton h={74} />
      </SimpleGrid>
    );
  }
  const { edges } = data.organizations;
  if (edges.length === 0) {
    return <EmptyState title={organizationsText.empty} lead={organizationsText.emptyLead} action={create} />;
  }
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {edges.map(({ node }) => (
          <Paper key={node.id} component="article" withBorder bg="var(--surface)" p="md">
            <Group justify="space-between" wrap="nowrap">
              <TextLink to="/o/$org" params={{ org: node.slug }} fw={600} miw={0}>
                {node.name}
              </TextLink>
              {node.viewerRole !== null && (
                <Badge variant="light" color="gray">
                  {organizationsText.roles[node.viewerRole]}
                </Badge>
              )}
            </Group>
            <Text className="mono" c="dimmed">
              {node.slug}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
      <LoadMore list={data.organizations} loading={loading} onMore={fetchMore} />
    </>
  );
}
