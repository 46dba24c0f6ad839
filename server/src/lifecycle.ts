import { createAutomator } from "./api-key/create.js";
import { removeOfOrganization, removeOfProject } from "./api-key/stop.js";
import type { Lifecycle } from "./context.js";
import { cancelAll } from "./execution/cancel.js";
import { unscheduleOfProject } from "./workflow/workflow.service.js";

/** What happens to everything below when a project or an organization comes or goes. */
export const lifecycle: Lifecycle = {
  projectCreated: createAutomator,
  async projectDeleted(ctx, { id }) {
    await removeOfProject(ctx, id);
    await unscheduleOfProject(ctx, id);
    await cancelAll(ctx, id, { projectId: id });
  },
  workflowDeleted: (ctx, { id, projectId }) => cancelAll(ctx, projectId, { workflowId: id }),
  organizationDeleted: (ctx, { id }) => removeOfOrganization(ctx, id),
};
