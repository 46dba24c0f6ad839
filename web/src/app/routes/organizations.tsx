import { useQuery } from "@apollo/client/react";
import { getRouteApi, Navigate, useNavigate } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { CreateButton } from "../../components/create-button.js";
import { PageTitle } from "../../components/page-title.js";
import { part } from "../../components/part.js";
import { OrganizationsDocument } from "../../features/organization/organization.graphql.js";
import { OrganizationList } from "../../features/organization/organization-list.js";
import { organizationsText } from "../../messages/organizations.js";
import { PagePending } from "./page-pending.js";

const route = getRouteApi("/signed-in/");
const CreateOrganizationDialog = part(() =>
  import("../../features/organization/create-organization-dialog.js").then(
    (module) => module.CreateOrganizationDialog,
  ),
);

export function OrganizationsPage() {
  const { all } = route.useSearch();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const { data, error } = useQuery(OrganizationsDocument, { variables: { first: 20 } });

  if (!all) {
    if (data === undefined && error === undefined) return <PagePending />;
    const only = data?.organizations.totalCount === 1 ? data.organizations.edges[0]?.node : undefined;
    if (only) return <Navigate to="/o/$org" params={{ org: only.slug }} replace />;
  }

  const create = <CreateButton label={organizationsText.create} onClick={() => setCreating(true)} />;
  const isEmpty = data?.organizations.edges.length === 0;
  return (
    <>
      <PageTitle title={organizationsText.title} action={isEmpty ? undefined : create} />
      <OrganizationList create={create} />
      <Suspense>
        {creating && (
          <CreateOrganizationDialog
            onClose={() => setCreating(false)}
            onCreated={(org) => void navigate({ to: "/o/$org", params: { org } })}
          />
        )}
      </Suspense>
    </>
  );
}
