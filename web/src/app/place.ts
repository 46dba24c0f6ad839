import { createContext, use } from "react";
import type { OrganizationQuery, ProjectQuery } from "../gql/graphql.js";

type Organization = NonNullable<OrganizationQuery["organization"]>;
type Project = NonNullable<NonNullable<ProjectQuery["organization"]>["project"]>;

// Where the reader is. The layouts load it and show a page only when it exists, so pages need not ask.
export const OrganizationContext = createContext<Organization | null>(null);
export const ProjectContext = createContext<Project | null>(null);

function present<T>(place: T | null): T {
  if (place === null) throw new Error("This page is outside of its layout.");
  return place;
}

/** The organization that the address names. */
export const useOrganization = () => present(use(OrganizationContext));
/** The project that the address names. */
export const useProject = () => present(use(ProjectContext));
