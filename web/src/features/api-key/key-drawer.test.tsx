import { useNavigate, useSearch } from "@tanstack/react-router";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { of } from "rxjs";
import { renderInApp } from "../../testing/render-in-app.js";
import { aDetailedKey, background } from "./dialog.testing.js";
import { KeyDrawer } from "./key-drawer.js";
import type { DrawerPlace } from "./key-lock.js";

const here = {
  organization: { id: "organization-1", slug: "acme", viewerPermissions: ["projectApiKey:manage"] },
  project: { id: "project-1", slug: "crm", viewerPermissions: ["projectApiKey:manage"] },
} as unknown as DrawerPlace;

const NONE = {
  __typename: "C",
  edges: [],
  pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
  totalCount: 0,
};

// jsdom has none.
globalThis.CSS ??= { escape: (text: string) => text } as typeof CSS;

/** The drawer over its list, with the key's settings open. */
async function edit() {
  function Page() {
    const navigate = useNavigate();
    const { key } = useSearch({ strict: false }) as { key?: string };
    const go = (search: object) => navigate({ to: ".", search } as never);
    return key === undefined ? (
      <button type="button" onClick={() => void go({ key: "key-1" })}>
        the list
      </button>
    ) : (
      <KeyDrawer
        id={key}
        place={here}
        onClose={(how) => void navigate({ to: ".", search: {}, ...how } as never)}
      />
    );
  }
  const user = userEvent.setup();
  const { history } = renderInApp(Page, {
    server: (asked) =>
      of(
        background(asked, { maxLifetimeDays: null, requireAllowedIps: false }) ?? {
          data: { apiKey: { ...aDetailedKey(), executions: NONE } },
        },
      ),
    inBrowser: true,
  });
  await user.click(await screen.findByRole("button", { name: "the list" }));
  await user.click(await screen.findByRole("button", { name: "Edit" }));
  return { user, field: await screen.findByRole<HTMLInputElement>("textbox", { name: /^Name/ }), history };
}

type Editing = Awaited<ReturnType<typeof edit>>;

test.each<[string, (editing: Editing) => unknown]>([
  ["Esc", ({ user }) => user.keyboard("{Escape}")],
  ["the cross", ({ user }) => user.click(screen.getByRole("button", { name: "Close the key" }))],
  ["a click outside", ({ user }) => user.click(document.querySelector(".mantine-Drawer-overlay") as Element)],
  ["Back", ({ history }) => act(() => history.back())],
])("%s asks before it drops what was typed into a key's settings", async (_, leave) => {
  const editing = await edit();
  const { user, field } = editing;
  await user.type(field, " nightly");
  await leave(editing);
  await screen.findByRole("alertdialog", { name: "Close without saving?" });
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  expect(field.value).toBe("CI nightly");
  await waitFor(() => expect(window.location.search).toBe("?key=key-1"));
  await leave(editing);
  await user.click(await screen.findByRole("button", { name: "Close and lose it" }));
  await screen.findByRole("button", { name: "the list" });
});

test("Esc closes at once where nothing was typed, and Cancel asks nothing", async () => {
  const { user, field } = await edit();
  await user.type(field, "x");
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  await screen.findByRole("button", { name: "Edit" });
  await user.keyboard("{Escape}");
  await screen.findByRole("button", { name: "the list" });
});
