import { useQuery } from "@apollo/client/react";
import { OneTimeSecretDialog } from "../../components/one-time-secret-dialog.js";
import { sampleInput } from "../../lib/sample-input.js";
import { KEY_VARIABLE, triggerSamples } from "../../lib/trigger-samples.js";
import { newApiKeyText } from "../../messages/new-api-key.js";
import { OrganizationSampleDocument, ProjectSampleDocument } from "./api-key.graphql.js";
import type { NewKey } from "./create-key-dialog.js";
import { TestKey } from "./test-key.js";

const text = newApiKeyText;

/** A project that the key reaches, or the organization all of which it reaches. */
export type KeyReach = { projectId: string } | { organizationId: string };

interface Props {
  made: NewKey;
  reach: KeyReach;
  title?: string;
  lead?: string;
  onClose: () => void;
}

/** A new secret, with what to do next: copy, try, use. */
export function NewKeyDialog({ made, reach, title, lead, onClose }: Props) {
  const sample = useSample(reach);
  return (
    <OneTimeSecretDialog
      title={title ?? text.secretTitle}
      lead={lead ?? text.secretLead(made.apiKey.name)}
      secret={made.secret}
      copyLabel={text.copyKey}
      variable={KEY_VARIABLE}
      samples={triggerSamples(
        window.location.origin,
        sample?.workflow.id ?? null,
        sampleInput(sample?.workflow.inputSchema),
      )}
      samplesLead={sample ? text.sampleFor(sample.workflow.name, sample.project) : text.sampleMissing}
      test={<TestKey secret={made.secret} />}
      onClose={onClose}
    />
  );
}

/** A workflow that the key reaches, for the examples. */
function useSample(reach: KeyReach) {
  const ofProject = "projectId" in reach;
  const project = useQuery(ProjectSampleDocument, {
    skip: !ofProject,
    variables: { project: ofProject ? reach.projectId : "" },
  });
  const organization = useQuery(OrganizationSampleDocument, {
    skip: ofProject,
    variables: { organization: ofProject ? "" : reach.organizationId },
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
