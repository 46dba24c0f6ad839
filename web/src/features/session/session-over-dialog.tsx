import { useMutation } from "@apollo/client/react";
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { AlertDialog } from "../../components/alert-dialog.js";
import { PasswordField } from "../../components/password-field.js";
import { RefusalAlert } from "../../components/refusal-alert.js";
import { useFormSubmit } from "../../lib/use-form-submit.js";
import { commonText } from "../../messages/common.js";
import { sessionOverText, signInText } from "../../messages/sign-in.js";
import { SignInDocument } from "./session.graphql.js";

const text = sessionOverText;

interface Props {
  /** The account that the page belongs to. */
  email: string;
  onSomebodyElse: () => void;
}

/** Asks for the password of the account whose page stands behind, and stays. It is gone once the session is there. */
export function SessionOverDialog({ email, onSomebodyElse }: Props) {
  const [signIn] = useMutation(SignInDocument, { fetchPolicy: "no-cache" });
  const form = useForm({
    initialValues: { password: "" },
    validate: { password: (value) => (value === "" ? signInText.missingPassword : null) },
  });
  const { submit, refusal } = useFormSubmit(form, ["password"], ({ password }) =>
    signIn({ variables: { input: { email, password } } }),
  );

  return (
    <AlertDialog title={text.title} lead={<Text size="sm">{text.lead}</Text>} zIndex={500}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <RefusalAlert title={signInText.failed} refusal={refusal} />
          <TextInput
            label={signInText.email}
            type="email"
            autoComplete="username"
            value={email}
            readOnly
            variant="filled"
          />
          <PasswordField
            label={signInText.password}
            autoComplete="current-password"
            data-autofocus
            visibilityToggleButtonProps={{ "aria-label": commonText.showPassword, tabIndex: 0 }}
            {...form.getInputProps("password")}
          />
          <Group justify="space-between" gap="xs" wrap="wrap-reverse">
            <Button variant="subtle" onClick={onSomebodyElse}>
              {text.somebodyElse}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {signInText.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </AlertDialog>
  );
}
