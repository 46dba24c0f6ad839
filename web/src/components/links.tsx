import { Anchor, type AnchorProps, Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ReactNode, Ref } from "react";

type Native<Own> = Own &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Own> & {
    ref?: Ref<HTMLAnchorElement>;
    children?: ReactNode;
  };

/** A link within the application that looks like a link. */
export const TextLink = createLink((props: Native<AnchorProps>) => <Anchor {...props} />);

/** A link within the application that looks like a button. */
export const ButtonLink = createLink((props: Native<ButtonProps>) => <Button component="a" {...props} />);
