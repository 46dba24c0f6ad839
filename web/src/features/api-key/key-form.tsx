import { Radio, Stack, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { ApiKeyRole, ProjectAccess } from "@postern/shared";
import type { ReactNode } from "react";
import { apiKeysText } from "../../messages/api-keys.js";
import { commonText } from "../../messages/common.js";
import { newApiKeyText } from "../../messages/new-api-key.js";
import { ExpiryPicker } from "./expiry-picker.js";
import type { KeyDraft } from "./key-draft.js";
import { type ProjectChoice, ProjectPicker } from "./project-picker.js";

const text = newApiKeyText;

/** Where a new key will belong. */
export type KeyOwner =
  | { level: "ORGANIZATION"; organization: { id: string } }
  | { level: "PROJECT"; project: { id: string; name: string } };

interface Props {
  form: UseFormReturnType<KeyDraft>;
  owner: KeyOwner;
  /** The selected projects, whose ids the draft holds too. */
  selected: ProjectChoice[];
  onSelect: (projects: ProjectChoice[]) => void;
}

/** The fields of a new key. */
export function KeyForm({ form, owner, selected, onSelect }: Props) {
  const draft = form.values;

  return (
    <Stack gap="md">
      <TextInput
        label={`${text.name} (${commonText.optional})`}
        description={text.nameHint}
        data-autofocus
        {...form.getInputProps("name")}
      />
      <Textarea
        label={`${text.description} (${commonText.optional})`}
        autosize
        minRows={1}
        maxRows={4}
        {...form.getInputProps("description")}
      />
      <Choice
        label={text.role}
        note={apiKeysText.roleNote}
        values={Object.values(ApiKeyRole)}
        names={apiKeysText.roles}
        hints={apiKeysText.roleHints}
        inputProps={form.getInputProps("role")}
      />
      {owner.level === "ORGANIZATION" && (
        <Choice
          label={text.access}
          values={Object.values(ProjectAccess)}
          names={apiKeysText.access}
          hints={apiKeysText.accessHints}
          inputProps={form.getInputProps("access")}
        >
          {draft.access === "SELECTED_PROJECTS" && (
            <ProjectPicker
              organizationId={owner.organization.id}
              value={selected}
              onChange={onSelect}
              error={form.errors.projectIds?.toString()}
            />
          )}
        </Choice>
      )}
      <ExpiryPicker
        value={draft.expiry}
        error={form.errors["expiry.expiresAt"]?.toString()}
        onChange={(expiry) => {
          form.clearFieldError("expiry.expiresAt");
          form.setFieldValue("expiry", expiry);
        }}
      />
    </Stack>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  note?: string;
  values: Value[];
  names: Record<Value, string>;
  hints: Record<Value, string>;
  inputProps: object;
  children?: ReactNode;
}

/** One of a few, each with a sentence that says what it means. */
function Choice<Value extends string>(props: ChoiceProps<Value>) {
  return (
    <Radio.Group label={props.label} description={props.note} {...props.inputProps}>
      <Stack gap="xs" mt="xs">
        {props.values.map((value) => (
          <Radio key={value} value={value} label={props.names[value]} description={props.hints[value]} />
        ))}
        {props.children}
      </Stack>
    </Radio.Group>
  );
}
