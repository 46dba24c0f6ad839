import { Radio, Stack } from "@mantine/core";
import type { OrganizationRole } from "../../gql/graphql.js";
import { membersText } from "../../messages/members.js";

interface Props {
  roles: readonly OrganizationRole[];
  value: OrganizationRole;
  error?: string | null;
  onChange: (role: OrganizationRole) => void;
}

/** Roles in the organization, each with what it allows. */
export function RoleRadios({ roles, value, error, onChange }: Props) {
  return (
    <Radio.Group
      label={membersText.role}
      value={value}
      error={error}
      onChange={(role) => onChange(role as OrganizationRole)}
    >
      <Stack gap="xs" mt="xs" mb={4}>
        {roles.map((role) => (
          <Radio
            key={role}
            value={role}
            label={membersText.roles[role]}
            description={membersText.roleHints[role]}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
