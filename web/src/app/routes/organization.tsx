import { useQuery } from "@apollo/client/react";
import { getRouteApi, Outlet } from "@tanstack/react-router";
import { OrganizationDocument } from "../../features/organization/organization.graphql.js";
import { OrganizationContext } from "../place.js";
import { PageFailed } from "./page-failed.js";
import { PageNotFound } from "./page-not-found.js";
import { PagePending } from "./page-pending.js";

const route = getRouteApi("/signed-in/o/$org");

/** Loads the organization that the address names, and shows its pages only when there is one. */
export function OrganizationLayout() {
  const { org } = route.useParams();
  const { data, error, refetch } = useQuery(OrganizationDocument, { variables: { slug: org } });
  if (data === undefined) {
    return error ? <PageFailed error={error} onRetry={() => void refetch()} /> : <PagePending />;
  }
  if (!data.organization) return <PageNotFound what="organization" />;
  return (
    <OrganizationContext value={data.organization}>
      <Outlet />
    </OrganizationContext>
  );
}
