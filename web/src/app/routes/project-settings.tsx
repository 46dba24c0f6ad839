import { useApolloClient } from "@apollo/client/react";
import { Stack } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { DeleteSection } from "../../components/delete-section.js";
import { NameFacts } from "../../components/name-facts.js";
import { PageTitle } from "../../components/page-title.js";
import { part } from "../../components/part.js";
import { SettingsSection } from "../../components/settings-section.js";
import { ProjectName } from "../../features/project/project-name.js";
import { settingsText } from "../../messages/settings.js";
import { forgetProject } from "../forget.js";
import { useOrganization, useProject } from "../place.js";

const DeleteProjectDialog = part(() =>
  import("../../features/project/delete-project-dialog.js").then((module) => module.DeleteProjectDialog),
);
const text = settingsText;

export function ProjectSettingsPage() {
  const organization = useOrganization();
  const project = useProject();
  const navigate = useNavigate();
  const client = useApolloClient();
  const { name, slug } = project;
  const may = (permission: string) => project.viewerPermissions.includes(permission);
  const org = organization.slug;

  async function leave() {
    await navigate({ to: "/o/$org", params: { org } });
    forgetProject(client, project.id, organization.id);
  }

  return (
    <>
      <PageTitle
        title={text.title}
        context={name}
        lead={may("project:update") ? undefined : text.projectLocked}
      />
      <Stack gap="lg">
        <SettingsSection title={text.general}>
          {may("project:update") ? (
            <ProjectName
              key={slug}
              project={project}
              organization={org}
              onMoved={(moved) =>
                void navigate({
                  to: "/o/$org/p/$project/settings",
                  params: { org, project: moved },
                  replace: true,
                })
              }
            />
          ) : (
            <NameFacts name={name} slug={slug} />
          )}
        </SettingsSection>
        {may("project:update") && (
          <DeleteSection
            lead={text.deleteProjectLead}
            label={text.deleteProject}
            locked={may("project:delete") ? null : text.deleteProjectLocked}
            dialog={(onClose) => (
              <DeleteProjectDialog project={project} onClose={onClose} onDeleted={leave} />
            )}
          />
        )}
      </Stack>
    </>
  );
}
