import { useMutation, useQuery } from "@apollo/client/react";
import { Button, Checkbox, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { POLICY_LIFETIME_MAX_DAYS } from "@postern/shared";
import { Pending } from "../../components/pending.js";
import { RefusalAlert } from "../../components/refusal-alert.js";
import type { KeyPolicyQuery } from "../../gql/graphql.js";
import { useFormSubmit } from "../../lib/use-form-submit.js";
import { commonText } from "../../messages/common.js";
import { errorsText } from "../../messages/errors.js";
import { settingsText } from "../../messages/settings.js";
import { KeyPolicyDocument, PolicyViolationsDocument, UpdateKeyPolicyDocument } from "./policy.graphql.js";

const text = settingsText;
type Policy = NonNullable<KeyPolicyQuery["organization"]>["apiKeyPolicy"];

interface Props {
  organizationId: string;
  mayChange: boolean;
}

/** The rules that every new or changed key has to keep: to change, or else to read. */
export function KeyPolicy({ organizationId, mayChange }: Props) {
  const { data, error, refetch } = useQuery(KeyPolicyDocument, {
    variables: { organization: organizationId },
  });
  const policy = data?.organization?.apiKeyPolicy;
  if (policy === undefined) {
    return (
      <Pending error={error} gone={data !== undefined} onRetry={() => void refetch()}>
        <Skeleton h={160} aria-busy aria-label={commonText.loading} />
      </Pending>
    );
  }
  return mayChange ? (
    <PolicyForm organizationId={organizationId} policy={policy} />
  ) : (
    <Rules policy={policy} />
  );
}

function Rules({ policy }: { policy: Policy }) {
  const { maxLifetimeDays: days, requireAllowedIps: ips } = policy;
  if (days === null && !ips) return <Text size="sm">{text.policyNone}</Text>;
  return (
    <>
      <Text size="sm">{days === null ? text.policyLifetimeNone : text.policyLifetime(days)}</Text>
      <Text size="sm">{ips ? text.policyIps : text.policyIpsNone}</Text>
    </>
  );
}

/** Days as typed: a whole number within the bounds, null for none, undefined for anything else. */
function daysOf(typed: string): number | null | undefined {
  const value = typed.trim();
  if (value === "") return null;
  const days = /^\d+$/.test(value) ? Number(value) : 0;
  return days >= 1 && days <= POLICY_LIFETIME_MAX_DAYS ? days : undefined;
}

function PolicyForm({ organizationId, policy }: { organizationId: string; policy: Policy }) {
  const [update] = useMutation(UpdateKeyPolicyDocument, {
    refetchQueries: [KeyPolicyDocument, PolicyViolationsDocument],
  });
  const form = useForm({
    initialValues: {
      maxLifetimeDays: policy.maxLifetimeDays?.toString() ?? "",
      requireAllowedIps: policy.requireAllowedIps,
    },
    validate: {
      maxLifetimeDays: (typed) =>
        daysOf(typed) === undefined ? text.maxLifetimeFault(POLICY_LIFETIME_MAX_DAYS) : null,
    },
  });
  const { submit, refusal } = useFormSubmit(
    form,
    ["maxLifetimeDays", "requireAllowedIps"],
    async ({ maxLifetimeDays, requireAllowedIps }) => {
      await update({
        variables: {
          input: { organizationId, maxLifetimeDays: daysOf(maxLifetimeDays) ?? null, requireAllowedIps },
        },
      });
      notifications.show({ message: text.policySaved });
    },
  );

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={480}>
        <RefusalAlert title={errorsText.formTitle} refusal={refusal} />
        <TextInput
          label={text.maxLifetime}
          description={text.maxLifetimeHint}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps("maxLifetimeDays")}
        />
        <Checkbox
          label={text.requireIps}
          description={text.requireIpsHint}
          {...form.getInputProps("requireAllowedIps", { type: "checkbox" })}
        />
        <div>
          <Button type="submit" variant="default" loading={form.submitting}>
            {text.policySave}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
