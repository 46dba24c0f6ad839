import { Notifications, notifications, useNotifications } from "@mantine/notifications";
import { useEffect } from "react";
import "./toasts.css";

const SHOWN_MS = 6000;

/** Where short messages about what succeeded appear: one at a time, in room that is kept free for it. */
export function Toasts() {
  const { notifications: shown } = useNotifications();
  useEffect(() => {
    for (const { id } of shown.slice(0, -1)) if (id !== undefined) notifications.hide(id);
  }, [shown]);
  return <Notifications position="bottom-left" containerWidth={384} autoClose={SHOWN_MS} />;
}
