import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { of } from "rxjs";
import { ProjectKeyList } from "./project-key-list.js";

const KEY = {
  __typename: "ApiKey",
  id: "key-1",
  name: "CI",
  description: null,
  preview: "pst_p_abc",
  level: "PROJECT",
  role: "TRIGGER",
  access: "ALL_PROJECTS",
  project: null,
  selectedProjects: [],
  status: "ACTIVE",
  expiryPolicy: "NEVER",
  expiresAt: null,
  createdAt: "2026-01-01T00:00:00Z",
  createdBy: { kind: "USER", name: "Ada" },
  viewerCanDelete: true,
};

/** A list with one key, and a server that answers its deletion with an error of this code. */
function open(code: string) {
  const asked: string[] = [];
  let edges = [{ __typename: "ApiKeyEdge", cursor: "1", inherited: false, node: KEY }];
  const answers = new ApolloLink(({ operationName = "" }) => {
    asked.push(operationName);
    if (operationName === "DeleteApiKey") {
      if (code === "NOT_FOUND") edges = [];
      return of({ data: null, errors: [{ message: "No.", extensions: { code } }] });
    }
    const pageInfo = { __typename: "PageInfo", hasNextPage: false, endCursor: null };
    const apiKeys = { __typename: "ApiKeyConnection", edges, pageInfo, totalCount: edges.length };
    return of({ data: { project: { __typename: "Project", id: "project-1", apiKeys } } });
  });
  const client = new ApolloClient({ link: answers, cache: new InMemoryCache() });
  render(
    <ApolloProvider client={client}>
      <MantineProvider env="test">
        <Notifications />
        <ProjectKeyList project={{ id: "project-1" }} organization="acme" seesOrganizationKeys />
      </MantineProvider>
    </ApolloProvider>,
  );
  return asked;
}

async function deleteKey() {
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: "Delete CI" }));
  await user.click(await screen.findByRole("button", { name: "Delete key" }));
}

test("a key that somebody else deleted meanwhile is gone, which is no error", async () => {
  const asked = open("NOT_FOUND");
  await deleteKey();
  await screen.findByText("CI was already deleted.");
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  await screen.findByText("No keys yet");
  expect(asked).toEqual(["ProjectApiKeys", "DeleteApiKey", "ProjectApiKeys"]);
});

test("a refusal is said in the dialog, and the key stays", async () => {
  open("FORBIDDEN");
  await deleteKey();
  await screen.findByText("The key was not deleted");
  expect(screen.getByRole("alertdialog")).toBeTruthy();
  expect(screen.getAllByText("CI").length).toBeGreaterThan(0);
});
