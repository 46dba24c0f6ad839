import { useMantineColorScheme } from "@mantine/core";
import { useRouter } from "@tanstack/react-router";
import { PaletteDialog } from "../../features/palette/palette-dialog.js";
import type { Command, Place } from "../../features/palette/palette-model.js";
import { useSignOut } from "../../features/session/use-sign-out.js";
import { runWhenOffered, useShortcuts } from "../../lib/shortcuts.js";
import { keyboardText } from "../../messages/keyboard.js";
import { paletteText } from "../../messages/palette.js";
import { shellText } from "../../messages/shell.js";
import { sectionsOf } from "./sections.js";
import { useHere } from "./use-here.js";

const text = paletteText;
/** The shortcuts that the palette itself stands for. */
const OWN = ["/", "?"];

interface Props {
  onClose: (chosen: boolean) => void;
  onHelp: () => void;
}

/** The palette with all that the reader may do from this page. */
export function Palette({ onClose, onHelp }: Props) {
  const router = useRouter();
  const here = useHere();
  const { organization, project } = here;
  const name = (project ?? organization)?.name;
  const page = useShortcuts()
    .filter(({ key }) => key === null || !OWN.includes(key))
    .map(({ key, label, run }): Command => {
      const shortcut = key?.toUpperCase();
      return { id: `page ${label}`, kind: "command", label, context: name, shortcut, run };
    });
  const commands = [...useKeyCommands(here), ...useEverywhere(onHelp)];

  return (
    <PaletteDialog
      here={{
        organization: organization?.slug,
        project: project?.slug,
        readsKeys: organization?.viewerPermissions.includes("organizationApiKey:read") === true,
      }}
      page={page}
      commands={commands}
      places={placesOf(here)}
      onGo={(href) => void router.navigate({ href })}
      onClose={onClose}
    />
  );
}

type Here = ReturnType<typeof useHere>;

/** The sections of where the reader is, and the pages that belong to nobody else. */
function placesOf({ organization, project }: Here): Place[] {
  const sections = [
    ...(project && organization ? sectionsOf(organization, project) : []),
    ...(organization ? sectionsOf(organization, null) : []),
  ];
  const place = (label: string, href: string, context?: string): Place => {
    return { id: href, kind: "place", label, href, context };
  };
  return [
    ...sections.map(({ label, href, of }) => place(label, href, of)),
    place(shellText.organizations, "/?all=true"),
    place(shellText.ownAccount, "/account"),
    place(shellText.explorer, "/explorer"),
  ];
}

/** A new key from wherever the reader is: its page opens, and the dialog on it. */
function useKeyCommands({ organization, project }: Here): Command[] {
  const router = useRouter();
  if (!organization) return [];
  const command = (id: string, label: string, href: string): Command => ({
    id,
    kind: "command",
    label,
    run: () => void router.navigate({ href }).then(() => runWhenOffered("c")),
  });
  const root = `/o/${organization.slug}`;
  const commands: Command[] = [];
  if (project?.viewerPermissions.includes("apiKey:manage")) {
    const label = text.newProjectKey(project.name);
    commands.push(command("new project key", label, `${root}/p/${project.slug}/api-keys`));
  }
  if (organization.viewerPermissions.includes("organizationApiKey:manage")) {
    const label = text.newOrganizationKey(organization.name);
    commands.push(command("new organization key", label, `${root}/api-keys`));
  }
  return commands;
}

/** What can be done from every page. */
function useEverywhere(onHelp: () => void): Command[] {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const schemes = (["light", "dark", "auto"] as const).filter((scheme) => scheme !== colorScheme);
  return [
    ...schemes.map((scheme): Command => {
      const run = () => setColorScheme(scheme);
      return { id: `scheme ${scheme}`, kind: "command", label: text.scheme[scheme], run };
    }),
    { id: "help", kind: "command", label: keyboardText.title, shortcut: "?", run: onHelp },
    { id: "sign out", kind: "command", label: shellText.signOut, run: () => void signOut() },
  ];
}
