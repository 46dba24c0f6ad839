import { useMutation } from "@apollo/client/react";
import { Button, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { passwordRule } from "@postern/shared";
import { PasswordField } from "../../components/password-field.js";
import { RefusalAlert } from "../../components/refusal-alert.js";
import { required } from "../../lib/form-rules.js";
import { useFormSubmit } from "../../lib/use-form-submit.js";
import { accountText } from "../../messages/account.js";
import { AccountDocument, ChangePasswordDocument } from "./account.graphql.js";

const text = accountText;

/** A new password for who proves the current one. What was typed is gone once it holds. */
export function PasswordForm({ email }: { email: string }) {
  const [change] = useMutation(ChangePasswordDocument, {
    fetchPolicy: "no-cache",
    refetchQueries: [AccountDocument],
  });
  const form = useForm({
    initialValues: { currentPassword: "", newPassword: "" },
    validate: {
      currentPassword: (value) => (value === "" ? text.missingCurrent : null),
      newPassword: (value, { currentPassword }) =>
        required(passwordRule)(value) ?? (value === currentPassword ? text.same : null),
    },
  });
  const { submit, refusal } = useFormSubmit(form, ["currentPassword", "newPassword"], async (input) => {
    await change({ variables: { input } });
    form.reset();
    notifications.show({ message: text.changed });
  });

  return (
    <form onSubmit={submit} noValidate>
      {/* For password managers, which ask whose password it is. */}
      <input type="text" hidden name="username" autoComplete="username" value={email} readOnly />
      <Stack gap="md" maw={480}>
        <RefusalAlert title={text.changeFailed} refusal={refusal} />
        <PasswordField
          label={text.current}
          autoComplete="current-password"
          {...form.getInputProps("currentPassword")}
        />
        <PasswordField
          label={text.next}
          description={text.nextHint}
          autoComplete="new-password"
          {...form.getInputProps("newPassword")}
        />
        <div>
          <Button type="submit" loading={form.submitting}>
            {text.change}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
