import {
  Button,
  Divider,
  Popover,
  SegmentedControl,
  Stack,
  Text,
  useMantineColorScheme,
} from "@mantine/core";
import { IconBuilding, IconCode, IconLogout, IconUserCircle } from "@tabler/icons-react";
import { useState } from "react";
import { ButtonLink } from "../../components/links.js";
import { shellText } from "../../messages/shell.js";
import { AccountButton } from "./account-button.js";
import { useSignOut } from "./use-sign-out.js";

const text = shellText;
const LINKS = [
  { to: "/account", search: {}, label: text.ownAccount, icon: IconUserCircle },
  { to: "/", search: { all: true }, label: text.organizations, icon: IconBuilding },
  { to: "/explorer", search: {}, label: text.explorer, icon: IconCode },
] as const;
const SCHEMES = ["light", "dark", "auto"] as const;

interface Props {
  user: { name: string; email: string };
}

/** The account's sheet, open from the start: who, the colour scheme, the way out. */
export function AccountMenu({ user }: Props) {
  const signOut = useSignOut();
  const [opened, setOpened] = useState(true);
  const { colorScheme, setColorScheme } = useMantineColorScheme();

  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      width={272}
      shadow="md"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <AccountButton name={user.name} onClick={() => setOpened(!opened)} />
      </Popover.Target>
      <Popover.Dropdown aria-label={text.account(user.name)}>
        <Stack gap="sm">
          <div>
            <Text size="sm" fw={600} truncate>
              {user.name}
            </Text>
            <Text size="sm" c="dimmed" truncate>
              {user.email}
            </Text>
          </div>
          <Stack gap={2}>
            {LINKS.map(({ label, icon: Icon, ...link }) => (
              <ButtonLink
                key={label}
                {...link}
                onClick={() => setOpened(false)}
                variant="subtle"
                color="gray"
                size="sm"
                justify="flex-start"
                px="xs"
                leftSection={<Icon size={18} aria-hidden />}
              >
                {label}
              </ButtonLink>
            ))}
          </Stack>
          <Divider />
          <div>
            <Text size="sm" mb={4} id="color-scheme">
              {text.colorScheme}
            </Text>
            <SegmentedControl
              aria-labelledby="color-scheme"
              fullWidth
              size="xs"
              withItemsBorders={false}
              transitionDuration={0}
              value={colorScheme}
              onChange={(value) => setColorScheme(value as (typeof SCHEMES)[number])}
              data={SCHEMES.map((value) => ({ value, label: text.schemes[value] }))}
            />
          </div>
          <Divider />
          <Button
            variant="default"
            size="xs"
            leftSection={<IconLogout size={16} aria-hidden />}
            onClick={() => void signOut()}
          >
            {text.signOut}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
