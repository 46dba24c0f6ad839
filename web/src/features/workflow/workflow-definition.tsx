import { Paper, Text } from "@mantine/core";
import { FactList } from "../../components/fact-list.js";
import { Moment } from "../../components/moment.js";
import type { WorkflowQuery } from "../../gql/graphql.js";
import { apiKeysText } from "../../messages/api-keys.js";
import { workflowsText } from "../../messages/workflows.js";

const text = workflowsText;

export type WorkflowDetails = NonNullable<NonNullable<WorkflowQuery["project"]>["workflow"]>;

/** What a workflow is: where it delivers to, under which id it is called, who made it. */
export function WorkflowDefinition({ workflow }: { workflow: WorkflowDetails }) {
  return (
    <Paper withBorder bg="var(--surface)" p="md">
      <FactList
        facts={[
          [
            text.deliversTo,
            <span key="target" className="mono">
              {workflow.targetUrl}
            </span>,
          ],
          [
            text.id,
            <span key="id" className="mono">
              {workflow.id}
            </span>,
          ],
          [
            text.createdBy,
            <Text key="created" span inherit>
              <Moment at={workflow.createdAt} /> {apiKeysText.by(workflow.createdBy.name)}
            </Text>,
          ],
        ]}
      />
    </Paper>
  );
}
