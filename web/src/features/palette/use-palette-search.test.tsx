import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { of, throwError } from "rxjs";
import { type Here, usePaletteSearch } from "./use-palette-search.js";

const named = (id: string, name: string) => ({ id, name, slug: name.toLowerCase() });
const nodes = (...list: object[]) => ({ nodes: list });
const acme = {
  ...named("org_1", "Acme"),
  projects: nodes(named("proj_1", "CRM")),
  workflows: nodes({ ...named("wf_1", "Sync"), project: named("proj_99", "Far") }),
  apiKeys: null,
};

/** The search as the dialog uses it, and what the server was asked. */
function open(here: Here, answer: object | Error) {
  const asked: { operation: string; variables: object }[] = [];
  const link = new ApolloLink(({ operationName = "", variables }) => {
    if (operationName === "PaletteOrganizations") return of({ data: { organizations: nodes() } });
    asked.push({ operation: operationName, variables });
    return answer instanceof Error ? throwError(() => answer) : of(answer);
  });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ApolloProvider client={client}>{children}</ApolloProvider>
  );
  const hook = renderHook(({ text }) => usePaletteSearch(text, here), {
    wrapper,
    initialProps: { text: "" },
  });
  return { ...hook, asked };
}

test("one question finds everything, however many projects there are, once the typing has paused", async () => {
  const answer = { data: { organizations: nodes(), organization: { ...acme, apiKeys: undefined } } };
  const { result, rerender, asked } = open({ organization: "acme", readsKeys: false }, answer);
  for (const text of ["s", "sy", "syn", "sync "]) rerender({ text });
  expect(result.current.searching).toBe(true);
  await waitFor(() => expect(result.current.searching).toBe(false));
  expect(asked).toEqual([
    {
      operation: "PaletteSearch",
      variables: { organization: "acme", project: "", inProject: false, withKeys: false, search: "sync" },
    },
  ]);
  expect(result.current.found.workflows).toEqual([
    { id: "wf_1", kind: "workflow", label: "Sync", context: "Far", href: "/o/acme/p/far/workflows/sync" },
  ]);
});

test("outside of an organization, keys that are refused take nothing from the rest", async () => {
  const answer = {
    data: { organizations: nodes(named("org_1", "Acme")), searched: nodes(acme) },
    errors: [{ message: "Owners and admins read keys.", extensions: { code: "FORBIDDEN" } }],
  };
  const { result, rerender, asked } = open({ readsKeys: false }, answer);
  rerender({ text: "c" });
  await waitFor(() => expect(result.current.searching).toBe(false));
  expect(asked).toHaveLength(1);
  const { found, error } = result.current;
  expect(error).toBeUndefined();
  expect([found.organizations, found.projects].map(([first]) => first?.href)).toEqual([
    "/o/acme",
    "/o/acme/p/crm",
  ]);
});

test("a search that brings nothing at all says why", async () => {
  const { result, rerender } = open({ readsKeys: false }, new TypeError("Failed to fetch"));
  rerender({ text: "c" });
  await waitFor(() => expect(result.current.error).toBeInstanceOf(TypeError));
});
