import { useQuery } from "@apollo/client/react";
import { OneTimeSecretDialog } from "../../components/one-time-secret-dialog.js";
import { KEY_VARIABLE, triggerSamples } from "../../lib/trigger-samples.js";
import { newApiKeyText } from "../../messages/new-api-key.js";
import { OrganizationSampleDocument, ProjectSampleDocument } from "./api-key.graphql.js";
import type { NewKey } from "./create-key-dialog.js";
import type { KeyOwner } from "./key-form.js";
import { TestKey } from "./test-key.js";

const text = newApiKeyText;

/** The new key's secret, with what to do next: copy, try, use. */
export function NewKeyDialog({
  made,
  owner,
  onClose,
}: {
  made: NewKey;
  owner: KeyOwner;
  onClose: () => void;
}) {
  const sample = useSample(owner);
  return (
    <OneTimeSecretDialog
      title={text.secretTitle}
      lead={text.secretLead(made.apiKey.name)}
      secret={made.secret}
      copyLabel={text.copyKey}
      variable={KEY_VARIABLE}
      samples={triggerSamples(window.location.origin, sample?.workflow.id ?? null)}
      samplesLead={sample ? text.sampleFor(sample.workflow.name, sample.project) : text.sampleMissing}
      test={<TestKey secret={made.secret} />}
      onClose={onClose}
    />
  );
}

/** A workflow that the key reaches, for the examples. */
function useSample(owner: KeyOwner) {
  const ofProject = owner.level === "PROJECT";
  const project = useQuery(ProjectSampleDocument, {
    skip: !ofProject,
    variables: { project: ofProject ? owner.project.id : "" },
  });
  const organization = useQuery(OrganizationSampleDocument, {
    skip: ofProject,
    variables: { organization: ofProject ? "" : owner.organization.id },
  });
  const projects = ofProject
    ? [project.data?.project]
    : (organization.data?.organization?.projects.edges.map(({ node }) => node) ?? []);
  for (const candidate of projects) {
    const workflow = candidate?.workflows?.edges[0]?.node;
    if (candidate && workflow) return { project: candidate.name, workflow };
  }
  return null;
}
