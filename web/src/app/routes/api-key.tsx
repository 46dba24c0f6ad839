import { getRouteApi } from "@tanstack/react-router";
import { KeyDrawer } from "../../features/api-key/key-drawer.js";
import { useOrganization, useProject } from "../place.js";

const ofOrganization = getRouteApi("/signed-in/o/$org/api-keys/$key");
const ofProject = getRouteApi("/signed-in/o/$org/p/$project/api-keys/$key");

export function OrganizationApiKeyDrawer() {
  const organization = useOrganization();
  const { key } = ofOrganization.useParams();
  const navigate = ofOrganization.useNavigate();
  return (
    <KeyDrawer
      key={key}
      id={key}
      place={{ organization }}
      onClose={(how) =>
        void navigate({
          to: "/o/$org/api-keys",
          params: { org: organization.slug },
          search: true,
          resetScroll: false,
          ...how,
        })
      }
    />
  );
}

export function ProjectApiKeyDrawer() {
  const organization = useOrganization();
  const project = useProject();
  const { key } = ofProject.useParams();
  const navigate = ofProject.useNavigate();
  return (
    <KeyDrawer
      key={key}
      id={key}
      place={{ organization, project }}
      onClose={(how) =>
        void navigate({
          to: "/o/$org/p/$project/api-keys",
          params: { org: organization.slug, project: project.slug },
          search: true,
          resetScroll: false,
          ...how,
        })
      }
    />
  );
}
