import { useApolloClient } from "@apollo/client/react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { DoorPage } from "../../components/door-page.js";
import { InvitationView } from "../../features/invitation/invitation-view.js";
import { SignOutDocument } from "../../features/session/session.graphql.js";

const route = getRouteApi("/invitations/$token");

export function InvitationPage() {
  const { token } = route.useParams();
  const client = useApolloClient();
  const navigate = useNavigate();

  async function enter() {
    await client.clearStore();
    await navigate({ to: "/", replace: true });
  }
  async function signOut() {
    await client.mutate({ mutation: SignOutDocument, fetchPolicy: "no-cache" });
  }

  return (
    <DoorPage>
      <InvitationView token={token} onJoined={enter} signOut={signOut} />
    </DoorPage>
  );
}
