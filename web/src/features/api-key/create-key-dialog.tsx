import { useApolloClient, useMutation } from "@apollo/client/react";
import { useForm } from "@mantine/form";
import type { ApiKeyRole } from "@postern/shared";
import { useState } from "react";
import { FormDialog } from "../../components/form-dialog.js";
import { TextLink } from "../../components/links.js";
import { newIdempotencyKey } from "../../lib/idempotency-key.js";
import { useFormSubmit } from "../../lib/use-form-submit.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { newApiKeyText } from "../../messages/new-api-key.js";
import {
  CreateOrganizationApiKeyDocument,
  CreateProjectApiKeyDocument,
  KEY_LISTS,
} from "./api-key.graphql.js";
import { useCopyName } from "./copy-name.js";
import { firstDraft, KEY_FIELDS, type KeyDraft, keyChecksFor, keyInput } from "./key-draft.js";
import { KeyForm, type KeyOwner, kindsOf } from "./key-form.js";
import { KeySummary } from "./key-summary.js";
import { NewKeyDialog } from "./new-key-dialog.js";
import { type KeyRules, useKeyPolicy } from "./policy-rules.js";
import type { ProjectChoice } from "./project-picker.js";

/** A key that was just made, with the secret that nothing else holds. */
export interface NewKey {
  secret: string;
  apiKey: { id: string; name: string; role: ApiKeyRole };
}

export interface CreateKeyProps {
  owner: KeyOwner;
  /** The settings to begin with, taken from another key. */
  like?: { draft: KeyDraft; selected: ProjectChoice[] };
  onClose: () => void;
}

/** One dialog, then the secret, once. It opens when the organization's policy is known, and a free name for a copy. */
export function CreateKeyDialog(props: CreateKeyProps) {
  const { owner, like } = props;
  const name = useCopyName(owner, like?.draft.name ?? "");
  const policy = useKeyPolicy(
    owner.level === "PROJECT" ? { project: owner.project.id } : { organization: owner.organization.id },
  );
  if (policy === undefined || name === undefined) return null;
  const named = like && { ...like, draft: { ...like.draft, name } };
  return <Dialog {...props} like={named} policy={policy} />;
}

/** The secret lives in this component's state and ends with it. */
function Dialog({ owner, like, policy, onClose }: CreateKeyProps & { policy: KeyRules }) {
  const client = useApolloClient();
  const create = useCreateKey(owner);
  const [made, setMade] = useState<NewKey | null>(null);
  const form = useForm<KeyDraft>({
    initialValues: firstDraft(policy, kindsOf(owner), like?.draft),
    validate: keyChecksFor(policy),
  });
  const [selected, setSelected] = useState<ProjectChoice[]>(like?.selected ?? []);
  const { submit, refusal } = useFormSubmit(form, KEY_FIELDS, async (draft) => {
    setMade(await create(draft));
    // The dialog does not wait for the lists behind it, and their failure is not its failure.
    void client.refetchQueries({ include: KEY_LISTS });
  });

  function select(projects: ProjectChoice[]) {
    setSelected(projects);
    form.setFieldValue(
      "projectIds",
      projects.map(({ id }) => id),
    );
  }

  if (made !== null) {
    return <NewKeyDialog made={made} reach={reachOf(owner, form.values)} onClose={onClose} />;
  }
  return (
    <FormDialog
      title={apiKeysText.createTitle[owner.level]}
      submitLabel={apiKeysText.createSubmit}
      busy={form.submitting}
      refusal={refusal}
      refusalTitle={refusal?.apiKeyId === undefined ? undefined : newApiKeyText.madeAlready}
      onSubmit={submit}
      onClose={onClose}
      size="lg"
      summary={<KeySummary draft={form.values} owner={owner} selected={selected} />}
    >
      {refusal?.apiKeyId !== undefined && (
        <TextLink to="/keys/$key" params={{ key: refusal.apiKeyId }} ignoreBlocker fz="sm">
          {newApiKeyText.openExisting}
        </TextLink>
      )}
      <KeyForm form={form} owner={owner} policy={policy} selected={selected} onSelect={select} />
    </FormDialog>
  );
}

/** Where the examples find a workflow that the key may trigger. */
function reachOf(owner: KeyOwner, { access, projectIds }: KeyDraft) {
  if (owner.level === "PROJECT") return { projectId: owner.project.id };
  const [first] = access === "SELECTED_PROJECTS" ? projectIds : [];
  return first === undefined ? { organizationId: owner.organization.id } : { projectId: first };
}

/** Creates without leaving the secret in Apollo's cache or in the state of its hooks; a repeat makes nothing. */
function useCreateKey(owner: KeyOwner) {
  const options = { fetchPolicy: "no-cache" } as const;
  const [createForOrganization, organizationResult] = useMutation(CreateOrganizationApiKeyDocument, options);
  const [createForProject, projectResult] = useMutation(CreateProjectApiKeyDocument, options);
  const [idempotencyKey] = useState(newIdempotencyKey);

  return async (draft: KeyDraft): Promise<NewKey | null> => {
    if (owner.level === "PROJECT") {
      const input = { projectId: owner.project.id, idempotencyKey, ...keyInput(draft) };
      const { data } = await createForProject({ variables: { input } });
      projectResult.reset();
      return data?.createProjectApiKey ?? null;
    }
    const projectIds = draft.access === "SELECTED_PROJECTS" ? draft.projectIds : null;
    const input = {
      organizationId: owner.organization.id,
      idempotencyKey,
      access: draft.access,
      projectIds,
      ...keyInput(draft),
    };
    const { data } = await createForOrganization({ variables: { input } });
    organizationResult.reset();
    return data?.createOrganizationApiKey ?? null;
  };
}
