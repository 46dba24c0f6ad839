import { List, Text } from "@mantine/core";
import type { FormEvent } from "react";
import { FormDialog } from "../../components/form-dialog.js";
import { keyChangesText } from "../../messages/key-changes.js";

const text = keyChangesText;

interface Props {
  name: string;
  /** What of the organization's rules the key breaks. */
  broken: string[];
  onEdit: () => void;
  onClose: () => void;
}

/** Why a key from before the organization's rules cannot be rotated, and the way to mend it. */
export function EditFirst({ name, broken, onEdit, onClose }: Props) {
  function submit(event: FormEvent) {
    event.preventDefault();
    onEdit();
  }
  return (
    <FormDialog
      title={text.rotateTitle(name)}
      submitLabel={text.editFirst}
      busy={false}
      refusal={null}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm">{text.breaksRules}</Text>
      <List size="sm">
        {broken.map((rule) => (
          <List.Item key={rule}>{rule}</List.Item>
        ))}
      </List>
      <Text size="sm">{text.breaksRulesWay}</Text>
    </FormDialog>
  );
}
