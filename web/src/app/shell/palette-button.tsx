import { UnstyledButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { Kbd } from "../../components/kbd.js";
import { COMMAND_KEY } from "../../lib/shortcuts.js";
import { paletteText } from "../../messages/palette.js";

interface Props {
  onClick: () => void;
  /** Somebody is about to use it. */
  onReach: () => void;
}

/** Looks like the field that it opens; an icon where there is no room. */
export function PaletteButton({ onClick, onReach }: Props) {
  return (
    <UnstyledButton
      className="shell-search"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onPointerEnter={onReach}
      onFocus={onReach}
      onClick={onClick}
    >
      <IconSearch size={18} aria-hidden />
      <span className="shell-search-word">{paletteText.open}</span>
      <Kbd beside>{`${COMMAND_KEY} K`}</Kbd>
    </UnstyledButton>
  );
}
