import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";

interface Props {
  /** What is lost by leaving. */
  lead: string;
  stayLabel: string;
  leaveLabel: string;
  onStay: () => void;
  onLeave: () => void;
}

/** The question that stands before a way off the page; it takes the focus, on what loses nothing. */
export const LeaveAlert = ({ lead, stayLabel, leaveLabel, onStay, onLeave }: Props) => (
  <Alert role="alert" color="amber" variant="light" icon={<IconAlertTriangle aria-hidden />}>
    <Stack gap="sm">
      <Text size="sm">{lead}</Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onStay} autoFocus>
          {stayLabel}
        </Button>
        <Button color="red" variant="outline" onClick={onLeave}>
          {leaveLabel}
        </Button>
      </Group>
    </Stack>
  </Alert>
);
