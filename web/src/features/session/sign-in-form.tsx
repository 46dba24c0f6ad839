import { useMutation } from "@apollo/client/react";
import { Button, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { emailRule } from "@postern/shared";
import { PasswordField } from "../../components/password-field.js";
import { RefusalAlert } from "../../components/refusal-alert.js";
import { required } from "../../lib/form-rules.js";
import { useFormSubmit } from "../../lib/use-form-submit.js";
import { signInText } from "../../messages/sign-in.js";
import { SignInDocument } from "./session.graphql.js";

const text = signInText;

/** E-mail and password; `onSignedIn` runs once the browser holds the session's cookie. */
export function SignInForm({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const [signIn] = useMutation(SignInDocument, { fetchPolicy: "no-cache" });
  const form = useForm({
    initialValues: { email: "", password: "" },
    validate: {
      email: required(emailRule),
      password: (value) => (value === "" ? text.missingPassword : null),
    },
  });
  const { submit, refusal } = useFormSubmit(form, ["email", "password"], async (input) => {
    await signIn({ variables: { input } });
    await onSignedIn();
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <RefusalAlert title={text.failed} refusal={refusal} />
        <TextInput
          label={text.email}
          type="email"
          autoComplete="username"
          autoFocus
          {...form.getInputProps("email")}
        />
        <PasswordField
          label={text.password}
          autoComplete="current-password"
          {...form.getInputProps("password")}
        />
        <Button type="submit" loading={form.submitting} fullWidth mt="xs">
          {text.submit}
        </Button>
      </Stack>
    </form>
  );
}
