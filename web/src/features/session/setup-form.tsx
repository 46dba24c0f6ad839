import { useMutation } from "@apollo/client/react";
import { Button, Checkbox, Fieldset, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { emailRule, nameRule, passwordRule } from "@postern/shared";
import { useEffect, useState } from "react";
import { PasswordField } from "../../components/password-field.js";
import { RefusalAlert } from "../../components/refusal-alert.js";
import { required } from "../../lib/form-rules.js";
import { takeSetupToken } from "../../lib/setup-token.js";
import { useFormSubmit } from "../../lib/use-form-submit.js";
import { setupText } from "../../messages/setup.js";
import { SetupDocument } from "./session.graphql.js";
import "./setup-form.css";

const text = setupText;
const SECTION = { root: "setup-fields", legend: "setup-legend" };
const FIELDS = ["token", "name", "email", "password", "organizationName", "sampleProject"];

interface Props {
  /** From the set-up link; empty when the address had none. */
  token: string;
  onSetUp: () => Promise<void>;
}

/** The first account and the first organization. */
export function SetupForm({ token, onSetUp }: Props) {
  const [setUp] = useMutation(SetupDocument, { fetchPolicy: "no-cache" });
  const [fromLink, setFromLink] = useState(token !== "");
  const form = useForm({
    initialValues: { token, name: "", email: "", password: "", organizationName: "", sampleProject: true },
    validate: {
      token: (value) => (value.trim() === "" ? text.missingToken : null),
      name: required(nameRule),
      email: required(emailRule),
      password: required(passwordRule),
      organizationName: required(nameRule),
    },
  });
  const { submit, refusal } = useFormSubmit(form, FIELDS, async (values) => {
    try {
      await setUp({ variables: { input: { ...values, token: values.token.trim() } } });
      await onSetUp();
    } catch (error) {
      setFromLink(false);
      throw error;
    }
  });
  const { setFieldValue } = form;

  // The link opened in a tab that already shows this page changes the fragment and nothing else.
  useEffect(() => {
    const take = () => {
      const taken = takeSetupToken();
      if (taken === "") return;
      setFieldValue("token", taken);
      setFromLink(true);
    };
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, [setFieldValue]);

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <RefusalAlert title={text.failed} refusal={refusal} />
        {fromLink ? (
          <Text size="sm" c="dimmed">
            {text.recognized}
          </Text>
        ) : (
          <TextInput
            label={text.token}
            description={text.tokenHint}
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps("token")}
          />
        )}
        <Fieldset legend={text.account} variant="unstyled" classNames={SECTION}>
          <Stack gap="md" mt="sm">
            <TextInput label={text.name} autoComplete="name" {...form.getInputProps("name")} />
            <TextInput
              label={text.email}
              type="email"
              autoComplete="username"
              {...form.getInputProps("email")}
            />
            <PasswordField
              label={text.password}
              description={text.passwordHint}
              autoComplete="new-password"
              {...form.getInputProps("password")}
            />
          </Stack>
        </Fieldset>
        <Fieldset legend={text.organization} variant="unstyled" classNames={SECTION}>
          <Stack gap="md" mt="sm">
            <TextInput
              label={text.organizationName}
              autoComplete="organization"
              {...form.getInputProps("organizationName")}
            />
            <Checkbox
              label={text.sample}
              description={text.sampleHint}
              {...form.getInputProps("sampleProject", { type: "checkbox" })}
            />
          </Stack>
        </Fieldset>
        <Button type="submit" loading={form.submitting} fullWidth>
          {text.submit}
        </Button>
      </Stack>
    </form>
  );
}
