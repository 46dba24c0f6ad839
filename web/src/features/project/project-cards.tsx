import { useQuery } from "@apollo/client/react";
import { SimpleGrid, Skeleton } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { EmptyState } from "../../components/empty-state.js";
import { LoadMore } from "../../components/load-more.js";
import { Pending } from "../../components/pending.js";
import { dayAgo } from "../../lib/time.js";
import { commonText } from "../../messages/common.js";
import { projectsText } from "../../messages/projects.js";
import { ProjectsDocument } from "./project.graphql.js";
import { ProjectCard } from "./project-card.js";

const PAGE = 20;

interface Props {
  organization: { id: string; slug: string };
  /** The button that creates a project; absent for those who may not. */
  create: ReactNode | null;
}

/** The organization's projects as far as the reader may see them. */
export function ProjectCards({ organization, create }: Props) {
  const [since] = useState(() => dayAgo(new Date()).toISOString());
  const { data, error, loading, refetch, fetchMore } = useQuery(ProjectsDocument, {
    variables: { organization: organization.id, first: PAGE, since },
  });
  const projects = data?.organization?.projects;
  if (projects === undefined) {
    return (
      <Pending error={error} gone={data !== undefined} onRetry={() => void refetch()}>
        <CardSkeletons />
      </Pending>
    );
  }
  const { edges } = projects;
  if (edges.length === 0) {
    return (
      <EmptyState
        title={projectsText.empty}
        lead={create === null ? projectsText.emptyLocked : projectsText.emptyLead}
        action={create}
      />
    );
  }
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }}>
        {edges.map(({ node }) => (
          <ProjectCard key={node.id} project={node} organization={organization.slug} />
        ))}
      </SimpleGrid>
      <LoadMore list={projects} loading={loading} onMore={fetchMore} />
    </>
  );
}

function CardSkeletons() {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} aria-busy aria-label={commonText.loading}>
      {[1, 2, 3].map((card) => (
        <Skeleton key={card} h={196} />
      ))}
    </SimpleGrid>
  );
}
