import { useApolloClient } from "@apollo/client/react";
import { Text } from "@mantine/core";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { DoorPage } from "../../components/door-page.js";
import { PageTitle } from "../../components/page-title.js";
import { SignInForm } from "../../features/session/sign-in-form.js";
import { safeNextPath } from "../../lib/next-path.js";
import { signInText } from "../../messages/sign-in.js";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const { next, why } = route.useSearch();
  const client = useApolloClient();
  const router = useRouter();

  async function enter() {
    await client.clearStore();
    await router.navigate({ href: safeNextPath(next), replace: true });
  }

  const lead = why ? signInText.leads[why] : next ? signInText.leadNext : signInText.lead;
  return (
    <DoorPage>
      <PageTitle title={signInText.title} lead={lead} />
      <SignInForm onSignedIn={enter} />
      <Text size="sm" c="dimmed" mt="lg">
        {signInText.noAccount}
      </Text>
    </DoorPage>
  );
}
