import { Stack } from "@mantine/core";
import { ButtonLink } from "../../components/links.js";
import { Mark } from "../../components/mark.js";
import { PageTitle } from "../../components/page-title.js";
import { notFoundText } from "../../messages/not-found.js";
import { PageFrame } from "../page-frame.js";

const text = notFoundText;

interface Props {
  /** What the address names and does not exist. */
  what?: "page" | "organization" | "project" | "workflow" | "execution" | "apiKey";
}

/** Absent and not permitted look alike: the API does not tell them apart either. */
export function PageNotFound({ what = "page" }: Props) {
  return (
    <PageFrame mih="60dvh">
      <Stack align="flex-start" gap="xs" maw={480}>
        <Mark size={40} />
        <PageTitle title={text.title} lead={text[what]} />
        <ButtonLink to="/" search={{ all: true }} variant="default">
          {text.home}
        </ButtonLink>
      </Stack>
    </PageFrame>
  );
}
