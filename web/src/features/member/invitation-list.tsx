import { useMutation, useQuery } from "@apollo/client/react";
import { Badge, Button, Paper, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRef, useState } from "react";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import { ErrorState } from "../../components/error-state.js";
import { Moment } from "../../components/moment.js";
import type { InvitationsQuery } from "../../gql/graphql.js";
import { membersText } from "../../messages/members.js";
import { InvitationsDocument, RevokeInvitationDocument } from "./member.graphql.js";
import "./member-list.css";

const text = membersText;
type Invitation = NonNullable<NonNullable<InvitationsQuery["organization"]>["invitations"]>[number];

/** Links that are out and not used yet. Nothing at all while there are none. */
export function InvitationList({ organizationId }: { organizationId: string }) {
  const { data, error, refetch } = useQuery(InvitationsDocument, {
    variables: { organization: organizationId },
  });
  const [asking, setAsking] = useState<Invitation | null>(null);
  const [emptied, setEmptied] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  function revoked() {
    setEmptied(true);
    setAsking(null);
    // The row is gone, and the button that had the focus with it.
    requestAnimationFrame(() => heading.current?.focus());
  }
  const invitations = data?.organization?.invitations ?? [];
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (invitations.length === 0 && !emptied) return null;
  return (
    <section aria-labelledby="open-invitations">
      <Title order={2} mt="xl" id="open-invitations" ref={heading} tabIndex={-1}>
        {text.invitations}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {invitations.length === 0 ? text.invitationsNone : text.invitationsLead}
      </Text>
      <Paper
        component="ul"
        className="rows"
        withBorder={invitations.length > 0}
        bg="var(--surface)"
        p={0}
        m={0}
        aria-labelledby="open-invitations"
      >
        {invitations.map((invitation) => (
          <li key={invitation.id} className="member-invitation">
            <Text size="sm" fw={600}>
              {invitation.email}
            </Text>
            <Badge variant="light" color="gray">
              {text.roles[invitation.role]}
            </Badge>
            <Text size="sm" c="dimmed" component="div">
              {text.invitedBy(invitation.invitedBy.name)} · {text.expires}{" "}
              <Moment at={invitation.expiresAt} />
            </Text>
            <Button
              size="xs"
              variant="outline"
              color="red"
              aria-label={text.revokeOf(invitation.email)}
              onClick={() => setAsking(invitation)}
            >
              {text.revoke}
            </Button>
          </li>
        ))}
      </Paper>
      {asking !== null && (
        <RevokeDialog invitation={asking} onClose={() => setAsking(null)} onRevoked={revoked} />
      )}
    </section>
  );
}

interface DialogProps {
  invitation: Invitation;
  onClose: () => void;
  onRevoked: () => void;
}

function RevokeDialog({ invitation, onClose, onRevoked }: DialogProps) {
  const [revoke] = useMutation(RevokeInvitationDocument, {
    refetchQueries: [InvitationsDocument],
    awaitRefetchQueries: true,
  });

  async function confirm() {
    await revoke({ variables: { id: invitation.id } });
    notifications.show({ message: text.revoked(invitation.email) });
    onRevoked();
  }

  return (
    <ConfirmDialog
      title={text.revokeTitle}
      lead={<Text size="sm">{text.revokeLead(invitation.email)}</Text>}
      confirmLabel={text.revokeSubmit}
      failedTitle={text.revokeFailed}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
