import { useApolloClient, useMutation } from "@apollo/client/react";
import { Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { descriptionRule, nameRule, slugRule, targetUrlRule } from "@postern/shared";
import { useState } from "react";
import { FormDialog } from "../../components/form-dialog.js";
import { NameAndSlug } from "../../components/name-and-slug.js";
import { OneTimeSecretDialog } from "../../components/one-time-secret-dialog.js";
import type { CreateWorkflowMutation } from "../../gql/graphql.js";
import { optional, required, textOrNull } from "../../lib/form-rules.js";
import { focusFirstFault, useFormRefusal } from "../../lib/use-form-refusal.js";
import { commonText } from "../../messages/common.js";
import { workflowsText } from "../../messages/workflows.js";
import { receiverSamples, SIGNING_VARIABLE } from "./receiver-samples.js";
import { CreateWorkflowDocument, WorkflowsDocument } from "./workflow.graphql.js";

const text = workflowsText;
const FIELDS = ["name", "slug", "description", "targetUrl"];

interface Props {
  projectId: string;
  onClose: () => void;
}

/** One dialog, then the signing secret, once: it lives in this component's state and ends with it. */
export function CreateWorkflowDialog({ projectId, onClose }: Props) {
  const client = useApolloClient();
  const [create, result] = useMutation(CreateWorkflowDocument, { fetchPolicy: "no-cache" });
  const [made, setMade] = useState<CreateWorkflowMutation["createWorkflow"] | null>(null);
  const form = useForm({
    initialValues: { name: "", slug: "", description: "", targetUrl: "" },
    validate: {
      name: required(nameRule),
      slug: optional(slugRule),
      description: optional(descriptionRule),
      targetUrl: required(targetUrlRule),
    },
  });
  const { refusal, refuse, clear } = useFormRefusal(form, FIELDS);

  const submit = form.onSubmit(async ({ name, slug, description, targetUrl }) => {
    clear();
    try {
      const input = {
        projectId,
        name,
        slug: textOrNull(slug),
        description: textOrNull(description),
        targetUrl,
      };
      const { data } = await create({ variables: { input } });
      result.reset();
      setMade(data?.createWorkflow ?? null);
      void client.refetchQueries({ include: [WorkflowsDocument] });
    } catch (error) {
      refuse(error);
    }
  }, focusFirstFault(form));

  if (made !== null) {
    return (
      <OneTimeSecretDialog
        title={text.secretTitle}
        lead={text.secretLead(made.workflow.name)}
        secret={made.signingSecret}
        copyLabel={text.copySecret}
        variable={SIGNING_VARIABLE}
        samples={receiverSamples}
        samplesLead={text.receiverLead}
        onClose={onClose}
      />
    );
  }
  return (
    <FormDialog
      title={text.createTitle}
      submitLabel={text.createSubmit}
      busy={form.submitting}
      refusal={refusal}
      onSubmit={submit}
      onClose={onClose}
    >
      <NameAndSlug
        label={text.name}
        hint={text.nameHint}
        name={form.values.name}
        nameProps={form.getInputProps("name")}
        slugProps={form.getInputProps("slug")}
      />
      <TextInput
        label={text.targetUrl}
        description={text.targetUrlHint}
        type="url"
        placeholder="https://example.com/hooks/contacts"
        spellCheck={false}
        {...form.getInputProps("targetUrl")}
      />
      <Textarea
        label={`${text.description} (${commonText.optional})`}
        autosize
        minRows={2}
        maxRows={6}
        {...form.getInputProps("description")}
      />
    </FormDialog>
  );
}
