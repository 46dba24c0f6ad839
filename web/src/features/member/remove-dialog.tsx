import { useMutation, useQuery } from "@apollo/client/react";
import { Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { ConfirmDialog } from "../../components/confirm-dialog.js";
import type { MemberRowFragment } from "../../gql/graphql.js";
import { membersText } from "../../messages/members.js";
import { MemberKeysDocument, MembersDocument, RemoveMemberDocument } from "./member.graphql.js";
import type { MembersPlace } from "./members-place.js";

const text = membersText;

interface Props {
  member: MemberRowFragment;
  isMe: boolean;
  place: MembersPlace;
  onClose: () => void;
  onRemoved: () => Promise<void>;
}

/** Asks before somebody leaves, and says which of their keys stop with that. */
export function RemoveDialog({ member, isMe, place, onClose, onRemoved }: Props) {
  const [remove] = useMutation(
    RemoveMemberDocument,
    isMe ? {} : { refetchQueries: [MembersDocument], awaitRefetchQueries: true },
  );
  const { organization } = place;
  const { name } = member.user;

  async function confirm() {
    await remove({ variables: { id: member.id } });
    notifications.show({ message: isMe ? text.left(organization.name) : text.removed(name) });
    await onRemoved();
  }

  return (
    <ConfirmDialog
      title={isMe ? text.leaveTitle(organization.name) : text.removeTitle(name)}
      lead={
        <Stack gap="xs">
          <Text size="sm">{isMe ? text.leaveLead : text.removeLead(name)}</Text>
          <Text size="sm">{isMe ? text.leaveKeys : text.removeKeys(name)}</Text>
          <AffectedKeys member={member} place={place} />
        </Stack>
      }
      confirmLabel={isMe ? text.leaveSubmit : text.removeSubmit}
      failedTitle={isMe ? text.leaveFailed : text.removeFailed}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}

/** Named where the viewer may read keys; the sentence above holds in any case. */
function AffectedKeys({ member, place }: Pick<Props, "member" | "place">) {
  const { data } = useQuery(MemberKeysDocument, {
    skip: !place.viewerPermissions.includes("organizationApiKey:read"),
    variables: { organization: place.organization.id, member: member.user.id },
    fetchPolicy: "network-only",
  });
  const keys = data?.organization?.apiKeys;
  if (!keys) return null;
  const names = keys.edges.map(({ node }) => node.name);
  return (
    <Text size="sm" fw={keys.totalCount > 0 ? 600 : undefined}>
      {keys.totalCount === 0 ? text.removeNoKeys : text.removeKeysNamed(keys.totalCount, names)}
    </Text>
  );
}
