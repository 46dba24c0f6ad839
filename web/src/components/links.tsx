import { Anchor, type AnchorProps, Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ReactNode, Ref } from "react";
import "./links.css";

type Native<Own> = Own &
  Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Own> & {
    ref?: Ref<HTMLAnchorElement>;
    children?: ReactNode;
  };

/** A link within the application that looks like a link. */
export const TextLink = createLink((props: Native<AnchorProps>) => <Anchor {...props} />);

/** The same as a plain element, for rows: a list shows a hundred of them. */
export const RowLink = createLink(({ className = "", ...props }: Native<object>) => (
  <a className={`text-link ${className}`} {...props} />
));

/** A link within the application that looks like a button. */
export const ButtonLink = createLink((props: Native<ButtonProps>) => <Button component="a" {...props} />);
