import { useNavigate, useSearch } from "@tanstack/react-router";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { act } from "react";
import { EMPTY, of, throwError } from "rxjs";
import { renderInApp } from "../../testing/render-in-app.js";
import { type ExecutionSearch, readExecutionSearch } from "./execution-search.js";
import { ExecutionsView } from "./executions-view.js";

const anExecution = (id: string) => ({
  __typename: "Execution",
  id,
  status: "FAILED",
  createdAt: "2026-11-21T09:00:00Z",
  startedAt: "2026-11-21T09:00:00Z",
  finishedAt: "2026-11-21T09:00:02.400Z",
  triggeredBy: { __typename: "Actor", kind: "API_KEY", name: "Billing sync" },
  workflow: { __typename: "Workflow", id: "wf-1", name: "Sync contacts", slug: "sync" },
  error: { __typename: "ExecutionError", code: "TIMEOUT", message: "No complete answer came." },
});

const counted = (totalCount: number) => ({ __typename: "ExecutionConnection", totalCount });

function answerTo(operation: string, executions: object[]) {
  if (operation === "ExecutionFilterNames")
    return { workflow: { __typename: "Workflow", id: "wf-1", name: "Sync contacts" } };
  const project = { __typename: "Project", id: "project-1" };
  if (operation === "ExecutionCounts") {
    const none = counted(0);
    return {
      project: {
        ...project,
        QUEUED: none,
        RUNNING: none,
        SUCCEEDED: none,
        CANCELED: none,
        FAILED: counted(7),
      },
    };
  }
  const edges = executions.map((node) => ({ __typename: "ExecutionEdge", cursor: "c", node }));
  const pageInfo = { __typename: "PageInfo", hasNextPage: false, endCursor: null };
  return { project: { ...project, executions: { ...counted(edges.length), edges, pageInfo } } };
}

/** The list with its address, and a server that knows these executions whatever is asked. */
function open(address: string, executions: object[], ofWorkflow?: { id: string }) {
  let silent = false;

  function List() {
    const navigate = useNavigate();
    return (
      <ExecutionsView
        project={{ id: "project-1", slug: "crm" }}
        organization="acme"
        of={ofWorkflow}
        withKeys={false}
        search={useSearch({ strict: false }) as ExecutionSearch}
        onSearch={(patch) =>
          void navigate({ to: ".", search: (before: object) => ({ ...before, ...patch }) })
        }
      />
    );
  }
  const page = renderInApp(List, {
    server: ({ operation }) => {
      if (silent) return throwError(() => new TypeError("Failed to fetch"));
      if (operation === "ProjectExecutionUpdated") return EMPTY;
      return of({ data: answerTo(operation, executions) });
    },
    address,
    validateSearch: readExecutionSearch,
  });
  const lists = () => page.asked.filter(({ operation }) => operation === "ProjectExecutions");
  async function refreshInSilence() {
    silent = true;
    await act(() => page.client.refetchQueries({ include: "active" }).catch(() => {}));
  }
  return {
    refreshInSilence,
    address: page.address,
    filter: () => lists().at(-1)?.variables["filter"],
  };
}

test("the filters of the address are asked for, and stand there as chips that can be taken away", async () => {
  const user = userEvent.setup();
  const { address, filter } = open("/?status=RUNNING,FAILED&workflow=wf-1", [anExecution("e-1")]);
  await screen.findByText("Billing sync");
  expect(filter()).toMatchObject({ status: ["RUNNING", "FAILED"], workflowId: "wf-1" });
  screen.getByRole("button", { name: "Remove the filter Status: Running or Failed" });
  await user.click(await screen.findByRole("button", { name: "Remove the filter Workflow: Sync contacts" }));
  await waitFor(() => expect(address()).toBe("/?status=RUNNING%2CFAILED"));
  expect(filter()).toMatchObject({ status: ["RUNNING", "FAILED"], workflowId: null });
  expect(document.activeElement?.textContent).toMatch(/^Filters/);
  await user.click(screen.getByRole("button", { name: "Clear all" }));
  await waitFor(() => expect(address()).toBe("/"));
});

test("a workflow's own list asks for nothing else, and neither names nor filters the workflow", async () => {
  const user = userEvent.setup();
  const { filter } = open("/?status=FAILED", [anExecution("e-1")], { id: "wf-1" });
  await screen.findByText("Billing sync");
  expect(filter()).toMatchObject({ status: ["FAILED"], workflowId: "wf-1" });
  expect(screen.queryByText("Sync contacts")).toBeNull();
  expect(screen.queryByRole("button", { name: /Remove the filter Workflow/ })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Filters (1)" }));
  await screen.findByLabelText("Triggered");
  expect(screen.queryByRole("combobox", { name: "Workflow" })).toBeNull();
});

test("each status says how many there are, and filters", async () => {
  const user = userEvent.setup();
  const { address, filter } = open("/", [anExecution("e-1")]);
  const failed = await screen.findByRole("button", { name: "Failed 7" });
  expect(failed.getAttribute("aria-pressed")).toBe("false");
  await user.click(failed);
  await waitFor(() => expect(address()).toBe("/?status=FAILED"));
  expect(failed.getAttribute("aria-pressed")).toBe("true");
  await user.click(screen.getByRole("button", { name: "Queued 0" }));
  await waitFor(() => expect(filter()).toMatchObject({ status: ["QUEUED", "FAILED"] }));
});

test("filters that nothing fits can be cleared where the list would be", async () => {
  const user = userEvent.setup();
  const { address } = open("/?status=QUEUED&within=day", []);
  await screen.findByText("No execution matches");
  await user.click(screen.getAllByRole("button", { name: "Clear all" }).at(-1) as HTMLElement);
  await waitFor(() => expect(address()).toBe("/"));
  await screen.findByText("Nothing has run yet");
});

test("an execution says how long it took", async () => {
  open("/", [anExecution("e-1")]);
  await screen.findByText("2.4 s");
});

test("rows stay while the list is asked for again and the server is silent", async () => {
  const user = userEvent.setup();
  const { refreshInSilence } = open("/", [anExecution("e-1")]);
  await screen.findByText("Billing sync");
  await refreshInSilence();
  expect(screen.getByText("Billing sync")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Retry" })).toBeNull();
  // Another question has no rows yet: those of the last one would be no answer to it.
  await user.click(screen.getByRole("button", { name: "Queued 0" }));
  await screen.findByRole("button", { name: "Retry" });
});
