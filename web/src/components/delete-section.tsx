import { Button, Text } from "@mantine/core";
import { type ReactNode, Suspense, useState } from "react";
import { settingsText } from "../messages/settings.js";
import { SettingsSection } from "./settings-section.js";

interface Props {
  lead: string;
  label: string;
  /** Why it is not offered; null where it is. */
  locked: string | null;
  dialog: (onClose: () => void) => ReactNode;
}

/** The end of a page of settings: what cannot be undone, with a dialog before it. */
export function DeleteSection({ lead, label, locked, dialog }: Props) {
  const [asking, setAsking] = useState(false);
  return (
    <SettingsSection title={settingsText.danger} lead={lead} danger>
      {locked === null ? (
        <Button color="red" variant="outline" onClick={() => setAsking(true)}>
          {label}
        </Button>
      ) : (
        <Text size="sm">{locked}</Text>
      )}
      <Suspense>{asking && dialog(() => setAsking(false))}</Suspense>
    </SettingsSection>
  );
}
