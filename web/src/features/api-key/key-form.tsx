import { Button, Stack, Text } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useState } from "react";
import { newApiKeyText } from "../../messages/new-api-key.js";
import { ExpiryPicker } from "./expiry-picker.js";
import {
  AccessField,
  Choice,
  DescriptionField,
  IpField,
  type KeyFormState,
  NameField,
  RateField,
  RoleField,
} from "./key-fields.js";
import type { KeyRules } from "./policy-rules.js";
import type { ProjectChoice } from "./project-picker.js";

const text = newApiKeyText;

export type NewKeyKind = "SERVICE" | "PERSONAL";

/** Where a new key will belong, and which kinds the viewer may make there; both where it is left out. */
export type KeyOwner = { kinds?: readonly NewKeyKind[] } & (
  | { level: "ORGANIZATION"; organization: { id: string } }
  | { level: "PROJECT"; project: { id: string; name: string } }
);

const BOTH: readonly NewKeyKind[] = ["SERVICE", "PERSONAL"];
export const kindsOf = ({ kinds = BOTH }: KeyOwner) => kinds;

interface Props {
  form: KeyFormState;
  owner: KeyOwner;
  policy: KeyRules;
  selected: ProjectChoice[];
  onSelect: (projects: ProjectChoice[]) => void;
}

/** The fields of a new key: those that every key needs, then the ones that few do, folded. */
export function KeyForm({ form, owner, policy, selected, onSelect }: Props) {
  const kinds = kindsOf(owner);
  const ips = <IpField form={form} demanded={policy.requireAllowedIps} />;
  const { name, description, allowedIps, rateLimitPerMinute } = form.getInitialValues();
  const [open, setOpen] = useState(description + allowedIps + rateLimitPerMinute !== "");
  const folded = ["description", "rateLimitPerMinute", ...(policy.requireAllowedIps ? [] : ["allowedIps"])];
  const hasFault = folded.some((field) => form.errors[field]);
  const shown = open || hasFault;

  return (
    <Stack gap="md">
      <NameField form={form} proposed={name !== ""} />
      {kinds.length > 1 ? (
        <Choice
          label={text.kind}
          values={kinds}
          names={text.kinds}
          hints={text.kindHints}
          inputProps={form.getInputProps("kind")}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {text.personalOnly}
        </Text>
      )}
      <RoleField form={form} />
      {owner.level === "ORGANIZATION" && (
        <AccessField
          form={form}
          organizationId={owner.organization.id}
          selected={selected}
          onSelect={onSelect}
        />
      )}
      <ExpiryPicker
        value={form.values.expiry}
        policy={policy}
        error={(form.errors["expiry.expiresAt"] ?? form.errors.expiry)?.toString()}
        onChange={(expiry) => {
          form.clearFieldError("expiry.expiresAt");
          form.clearFieldError("expiry");
          form.setFieldValue("expiry", expiry);
        }}
      />
      {policy.requireAllowedIps && ips}
      <Button
        variant="subtle"
        size="compact-sm"
        ml={-8}
        style={{ alignSelf: "flex-start" }}
        rightSection={
          shown ? <IconChevronUp size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />
        }
        aria-expanded={shown}
        onClick={() => setOpen(!shown)}
      >
        {policy.requireAllowedIps ? text.moreWithoutIps : text.more}
      </Button>
      {shown && (
        <>
          <DescriptionField form={form} />
          {!policy.requireAllowedIps && ips}
          <RateField form={form} standard={policy.defaultRate} />
        </>
      )}
    </Stack>
  );
}
