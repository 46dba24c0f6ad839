import { IconBuilding, IconLock } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { Hint } from "../../components/hint.js";
import { RowLink } from "../../components/links.js";
import { part } from "../../components/part.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { keyListsText } from "../../messages/key-lists.js";
import type { KeyEdge, KeyPlace } from "./key-list.js";
import type { ProjectsPopoverProps } from "./projects-popover.js";
import "./key-fact.css";

const ProjectsPopover = part<ProjectsPopoverProps>(() =>
  import("./projects-popover.js").then((module) => module.ProjectsPopover),
);

const text = apiKeysText;

interface Props {
  edge: KeyEdge;
  place: KeyPlace;
}

/** Where a key works. */
export function KeyAccess({ edge, place }: Props) {
  const { inherited, node } = edge;
  if (inherited || node.level === "ORGANIZATION") return <Reach apiKey={node} />;
  if (!place.showProject) return keyListsText.thisProject;
  if (node.project === null) return text.selectedNone;
  const params = { org: place.organization, project: node.project.slug };
  return (
    <RowLink to="/o/$org/p/$project/api-keys" params={params} className="key-project">
      <bdi>{node.project.name}</bdi>
    </RowLink>
  );
}

/** Says why an inherited key cannot be changed here. */
export const ManagedElsewhere = () => (
  <Hint label={text.inheritedHint}>
    <span className="key-inherited">
      <IconLock size={12} aria-hidden />
      {text.inherited}
    </span>
  </Hint>
);

/** Leads to where an inherited key is managed, in the place of what could be done to it there. */
export function ManagedThere({ place }: { place: KeyPlace }) {
  if (!place.seesOrganizationKeys) return null;
  return (
    <Hint label={text.inheritedLink}>
      <RowLink
        to="/o/$org/api-keys"
        params={{ org: place.organization }}
        className="key-action"
        aria-label={`${text.inherited}. ${text.inheritedLink}`}
      >
        <IconBuilding size={16} aria-hidden />
      </RowLink>
    </Hint>
  );
}

function Reach({ apiKey }: { apiKey: KeyEdge["node"] }) {
  const [wanted, setWanted] = useState(false);
  const { access, selectedProjects: projects, name } = apiKey;
  if (access === "ALL_PROJECTS") return <span>{text.access.ALL_PROJECTS}</span>;
  if (projects.length === 0) {
    return (
      <Hint label={text.selectedNoneHint}>
        <span>{text.selectedNone}</span>
      </Hint>
    );
  }
  const label = text.showProjects(name, projects.length);
  const words = text.selectedCount(projects.length);
  const button = (
    <button
      type="button"
      className="key-projects"
      aria-label={label}
      aria-haspopup="dialog"
      onPointerEnter={() => void ProjectsPopover.preload()}
      onClick={() => setWanted(true)}
    >
      {words}
    </button>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <ProjectsPopover projects={projects} label={label} words={words} />
    </Suspense>
  ) : (
    button
  );
}
