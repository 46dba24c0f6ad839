import { useQuery } from "@apollo/client/react";
import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { ErrorState } from "../../components/error-state.js";
import { ButtonLink } from "../../components/links.js";
import { Moment } from "../../components/moment.js";
import { PageTitle } from "../../components/page-title.js";
import { RefusalAlert } from "../../components/refusal-alert.js";
import { useAttempt } from "../../lib/use-attempt.js";
import { commonText } from "../../messages/common.js";
import { errorsText } from "../../messages/errors.js";
import { invitationText } from "../../messages/invitation.js";
import { AcceptForm } from "./accept-form.js";
import { OfferedInvitationDocument } from "./invitation.graphql.js";

const text = invitationText;

interface Props {
  token: string;
  onJoined: () => Promise<void>;
  /** Ends the session of this browser, upon which the page is loaded anew; rejects when the server refuses. */
  signOut: () => Promise<void>;
}

/** Who invites into what, and the form that accepts it. */
export function InvitationView({ token, onJoined, signOut }: Props) {
  const { data, error, refetch } = useQuery(OfferedInvitationDocument, {
    variables: { token },
    // The token is in the question: nothing of it is kept.
    fetchPolicy: "no-cache",
  });
  if (error) return <Untold onRetry={() => void refetch()} error={error} />;
  if (data === undefined) return <Skeleton h={320} aria-busy aria-label={commonText.loading} />;

  const { invitation } = data;
  const viewer = data.viewer?.__typename === "User" ? data.viewer : null;
  if (invitation === null) return <Over signedIn={viewer !== null} />;
  if (viewer !== null && viewer.email !== invitation.email) {
    return <SomebodyElse viewer={viewer.email} email={invitation.email} onSignOut={signOut} />;
  }
  return (
    <>
      <PageTitle
        title={text.title(invitation.organizationName)}
        context={text.context}
        lead={
          <>
            {text.lead(invitation.invitedBy, invitation.role)} {text.until}{" "}
            <Moment at={invitation.expiresAt} as="date" />.
          </>
        }
      />
      <AcceptForm
        token={token}
        email={invitation.email}
        signedInAs={viewer?.name ?? null}
        onJoined={onJoined}
      />
    </>
  );
}

function Untold({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <>
      <PageTitle title={text.context} />
      <ErrorState error={error} onRetry={onRetry} />
    </>
  );
}

function Over({ signedIn }: { signedIn: boolean }) {
  return (
    <>
      <PageTitle title={text.overTitle} lead={text.over} />
      <ButtonLink to="/" variant="default">
        {signedIn ? text.overHome : text.overSignIn}
      </ButtonLink>
    </>
  );
}

interface SomebodyElseProps {
  viewer: string;
  email: string;
  onSignOut: () => Promise<void>;
}

function SomebodyElse({ viewer, email, onSignOut }: SomebodyElseProps) {
  const { attempt, busy, refusal } = useAttempt(onSignOut);

  return (
    <>
      <PageTitle title={text.otherTitle} lead={text.other(viewer, email)} />
      <Stack gap="md">
        <RefusalAlert title={errorsText.formTitle} refusal={refusal} />
        <Text size="sm">{text.otherNext}</Text>
        <Group gap="xs">
          <Button onClick={() => void attempt()} loading={busy}>
            {text.otherSignOut}
          </Button>
          <ButtonLink to="/" variant="default">
            {text.otherStay}
          </ButtonLink>
        </Group>
      </Stack>
    </>
  );
}
