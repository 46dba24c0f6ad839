import { Notifications } from "@mantine/notifications";

const SHOWN_MS = 6000;

/** Where short messages about what succeeded appear. */
export const Toasts = () => <Notifications position="bottom-right" autoClose={SHOWN_MS} />;
