import { useApolloClient } from "@apollo/client/react";
import { getRouteApi } from "@tanstack/react-router";
import { PageTitle } from "../../components/page-title.js";
import { InvitationList } from "../../features/member/invitation-list.js";
import { InviteButton } from "../../features/member/invite-button.js";
import { MemberList } from "../../features/member/member-list.js";
import { OrganizationDocument } from "../../features/organization/organization.graphql.js";
import { membersText } from "../../messages/members.js";
import { forgetOrganization } from "../forget.js";
import { useOrganization } from "../place.js";

const route = getRouteApi("/signed-in/o/$org/members");

export function OrganizationMembersPage() {
  const organization = useOrganization();
  const { viewerRole, viewerPermissions } = organization;
  const { q } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useApolloClient();
  const manages = viewerPermissions.includes("member:manage");
  const place = { organization, viewerRole, viewerPermissions };

  async function leave() {
    await navigate({ to: "/", search: { all: true } });
    forgetOrganization(client, organization.id);
  }

  return (
    <>
      <PageTitle
        title={membersText.title}
        context={organization.name}
        lead={manages ? membersText.lead : membersText.leadLocked}
        action={manages ? <InviteButton place={place} /> : undefined}
      />
      <MemberList
        place={place}
        search={q}
        onSearch={(search) => void navigate({ search: { q: search }, replace: true })}
        onOwnAccess={() => void client.refetchQueries({ include: [OrganizationDocument] })}
        onLeft={leave}
      />
      {manages && <InvitationList organizationId={organization.id} />}
    </>
  );
}
