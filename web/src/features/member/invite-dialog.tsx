import { useMutation } from "@apollo/client/react";
import { Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { emailRule } from "@postern/shared";
import { useState } from "react";
import { FormDialog } from "../../components/form-dialog.js";
import { Moment } from "../../components/moment.js";
import { OneTimeLinkDialog } from "../../components/one-time-link-dialog.js";
import type { InviteMemberMutation, OrganizationRole } from "../../gql/graphql.js";
import { required } from "../../lib/form-rules.js";
import { useFormSubmit } from "../../lib/use-form-submit.js";
import { membersText } from "../../messages/members.js";
import { InvitationsDocument, InviteMemberDocument } from "./member.graphql.js";
import { givableRoles, type MembersPlace } from "./members-place.js";
import { RoleRadios } from "./role-radios.js";

const text = membersText;
type Made = InviteMemberMutation["inviteMember"];

/** Whom to invite as what; then the link, for the only time. */
export function InviteDialog({ place, onClose }: { place: MembersPlace; onClose: () => void }) {
  // The link is in this state alone: no cache has it, and closing forgets it.
  const [made, setMade] = useState<Made | null>(null);
  return made === null ? (
    <InviteForm place={place} onClose={onClose} onMade={setMade} />
  ) : (
    <OneTimeLinkDialog
      title={text.linkTitle}
      lead={
        <Text size="sm">
          {text.linkLead(made.invitation.email)} <strong>{text.linkOnce}</strong>
        </Text>
      }
      url={made.url}
      copyLabel={text.copyLink}
      linkLabel={text.linkLabel}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed" component="div">
        {text.linkExpires} <Moment at={made.invitation.expiresAt} as="date" />. {text.linkWho}
      </Text>
    </OneTimeLinkDialog>
  );
}

interface FormProps {
  place: MembersPlace;
  onClose: () => void;
  onMade: (made: Made) => void;
}

function InviteForm({ place, onClose, onMade }: FormProps) {
  const [invite] = useMutation(InviteMemberDocument, {
    fetchPolicy: "no-cache",
    refetchQueries: [InvitationsDocument],
  });
  const form = useForm({
    initialValues: { email: "", role: "MEMBER" as OrganizationRole },
    validate: { email: required(emailRule) },
  });
  const { submit, refusal } = useFormSubmit(form, ["email", "role"], async (values) => {
    const { data } = await invite({
      variables: { input: { organizationId: place.organization.id, ...values } },
    });
    if (data) onMade(data.inviteMember);
  });

  return (
    <FormDialog
      title={text.inviteTitle}
      submitLabel={text.inviteSubmit}
      busy={form.submitting}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={text.email}
        description={text.emailHint}
        type="email"
        autoComplete="off"
        data-autofocus
        {...form.getInputProps("email")}
      />
      <RoleRadios
        roles={givableRoles(place)}
        value={form.values.role}
        error={form.errors["role"] as string | undefined}
        onChange={(role) => form.setFieldValue("role", role)}
      />
      {form.values.role === "MEMBER" && (
        <Text size="sm" c="dimmed">
          {text.memberNote}
        </Text>
      )}
    </FormDialog>
  );
}
