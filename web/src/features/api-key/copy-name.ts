import { useQuery } from "@apollo/client/react";
import { NAME_MAX } from "@postern/shared";
import { newApiKeyText } from "../../messages/new-api-key.js";
import { OrganizationKeyNamesDocument, ProjectKeyNamesDocument } from "./api-key.graphql.js";
import type { KeyOwner } from "./key-form.js";

const { copyEnd, copyEnds } = newApiKeyText;

const withoutEnd = (name: string): string => name.replace(copyEnds, "");

/** "Billing copy", then "Billing copy 2": the first that is free, within the length of a name. */
export function copyName(name: string, taken: readonly string[]): string {
  const used = new Set([name, ...taken]);
  for (let copy = 1; ; copy++) {
    const end = copyEnd(copy);
    const begin = [...withoutEnd(name)].slice(0, NAME_MAX - end.length).join("");
    if (!used.has(begin + end)) return begin + end;
  }
}

/** The name for a copy of a key beside those that are there; undefined until they are known. */
export function useCopyName(owner: KeyOwner, name: string): string | undefined {
  const search = withoutEnd(name);
  const isCopy = name !== "";
  const options = { fetchPolicy: "network-only" } as const;
  const ofProject = useQuery(ProjectKeyNamesDocument, {
    skip: !isCopy || owner.level !== "PROJECT",
    variables: { project: owner.level === "PROJECT" ? owner.project.id : "", search },
    ...options,
  });
  const ofOrganization = useQuery(OrganizationKeyNamesDocument, {
    skip: !isCopy || owner.level !== "ORGANIZATION",
    variables: { organization: owner.level === "ORGANIZATION" ? owner.organization.id : "", search },
    ...options,
  });
  if (!isCopy) return "";
  const { data, error } = owner.level === "PROJECT" ? ofProject : ofOrganization;
  if (data === undefined) return error ? copyName(name, []) : undefined;
  const place = "project" in data ? data.project : data.organization;
  return copyName(name, place?.apiKeys?.nodes.map((key) => key.name) ?? []);
}
