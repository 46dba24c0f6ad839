import { useApolloClient, useMutation } from "@apollo/client/react";
import { Button, Group, Input, List, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMergedRef } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useEffect, useRef, useState } from "react";
import { DropQuestion, useDropQuestion } from "../../components/drop-question.js";
import { FormRefusal } from "../../components/refusal-alert.js";
import { useNow } from "../../lib/now.js";
import { momentText } from "../../lib/time.js";
import { useFormSubmit } from "../../lib/use-form-submit.js";
import { commonText } from "../../messages/common.js";
import { keyDetailText } from "../../messages/key-detail.js";
import { newApiKeyText } from "../../messages/new-api-key.js";
import { KEY_LISTS } from "./api-key.graphql.js";
import { ExpiryPicker } from "./expiry-picker.js";
import { changesOf, consequencesOf } from "./key-changes.js";
import { ApiKeyHistoryDocument, UpdateApiKeyDocument } from "./key-detail.graphql.js";
import { draftOf, KEY_FIELDS, type KeyDraft, keyChecksFor } from "./key-draft.js";
import {
  AccessField,
  DescriptionField,
  IpField,
  type KeyFormState,
  NameField,
  RateField,
  RoleField,
} from "./key-fields.js";
import type { KeyDetails } from "./key-lock.js";
import { type KeyPolicy, type KeyRules, useKeyPolicy } from "./policy-rules.js";
import type { ProjectChoice } from "./project-picker.js";

const text = keyDetailText;

export interface EditKeyProps {
  apiKey: KeyDetails;
  onLeave: () => void;
  /** While it asks about what would be lost. */
  onBusy: (busy: boolean) => void;
}

/** Changes a key's settings where they stand. Only what was touched is sent; what leads off it asks first. */
export function EditKey(props: EditKeyProps) {
  const policy = useKeyPolicy({ organization: props.apiKey.organization.id });
  return policy === undefined ? null : <EditForm {...props} policy={policy} />;
}

function EditForm({ apiKey, policy, onLeave, onBusy }: EditKeyProps & { policy: KeyRules }) {
  const { form, renews, setRenews, selected, select, submit, refusal } = useEdit(apiKey, policy, onLeave);
  const { form: changes, ...question } = useDropQuestion(form.submitting, onLeave);
  useBusyWhile(question.asking, onBusy);
  const now = useNow();
  const start = useRef<HTMLFormElement>(null);
  useEffect(() => start.current?.querySelector("input")?.focus(), []);
  const consequences = consequencesOf(apiKey, form.values, renews, now);
  const ref = useMergedRef(start, changes);

  return (
    <>
      <form ref={ref} onSubmit={submit} noValidate aria-label={text.settings}>
        <Stack gap="md">
          <FormRefusal refusal={refusal} />
          <NameField form={form} />
          <DescriptionField form={form} />
          <RoleField form={form} />
          {apiKey.level === "ORGANIZATION" && (
            <AccessField
              form={form}
              organizationId={apiKey.organization.id}
              selected={selected}
              onSelect={select}
            />
          )}
          <Expiry apiKey={apiKey} form={form} policy={policy} renews={renews} onRenews={setRenews} />
          <IpField form={form} demanded={policy.requireAllowedIps} />
          <RateField form={form} standard={policy.defaultRate} />
          <div className="key-edit-end">
            <Stack gap={4} aria-live="polite" mb={consequences.length > 0 ? "sm" : 0}>
              {consequences.length > 0 && (
                <Text size="sm" fw={600}>
                  {text.changesTitle}
                </Text>
              )}
              <List size="sm">
                {consequences.map((line) => (
                  <List.Item key={line}>{line}</List.Item>
                ))}
              </List>
            </Stack>
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={question.leave} disabled={form.submitting}>
                {commonText.cancel}
              </Button>
              <Button type="submit" loading={form.submitting}>
                {text.save}
              </Button>
            </Group>
          </div>
        </Stack>
      </form>
      <DropQuestion {...question} />
    </>
  );
}

function useBusyWhile(isBusy: boolean, onBusy: (busy: boolean) => void) {
  useEffect(() => {
    onBusy(isBusy);
    return () => onBusy(false);
  }, [isBusy, onBusy]);
}

/** The end stays unless somebody asks for another: a preset would begin anew. */
function Expiry(props: {
  apiKey: KeyDetails;
  form: KeyFormState;
  policy: KeyPolicy;
  renews: boolean;
  onRenews: (renews: boolean) => void;
}) {
  const { apiKey, form, policy, renews, onRenews } = props;
  const fault = (form.errors["expiry.expiresAt"] ?? form.errors.expiry)?.toString();
  if (!renews) {
    return (
      <Input.Wrapper
        label={newApiKeyText.expiry}
        labelElement="div"
        error={fault}
        data-path="expiry"
        tabIndex={-1}
      >
        <Group gap="sm">
          <Text size="sm">
            {apiKey.expiresAt === null ? text.noEnd : momentText(new Date(apiKey.expiresAt))}
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => onRenews(true)}>
            {text.changeExpiry}
          </Button>
        </Group>
      </Input.Wrapper>
    );
  }
  return (
    <Stack gap="xs" align="flex-start">
      <ExpiryPicker
        value={form.values.expiry}
        policy={policy}
        error={fault}
        onChange={(expiry) => {
          form.clearFieldError("expiry.expiresAt");
          form.clearFieldError("expiry");
          form.setFieldValue("expiry", expiry);
        }}
      />
      <Button
        size="compact-sm"
        variant="subtle"
        ml={-8}
        onClick={() => {
          form.clearFieldError("expiry.expiresAt");
          onRenews(false);
        }}
      >
        {text.keepExpiry}
      </Button>
    </Stack>
  );
}

function useEdit(apiKey: KeyDetails, policy: KeyPolicy, onLeave: () => void) {
  const client = useApolloClient();
  const [update] = useMutation(UpdateApiKeyDocument);
  const [renews, setRenews] = useState(false);
  const [selected, setSelected] = useState<ProjectChoice[]>(apiKey.selectedProjects);
  const checks = keyChecksFor(policy);
  const form = useForm<KeyDraft>({
    initialValues: draftOf(apiKey),
    validate: {
      ...checks,
      // What is not touched is not checked: an older key may break a policy that came later.
      expiry: { expiresAt: (value, draft) => (renews ? checks.expiry.expiresAt(value, draft) : null) },
      projectIds: (ids, draft) => (apiKey.level === "ORGANIZATION" ? checks.projectIds(ids, draft) : null),
      allowedIps: (typed, draft) =>
        typed === draftOf(apiKey).allowedIps && draft.role === apiKey.role ? null : checks.allowedIps(typed),
    },
  });
  const { submit, refusal } = useFormSubmit(form, KEY_FIELDS, async (draft) => {
    const changes = changesOf(apiKey, draft, renews);
    if (Object.keys(changes).length === 0) {
      notifications.show({ message: text.nothingChanged });
      return onLeave();
    }
    await update({ variables: { input: { id: apiKey.id, ...changes } } });
    notifications.show({ message: text.saved });
    void client.refetchQueries({ include: [...KEY_LISTS, ApiKeyHistoryDocument] });
    onLeave();
  });

  function select(projects: ProjectChoice[]) {
    setSelected(projects);
    form.setFieldValue(
      "projectIds",
      projects.map(({ id }) => id),
    );
  }

  return { form, renews, setRenews, selected, select, submit, refusal };
}
