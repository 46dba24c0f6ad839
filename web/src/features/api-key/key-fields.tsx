import { Radio, Stack, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { ApiKeyRole, ProjectAccess } from "@postern/shared";
import { type FocusEvent, type ReactNode, useRef } from "react";
import { apiKeysText } from "../../messages/api-keys.js";
import { commonText } from "../../messages/common.js";
import { newApiKeyText } from "../../messages/new-api-key.js";
import type { KeyDraft } from "./key-draft.js";
import { type ProjectChoice, ProjectPicker } from "./project-picker.js";

const text = newApiKeyText;

export type KeyFormState = UseFormReturnType<KeyDraft>;

/** @param proposed the name is a proposal: it is selected at first, so that typing replaces it */
export function NameField({ form, proposed = false }: { form: KeyFormState; proposed?: boolean }) {
  const untouched = useRef(proposed);
  const { onFocus, ...inputProps } = form.getInputProps("name");
  function focus(event: FocusEvent<HTMLInputElement>) {
    onFocus?.(event);
    if (untouched.current) event.currentTarget.select();
    untouched.current = false;
  }
  return (
    <TextInput
      label={`${text.name} (${commonText.optional})`}
      description={text.nameHint}
      data-autofocus
      onFocus={focus}
      {...inputProps}
    />
  );
}

export function DescriptionField({ form }: { form: KeyFormState }) {
  return (
    <Textarea
      label={`${text.description} (${commonText.optional})`}
      description={text.descriptionHint}
      autosize
      minRows={1}
      maxRows={4}
      {...form.getInputProps("description")}
    />
  );
}

export function RoleField({ form }: { form: KeyFormState }) {
  return (
    <Choice
      label={text.role}
      note={apiKeysText.roleNote}
      values={Object.values(ApiKeyRole)}
      names={apiKeysText.roles}
      hints={apiKeysText.roleHints}
      inputProps={form.getInputProps("role")}
    />
  );
}

interface AccessProps {
  form: KeyFormState;
  organizationId: string;
  /** The selected projects, whose ids the draft holds too. */
  selected: ProjectChoice[];
  onSelect: (projects: ProjectChoice[]) => void;
}

export function AccessField({ form, organizationId, selected, onSelect }: AccessProps) {
  return (
    <Choice
      label={text.access}
      values={Object.values(ProjectAccess)}
      names={apiKeysText.access}
      hints={apiKeysText.accessHints}
      inputProps={form.getInputProps("access")}
    >
      {form.values.access === "SELECTED_PROJECTS" && (
        <ProjectPicker
          organizationId={organizationId}
          value={selected}
          onChange={onSelect}
          error={form.errors.projectIds?.toString()}
        />
      )}
    </Choice>
  );
}

export function IpField({ form, demanded }: { form: KeyFormState; demanded: boolean }) {
  return (
    <Textarea
      label={demanded ? text.ips : `${text.ips} (${commonText.optional})`}
      description={demanded ? text.ipsDemanded : text.ipsHint}
      required={demanded}
      autosize
      minRows={1}
      maxRows={6}
      spellCheck={false}
      {...form.getInputProps("allowedIps")}
    />
  );
}

export function RateField({ form, standard }: { form: KeyFormState; standard: number | null }) {
  return (
    <TextInput
      label={`${text.rate} (${commonText.optional})`}
      description={text.rateHint(standard)}
      inputMode="numeric"
      w={{ base: "100%", xs: 240 }}
      {...form.getInputProps("rateLimitPerMinute")}
    />
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  note?: string;
  values: readonly Value[];
  names: Record<Value, string>;
  hints: Record<Value, string>;
  inputProps: object;
  children?: ReactNode;
}

/** One of a few, each with a sentence that says what it means. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
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
