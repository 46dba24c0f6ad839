import { ActionIcon, Button, Input, Stack, TextInput } from "@mantine/core";
import { TARGET_HEADERS_MAX } from "@postern/shared";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useRef } from "react";
import { workflowSettingsText } from "../../messages/workflow-settings.js";
import { isKept } from "./workflow-draft.js";
import type { WorkflowForm } from "./workflow-fields.js";
import "./header-fields.css";

const text = workflowSettingsText;

/** Extra request headers. A value that the server keeps is not there to be read, only to be replaced. */
export function HeaderFields({ form }: { form: WorkflowForm }) {
  const headers = form.values.targetHeaders;
  const add = useRef<HTMLButtonElement>(null);

  function remove(index: number) {
    form.removeListItem("targetHeaders", index);
    add.current?.focus();
  }

  return (
    <Input.Wrapper
      component="fieldset"
      className="header-fields"
      label={text.headers}
      labelElement="div"
      description={text.headersHint}
      error={form.errors.targetHeaders}
    >
      <Stack gap="xs" mt="xs" align="flex-start" data-rows={headers.length}>
        {headers.map(({ name }, index) => (
          <HeaderRow key={index} form={form} index={index} onRemove={() => remove(index)} name={name} />
        ))}
        <Button
          ref={add}
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={headers.length >= TARGET_HEADERS_MAX}
          onClick={() => form.insertListItem("targetHeaders", { name: "", value: "" })}
        >
          {text.headerAdd}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}

interface RowProps {
  form: WorkflowForm;
  index: number;
  name: string;
  onRemove: () => void;
}

function HeaderRow({ form, index, name, onRemove }: RowProps) {
  const value = form.getInputProps(`targetHeaders.${index}.value`);
  const kept = isKept(form.values.targetHeaders[index]?.value ?? "");
  return (
    <div className="header-row">
      <TextInput
        aria-label={text.headerNameOf(index + 1)}
        placeholder={text.headerName}
        spellCheck={false}
        autoComplete="off"
        {...form.getInputProps(`targetHeaders.${index}.name`)}
      />
      <TextInput
        aria-label={text.headerValueOf(index + 1)}
        spellCheck={false}
        autoComplete="off"
        {...value}
        value={kept ? "" : value.value}
        placeholder={kept ? text.headerKept : text.headerValue}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={text.headerRemove(name)}
        onClick={onRemove}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </div>
  );
}
