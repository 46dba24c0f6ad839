import { useApolloClient, useMutation } from "@apollo/client/react";
import { useForm } from "@mantine/form";
import type { ApiKeyRole } from "@postern/shared";
import { useState } from "react";
import { FormDialog } from "../../components/form-dialog.js";
import { focusFirstFault, useFormRefusal } from "../../lib/use-form-refusal.js";
import { apiKeysText } from "../../messages/api-keys.js";
import {
  CreateOrganizationApiKeyDocument,
  CreateProjectApiKeyDocument,
  OrganizationApiKeysDocument,
  ProjectApiKeysDocument,
} from "./api-key.graphql.js";
import { emptyDraft, KEY_FIELDS, type KeyDraft, keyChecks, keyInput } from "./key-draft.js";
import { KeyForm, type KeyOwner } from "./key-form.js";
import { KeySummary } from "./key-summary.js";
import { NewKeyDialog } from "./new-key-dialog.js";
import type { ProjectChoice } from "./project-picker.js";

/** A key that was just made, with the secret that nothing else holds. */
export interface NewKey {
  secret: string;
  apiKey: { id: string; name: string; role: ApiKeyRole };
}

/** One dialog, then the secret, once. The secret lives in this component's state and ends with it. */
export function CreateKeyDialog({ owner, onClose }: { owner: KeyOwner; onClose: () => void }) {
  const client = useApolloClient();
  const create = useCreateKey(owner);
  const [made, setMade] = useState<NewKey | null>(null);
  const form = useForm<KeyDraft>({ initialValues: emptyDraft, validate: keyChecks });
  const [selected, setSelected] = useState<ProjectChoice[]>([]);
  const { refusal, refuse, clear } = useFormRefusal(form, KEY_FIELDS);

  const submit = form.onSubmit(async (draft) => {
    clear();
    try {
      setMade(await create(draft));
      // The dialog does not wait for the lists behind it, and their failure is not its failure.
      void client.refetchQueries({ include: [OrganizationApiKeysDocument, ProjectApiKeysDocument] });
    } catch (error) {
      refuse(error);
    }
  }, focusFirstFault(form));

  function select(projects: ProjectChoice[]) {
    setSelected(projects);
    form.setFieldValue(
      "projectIds",
      projects.map(({ id }) => id),
    );
  }

  if (made !== null) return <NewKeyDialog made={made} owner={owner} onClose={onClose} />;
  return (
    <FormDialog
      title={apiKeysText.createTitle[owner.level]}
      submitLabel={apiKeysText.createSubmit}
      busy={form.submitting}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
      size="lg"
      summary={<KeySummary draft={form.values} owner={owner} selected={selected} />}
    >
      <KeyForm form={form} owner={owner} selected={selected} onSelect={select} />
    </FormDialog>
  );
}

/** Creates without leaving the secret in Apollo's cache or in the state of its hooks. */
function useCreateKey(owner: KeyOwner) {
  const options = { fetchPolicy: "no-cache" } as const;
  const [createForOrganization, organizationResult] = useMutation(CreateOrganizationApiKeyDocument, options);
  const [createForProject, projectResult] = useMutation(CreateProjectApiKeyDocument, options);

  return async (draft: KeyDraft): Promise<NewKey | null> => {
    if (owner.level === "PROJECT") {
      const input = { projectId: owner.project.id, ...keyInput(draft) };
      const { data } = await createForProject({ variables: { input } });
      projectResult.reset();
      return data?.createProjectApiKey ?? null;
    }
    const projectIds = draft.access === "SELECTED_PROJECTS" ? draft.projectIds : null;
    const input = {
      organizationId: owner.organization.id,
      access: draft.access,
      projectIds,
      ...keyInput(draft),
    };
    const { data } = await createForOrganization({ variables: { input } });
    organizationResult.reset();
    return data?.createOrganizationApiKey ?? null;
  };
}
