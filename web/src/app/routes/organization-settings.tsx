import { useApolloClient } from "@apollo/client/react";
import { Stack } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { DeleteSection } from "../../components/delete-section.js";
import { NameFacts } from "../../components/name-facts.js";
import { PageTitle } from "../../components/page-title.js";
import { part } from "../../components/part.js";
import { SettingsSection } from "../../components/settings-section.js";
import { KeyPolicy } from "../../features/api-key/key-policy.js";
import { PolicyViolations } from "../../features/api-key/policy-violations.js";
import { OrganizationName } from "../../features/organization/organization-name.js";
import { settingsText } from "../../messages/settings.js";
import { forgetOrganization } from "../forget.js";
import { useOrganization } from "../place.js";

const DeleteOrganizationDialog = part(() =>
  import("../../features/organization/delete-organization-dialog.js").then(
    (module) => module.DeleteOrganizationDialog,
  ),
);
const text = settingsText;

export function OrganizationSettingsPage() {
  const organization = useOrganization();
  const navigate = useNavigate();
  const client = useApolloClient();
  const { id, name, slug } = organization;
  const may = (permission: string) => organization.viewerPermissions.includes(permission);
  const mayUpdate = may("organization:update");

  async function leave() {
    await navigate({ to: "/", search: { all: true } });
    forgetOrganization(client, id);
  }

  return (
    <>
      <PageTitle title={text.title} context={name} lead={mayUpdate ? undefined : text.organizationLocked} />
      <Stack gap="lg">
        <SettingsSection title={text.general}>
          {mayUpdate ? (
            <OrganizationName
              key={slug}
              organization={organization}
              onMoved={(org) => void navigate({ to: "/o/$org/settings", params: { org }, replace: true })}
            />
          ) : (
            <NameFacts name={name} slug={slug} />
          )}
        </SettingsSection>
        <SettingsSection title={text.policy} lead={text.policyLead}>
          <KeyPolicy organizationId={id} mayChange={may("policy:manage")} />
        </SettingsSection>
        {may("organizationApiKey:read") && (
          <SettingsSection title={text.violations} lead={text.violationsLead}>
            <PolicyViolations organizationId={id} />
          </SettingsSection>
        )}
        {mayUpdate && (
          <DeleteSection
            lead={text.deleteOrganizationLead}
            label={text.deleteOrganization}
            locked={may("organization:delete") ? null : text.deleteOrganizationLocked}
            dialog={(onClose) => (
              <DeleteOrganizationDialog organization={organization} onClose={onClose} onDeleted={leave} />
            )}
          />
        )}
      </Stack>
    </>
  );
}
