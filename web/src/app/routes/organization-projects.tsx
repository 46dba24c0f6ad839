import { useNavigate } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { CreateButton } from "../../components/create-button.js";
import { PageTitle } from "../../components/page-title.js";
import { part } from "../../components/part.js";
import { Onboarding } from "../../features/onboarding/onboarding.js";
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
  const [isEmpty, setEmpty] = useState(false);
  const create = organization.viewerPermissions.includes("project:create") ? (
    <CreateButton label={projectsText.create} onClick={() => setCreating(true)} />
  ) : null;

  return (
    <>
      <PageTitle
        title={projectsText.title}
        context={organization.name}
        action={isEmpty ? undefined : create}
      />
      <Onboarding organization={organization} create={create} onEmpty={setEmpty}>
        <ProjectCards organization={organization} create={create} />
      </Onboarding>
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
