import { useApolloClient } from "@apollo/client/react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { DoorPage } from "../../components/door-page.js";
import { PageTitle } from "../../components/page-title.js";
import { SetupForm } from "../../features/session/setup-form.js";
import { setupText } from "../../messages/setup.js";

const route = getRouteApi("/setup");

export function SetupPage() {
  const { setupToken } = route.useRouteContext();
  const client = useApolloClient();
  const navigate = useNavigate();

  async function enter() {
    await client.clearStore();
    await navigate({ to: "/", replace: true });
  }

  return (
    <DoorPage>
      <PageTitle title={setupText.title} lead={setupText.lead} />
      <SetupForm token={setupToken} onSetUp={enter} />
    </DoorPage>
  );
}
