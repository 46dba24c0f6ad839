import { Stack } from "@mantine/core";
import { ButtonLink } from "../../components/links.js";
import { Mark } from "../../components/mark.js";
import { PageTitle } from "../../components/page-title.js";
import { forbiddenText } from "../../messages/forbidden.js";
import { PageFrame } from "../page-frame.js";
import { useOrganization } from "../place.js";

const text = forbiddenText;

/** In the place of a page that exists and is not for the reader: why, and who can change that. */
export function PageForbidden({ what }: { what: keyof typeof text.why }) {
  const { name, slug } = useOrganization();
  return (
    <PageFrame mih="60dvh">
      <Stack align="flex-start" gap="xs" maw={480}>
        <Mark size={40} />
        <PageTitle title={text.title} context={name} lead={`${text.why[what]} ${text.ask}`} />
        <ButtonLink to="/o/$org/members" params={{ org: slug }} variant="default">
          {text.members}
        </ButtonLink>
      </Stack>
    </PageFrame>
  );
}
