import { createAutomator } from "./api-key/create.js";
import { removeOfOrganization, removeOfProject } from "./api-key/stop.js";
import type { Lifecycle } from "./context.js";
import { cancelOfProject } from "./execution/cancel.js";

/** What happens to everything below when a project or an organization comes or goes. */
export const lifecycle: Lifecycle = {
  projectCreated: createAutomator,
  async projectDeleted(ctx, { id }) {
    await removeOfProject(ctx, id);
    await cancelOfProject(ctx, id);
  },
  organizationDeleted: (ctx, { id }) => removeOfOrganization(ctx, id),
};
