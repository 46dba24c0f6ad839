import { useMutation } from "@apollo/client/react";
import { Button, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { nameRule, passwordRule } from "@postern/shared";
import { useState } from "react";
import { PasswordField } from "../../components/password-field.js";
import { RefusalAlert } from "../../components/refusal-alert.js";
import { required } from "../../lib/form-rules.js";
import { refusalFrom } from "../../lib/refusal.js";
import { useFormSubmit } from "../../lib/use-form-submit.js";
import { invitationText } from "../../messages/invitation.js";
import { AcceptInvitationDocument } from "./invitation.graphql.js";

const text = invitationText;

interface Props {
  token: string;
  email: string;
  /** The name of the account that is signed in already and is invited. */
  signedInAs: string | null;
  onJoined: () => Promise<void>;
}

/**
 * A new account, or the password of the one that the address has. Which of them it is, the invited person
 * knows and the server does not tell.
 */
export function AcceptForm({ token, email, signedInAs, onJoined }: Props) {
  const [isNew, setIsNew] = useState(signedInAs === null);
  const { form, submit, refusal, mayBeKnown } = useAccept(token, isNew, setIsNew, onJoined);
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <RefusalAlert title={text.failed} refusal={refusal} />
        {mayBeKnown && <Text size="sm">{text.maybeKnown}</Text>}
        {signedInAs === null ? (
          <div>
            <Text size="sm" fw={600} mb={4} id="account-kind">
              {text.which}
            </Text>
            <SegmentedControl
              aria-labelledby="account-kind"
              fullWidth
              withItemsBorders={false}
              transitionDuration={0}
              value={isNew ? "new" : "known"}
              onChange={(value) => setIsNew(value === "new")}
              data={[
                { value: "new", label: text.isNew },
                { value: "known", label: text.isKnown },
              ]}
            />
          </div>
        ) : (
          <Text size="sm">{text.signedInAs(signedInAs)}</Text>
        )}
        <TextInput
          label={text.email}
          description={text.emailHint}
          value={email}
          readOnly
          variant="filled"
          type="email"
          autoComplete="username"
        />
        {isNew && <TextInput label={text.name} autoComplete="name" {...form.getInputProps("name")} />}
        <PasswordField
          key={isNew ? "new" : "known"}
          label={isNew ? text.newPassword : text.password}
          description={isNew ? text.newPasswordHint : text.knownHint}
          autoComplete={isNew ? "new-password" : "current-password"}
          {...form.getInputProps("password")}
        />
        <Button type="submit" loading={form.submitting} fullWidth mt="xs">
          {text.submit}
        </Button>
      </Stack>
    </form>
  );
}

function useAccept(
  token: string,
  isNew: boolean,
  setIsNew: (isNew: boolean) => void,
  onJoined: () => Promise<void>,
) {
  const [accept] = useMutation(AcceptInvitationDocument, { fetchPolicy: "no-cache" });
  const [mayBeKnown, setMayBeKnown] = useState(false);
  const form = useForm({
    initialValues: { name: "", password: "" },
    validate: {
      name: (value) => (isNew ? required(nameRule)(value) : null),
      password: (value) => {
        if (isNew) return required(passwordRule)(value);
        return value === "" ? text.missingPassword : null;
      },
    },
  });
  const { submit, refusal } = useFormSubmit(form, ["name", "password"], async ({ name, password }) => {
    setMayBeKnown(false);
    try {
      await accept({ variables: { input: { token, name: isNew ? name : null, password } } });
      await onJoined();
    } catch (error) {
      const { code, fields } = refusalFrom(error);
      // The server misses a name only where there is no account yet.
      if (fields.some(({ path }) => path === "input.name")) setIsNew(true);
      setMayBeKnown(isNew && code === "UNAUTHENTICATED");
      throw error;
    }
  });

  return { form, submit, refusal, mayBeKnown };
}
