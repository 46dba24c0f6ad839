import { useNavigate } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { CreateButton } from "../../components/create-button.js";
import { PageTitle } from "../../components/page-title.js";
import { part } from "../../components/part.js";
import { ProjectCards } from "../../features/project/project-cards.js";
import { projectsText } from "../../messages/projects.js";
import { useOrganization } from "../place.js";

const CreateProjectDialog = part(() =>
  import("../../features/project/create-project-dialog.js").then((module) => module.CreateProjectDialog),
);

export function OrganizationProjectsPage() {
  const organization = useOrganization();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const create = organization.viewerPermissions.includes("project:create") ? (
    <CreateButton label={projectsText.create} onClick={() => setCreating(true)} />
  ) : null;

  return (
    <>
      <PageTitle title={projectsText.title} context={organization.name} action={create} />
      <ProjectCards organization={organization} create={create} />
      <Suspense>
        {creating && (
          <CreateProjectDialog
            organizationId={organization.id}
            onClose={() => setCreating(false)}
            onCreated={(project) =>
              void navigate({ to: "/o/$org/p/$project", params: { org: organization.slug, project } })
            }
          />
        )}
      </Suspense>
    </>
  );
}
