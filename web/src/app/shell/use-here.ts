import { useQuery } from "@apollo/client/react";
import { useParams } from "@tanstack/react-router";
import { OrganizationDocument } from "../../features/organization/organization.graphql.js";
import { ProjectDocument } from "../../features/project/project.graphql.js";

/**
 * The organization and the project that the address names, as the page's layouts load them. Null: there is
 * none that the reader may see; absent: the address names none, or it is on its way.
 */
export function useHere() {
  const { org = "", project: slug = "" } = useParams({ strict: false });
  const fetchPolicy = "cache-first";
  const ofOrganization = useQuery(OrganizationDocument, {
    fetchPolicy,
    skip: org === "",
    variables: { slug: org },
  });
  const ofProject = useQuery(ProjectDocument, {
    fetchPolicy,
    skip: org === "" || slug === "",
    variables: { organization: org, slug },
  });
  const organization = ofOrganization.data?.organization;
  const project = ofProject.data && (ofProject.data.organization?.project ?? null);
  return { organization, project, org, slug };
}
