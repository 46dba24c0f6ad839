import { Button, Group } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { PageTitle } from "../../components/page-title.js";
import { AuditLog } from "../../features/audit/audit-log.js";
import { type AuditSearch, exportPath } from "../../features/audit/audit-search.js";
import { auditText } from "../../messages/audit.js";
import { useOrganization } from "../place.js";
import { PageForbidden } from "./page-forbidden.js";

const route = getRouteApi("/signed-in/o/$org/audit");
const text = auditText;

export function OrganizationAuditPage() {
  const organization = useOrganization();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  if (!organization.viewerPermissions.includes("auditLog:read")) return <PageForbidden what="audit" />;
  return (
    <>
      <PageTitle
        title={text.title}
        context={organization.name}
        lead={text.lead}
        action={<Exports organizationId={organization.id} search={search} />}
      />
      <AuditLog
        organization={organization}
        search={search}
        onSearch={(patch) => void navigate({ search: (before) => ({ ...before, ...patch }) })}
      />
    </>
  );
}

/** Links, not requests of the page's own: a file may be larger than a page should hold. */
function Exports({ organizationId, search }: { organizationId: string; search: AuditSearch }) {
  const icon = <IconDownload size={16} aria-hidden />;
  return (
    <Group gap="xs" role="group" aria-label={text.exportHint}>
      <Button component="a" href={exportPath(organizationId, "csv", search)} download leftSection={icon}>
        {text.exportCsv}
      </Button>
      <Button
        component="a"
        variant="default"
        href={exportPath(organizationId, "ndjson", search)}
        download
        leftSection={icon}
      >
        {text.exportNdjson}
      </Button>
    </Group>
  );
}
