import { useMutation } from "@apollo/client/react";
import { Badge, Button, Group, Paper, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDeviceDesktop } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { Moment } from "../../components/moment.js";
import { RefusalAlert } from "../../components/refusal-alert.js";
import { deviceName } from "../../lib/device.js";
import { type Refusal, refusalFrom } from "../../lib/refusal.js";
import { accountText } from "../../messages/account.js";
import { AccountDocument, EndOtherSessionsDocument, EndSessionDocument } from "./account.graphql.js";
import "./account.css";

const text = accountText;

export interface OwnSession {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  ip: string | null;
  userAgent: string | null;
  current: boolean;
}

/** Where the viewer is signed in; every session but this browser's can be ended from here. */
export function SessionList({ sessions }: { sessions: readonly OwnSession[] }) {
  const { endOne, endOthers, busy, refusal } = useEnding();
  const list = useRef<HTMLUListElement>(null);
  const others = sessions.filter(({ current }) => !current);
  // The button goes with what it ended.
  const keepFocus = (done: boolean) => done && list.current?.focus();
  const ordered = [...sessions.filter(({ current }) => current), ...others];

  return (
    <Stack gap="sm">
      <RefusalAlert title={text.endFailed} refusal={refusal} />
      <Paper
        component="ul"
        ref={list}
        tabIndex={-1}
        className="rows"
        withBorder
        p={0}
        m={0}
        aria-label={text.sessionsLabel}
      >
        {ordered.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            busy={busy === session.id}
            onEnd={() => void endOne(session.id).then(keepFocus)}
          />
        ))}
      </Paper>
      {others.length > 1 && (
        <div>
          <Button
            variant="default"
            size="xs"
            loading={busy === "others"}
            onClick={() => void endOthers().then(keepFocus)}
          >
            {text.endOthers}
          </Button>
        </div>
      )}
    </Stack>
  );
}

interface RowProps {
  session: OwnSession;
  busy: boolean;
  onEnd: () => void;
}

function SessionRow({ session, busy, onEnd }: RowProps) {
  const { userAgent, current, lastSeenAt, createdAt } = session;
  const device = userAgent === null ? text.unknownDevice : deviceName(userAgent);
  const ip = session.ip ?? text.unknownIp;
  return (
    <li className="account-row">
      <Group gap="xs" wrap="nowrap" miw={0}>
        <IconDeviceDesktop size={18} aria-hidden style={{ flex: "none" }} />
        <div>
          <Group gap="xs">
            <Text size="sm" fw={600} component="div">
              {device}
            </Text>
            {current && (
              <Badge size="sm" variant="light">
                {text.thisBrowser}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed" component="div">
            {ip} · {text.lastSeen} <Moment at={lastSeenAt} /> · {text.signedIn} <Moment at={createdAt} />
          </Text>
        </div>
      </Group>
      {!current && (
        <Button
          size="xs"
          variant="default"
          loading={busy}
          aria-label={text.endOf(text.from(device, ip))}
          onClick={onEnd}
        >
          {text.end}
        </Button>
      )}
    </li>
  );
}

function useEnding() {
  const after = { refetchQueries: [AccountDocument], awaitRefetchQueries: true };
  const [end] = useMutation(EndSessionDocument, after);
  const [endRest] = useMutation(EndOtherSessionsDocument, after);
  const [busy, setBusy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function run(what: string, work: () => Promise<string>): Promise<boolean> {
    setBusy(what);
    setRefusal(null);
    try {
      notifications.show({ message: await work() });
      return true;
    } catch (error) {
      setRefusal(refusalFrom(error));
      return false;
    } finally {
      setBusy(null);
    }
  }
  return {
    busy,
    refusal,
    endOne: (id: string) =>
      run(id, async () => {
        await end({ variables: { id } });
        return text.ended;
      }),
    endOthers: () =>
      run("others", async () => text.endedOthers((await endRest()).data?.endOtherSessions ?? 0)),
  };
}
