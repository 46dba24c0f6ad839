import { useMutation } from "@apollo/client/react";
import { Alert, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { FormDialog } from "../../components/form-dialog.js";
import type { MemberRowFragment } from "../../gql/graphql.js";
import { type Refusal, refusalFrom } from "../../lib/refusal.js";
import { membersText } from "../../messages/members.js";
import { type AccessDraft, accessPlan } from "./access-plan.js";
import { SetProjectRoleDocument, UpdateMemberDocument } from "./member.graphql.js";
import { givableRoles, type MembersPlace } from "./members-place.js";
import { ProjectRolesField } from "./project-roles-field.js";
import { RoleRadios } from "./role-radios.js";

const text = membersText;

interface Props {
  member: MemberRowFragment;
  isMe: boolean;
  place: MembersPlace;
  onClose: () => void;
  onSaved: () => void;
}

/** What a member is in the organization and in its projects, changed in one go. */
export function AccessDialog({ member, isMe, place, onClose, onSaved }: Props) {
  const [draft, setDraft] = useState<AccessDraft>({
    role: member.role,
    projects: Object.fromEntries(member.projectRoles.map(({ project, role }) => [project.id, role])),
  });
  const { save, busy, refusal } = useSaveAccess(member);
  const { name } = member.user;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await save(draft))) return;
    notifications.show({ message: text.saved(name) });
    onSaved();
  }

  return (
    <FormDialog
      title={text.accessTitle(name)}
      submitLabel={text.accessSubmit}
      busy={busy}
      refusal={refusal}
      onSubmit={(event) => void submit(event)}
      onClose={onClose}
    >
      <RoleRadios
        roles={givableRoles(place)}
        value={draft.role}
        onChange={(role) => setDraft({ ...draft, role })}
      />
      {isMe && member.role !== "MEMBER" && draft.role === "MEMBER" && (
        <Alert color="amber" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          {text.demoteSelf}
        </Alert>
      )}
      {draft.role === "MEMBER" ? (
        <ProjectRolesField
          organizationId={place.organization.id}
          known={member.projectRoles.map(({ project }) => project)}
          value={draft.projects}
          onChange={(projects) => setDraft({ ...draft, projects })}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {text.projectsEvery}
        </Text>
      )}
    </FormDialog>
  );
}

/** Makes the changes one after the other. What was done before one is refused stays; saving again goes on. */
function useSaveAccess(member: MemberRowFragment) {
  const [update] = useMutation(UpdateMemberDocument);
  const [setRole] = useMutation(SetProjectRoleDocument);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function save(draft: AccessDraft): Promise<boolean> {
    setBusy(true);
    setRefusal(null);
    const plan = accessPlan(member, draft);
    try {
      for (const change of plan.projects)
        await setRole({ variables: { input: { membershipId: member.id, ...change } } });
      if (plan.role !== null) await update({ variables: { input: { id: member.id, role: plan.role } } });
      return true;
    } catch (error) {
      setRefusal(refusalFrom(error));
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { save, busy, refusal };
}
