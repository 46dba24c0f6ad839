import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { saveTextFile } from "../lib/save-text-file.js";
import { oneTimeSecretText } from "../messages/one-time-secret.js";
import { AlertDialog } from "./alert-dialog.js";
import { type CodeSample, CodeSamples } from "./code-samples.js";
import { CopyButton } from "./copy-button.js";
import { ShownOnceEnd } from "./shown-once-end.js";
import { useShownOnce } from "./use-shown-once.js";
import "./one-time-secret-dialog.css";

interface Props {
  title: string;
  lead: string;
  secret: string;
  copyLabel: string;
  /** The environment variable that the examples read it from. */
  variable: string;
  samples: CodeSample[];
  /** A line above the examples. */
  samplesLead?: string;
  /** What can be tried with the secret while it is at hand. */
  test?: ReactNode;
  onClose: () => void;
}

/**
 * Shows a secret for the only time. The secret is in the caller's state and in this markup, nowhere else;
 * neither Esc nor a click outside closes the dialog, and Close, like any way off the page, asks unless the secret
 * was copied or downloaded.
 */
export function OneTimeSecretDialog(props: Props) {
  const { secret, variable, onClose } = props;
  const text = oneTimeSecretText;
  const { copying, copyFailed, ...closing } = useShownOnce(onClose);

  return (
    <AlertDialog
      title={props.title}
      width={720}
      lead={
        <Text size="sm">
          {props.lead} <strong>{text.once}</strong>
        </Text>
      }
    >
      <output className="one-time-secret mono" aria-label={text.secret}>
        {secret}
      </output>
      <Group gap="xs">
        <CopyButton text={secret} label={props.copyLabel} variant="filled" data-autofocus {...copying} />
        <CopyButton text={`${variable}=${secret}`} label={text.copyEnv} {...copying} />
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={() => {
            saveTextFile("postern.env", `${variable}=${secret}\n`);
            copying.onCopied();
          }}
        >
          {text.download}
        </Button>
        {props.test}
      </Group>
      {copyFailed && <Text role="alert">{text.copyFailed}</Text>}
      <Stack gap="xs">
        <Title order={3}>{text.examples}</Title>
        {props.samplesLead !== undefined && (
          <Text size="sm" c="dimmed">
            {props.samplesLead}
          </Text>
        )}
        <CodeSamples samples={props.samples} />
      </Stack>
      <ShownOnceEnd {...closing} />
    </AlertDialog>
  );
}
