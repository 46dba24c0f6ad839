import { useQuery } from "@apollo/client/react";
import { Skeleton, Stack, Text } from "@mantine/core";
import { ErrorState } from "../../components/error-state.js";
import { FactList } from "../../components/fact-list.js";
import { TextLink } from "../../components/links.js";
import { Moment } from "../../components/moment.js";
import { PageTitle } from "../../components/page-title.js";
import { SettingsSection } from "../../components/settings-section.js";
import { StatusWord } from "../../components/status-word.js";
import { AccountDocument } from "../../features/account/account.graphql.js";
import { OwnKeys } from "../../features/account/own-keys.js";
import { PasswordForm } from "../../features/account/password-form.js";
import { SessionList } from "../../features/account/session-list.js";
import { keyStatus } from "../../features/api-key/key-status.js";
import type { AccountQuery } from "../../gql/graphql.js";
import { useNow } from "../../lib/now.js";
import { accountText } from "../../messages/account.js";
import { commonText } from "../../messages/common.js";
import { organizationsText } from "../../messages/organizations.js";

const text = accountText;
type Account = Extract<NonNullable<AccountQuery["viewer"]>, { __typename: "User" }>;

export function AccountPage() {
  const { data, error, refetch } = useQuery(AccountDocument);
  const account = data?.viewer?.__typename === "User" ? data.viewer : null;
  return (
    <>
      <PageTitle title={text.title} context={account?.email} lead={text.lead} />
      {error && account === null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && account === null && <Skeleton h={320} aria-busy aria-label={commonText.loading} />}
      {account !== null && <Sections account={account} />}
    </>
  );
}

function Sections({ account }: { account: Account }) {
  const now = useNow();
  const { id: me, email, memberships, sessions } = account;
  return (
    <Stack gap="lg">
      <SettingsSection title={text.you} lead={text.youLead}>
        <FactList
          facts={[
            [text.name, account.name],
            [text.email, email],
            [text.since, <Moment key="since" at={account.createdAt} as="date" />],
            [text.memberOf, <Memberships key="memberships" memberships={memberships} />],
          ]}
        />
      </SettingsSection>
      <SettingsSection title={text.password} lead={text.passwordLead}>
        <PasswordForm email={email} />
      </SettingsSection>
      <SettingsSection title={text.sessions} lead={text.sessionsLead}>
        <SessionList sessions={sessions ?? []} />
      </SettingsSection>
      {memberships.length > 0 && (
        <SettingsSection title={text.keys} lead={text.keysLead}>
          <Stack gap="md">
            {memberships.map(({ id, role, organization }) => (
              <OwnKeys
                key={id}
                organization={organization}
                me={me}
                readsAll={role !== "MEMBER"}
                status={(apiKey) => <StatusWord {...keyStatus(apiKey, now)} />}
              />
            ))}
          </Stack>
        </SettingsSection>
      )}
    </Stack>
  );
}

function Memberships({ memberships }: Pick<Account, "memberships">) {
  if (memberships.length === 0) return text.noOrganization;
  return memberships.map(({ id, role, organization }) => (
    <div key={id}>
      <TextLink to="/o/$org" params={{ org: organization.slug }} fz="sm">
        {organization.name}
      </TextLink>{" "}
      <Text span size="sm" c="dimmed">
        {organizationsText.roles[role]}
      </Text>
    </div>
  ));
}
