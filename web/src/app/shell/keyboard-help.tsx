import { Group, Modal, Stack, Switch, Text } from "@mantine/core";
import { Fragment, type ReactNode, useState } from "react";
import { Kbd } from "../../components/kbd.js";
import { COMMAND_KEY, setSingleKeys, singleKeys, useShortcuts } from "../../lib/shortcuts.js";
import { commonText } from "../../messages/common.js";
import { keyboardText } from "../../messages/keyboard.js";
import "./keyboard-help.css";

const text = keyboardText;

/** Every shortcut, those of this page among them, and the switch for those who press keys by accident. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const [single, setSingle] = useState(singleKeys);
  const here = useShortcuts().filter(({ key }) => key !== null && key !== "/" && key !== "?");

  return (
    <Modal.Root opened onClose={onClose} size={480} returnFocus={false}>
      <Modal.Overlay />
      <Modal.Content bg="var(--surface)">
        <Group justify="space-between" wrap="nowrap" px="md" pt="md">
          <Modal.Title fw={600} fz="lg" lh={1.3}>
            {text.title}
          </Modal.Title>
          <Modal.CloseButton aria-label={commonText.close} data-autofocus />
        </Group>
        <Modal.Body pt="xs">
          <Text size="sm" c="dimmed" mb="md">
            {text.lead}
          </Text>
          <Stack gap="md">
            <Keys title={text.here}>
              {here.map(({ key, label }) => (
                <Line key={key} keys={[key?.toUpperCase() ?? ""]} label={label} />
              ))}
              {here.length === 0 && <Line keys={["C"]} label={text.nothing} />}
              <Line keys={["/"]} label={text.search} />
            </Keys>
            <Keys title={text.everywhere}>
              <Line keys={[`${COMMAND_KEY} K`]} label={text.palette} />
              <Line keys={["?"]} label={text.help} />
              <Line keys={[text.keys.escape]} label={text.close} />
            </Keys>
            <Keys title={text.inPalette}>
              <Line keys={[text.keys.up, text.keys.down]} label={text.move} />
              <Line keys={[text.keys.enter]} label={text.choose} />
            </Keys>
            <Switch
              checked={single}
              label={text.singleKeys}
              description={text.singleKeysHint}
              onChange={({ currentTarget }) => {
                setSingle(currentTarget.checked);
                setSingleKeys(currentTarget.checked);
              }}
            />
          </Stack>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Keys({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Text component="h3" size="sm" fw={600} mb={4}>
        {title}
      </Text>
      <dl className="keyboard-help-keys">{children}</dl>
    </section>
  );
}

function Line({ keys, label }: { keys: string[]; label: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {keys.map((key) => (
          <Fragment key={key}>
            <Kbd>{key}</Kbd>{" "}
          </Fragment>
        ))}
      </dd>
    </div>
  );
}
