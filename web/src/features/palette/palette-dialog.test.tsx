import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { of } from "rxjs";
import { renderInApp } from "../../testing/render-in-app.js";
import { PaletteDialog } from "./palette-dialog.js";

test("a key that is typed by hand leaves no more than its preview with the server", async () => {
  const user = userEvent.setup();
  const nothing = { __typename: "C", nodes: [] };
  const { asked, client } = renderInApp(
    () => (
      <PaletteDialog
        here={{ readsKeys: false }}
        page={[]}
        commands={[]}
        places={[]}
        onGo={() => {}}
        onClose={() => {}}
      />
    ),
    { server: () => of({ data: { organizations: nothing, searched: nothing } }) },
  );
  const field = await screen.findByRole<HTMLInputElement>("combobox");
  await user.click(field);
  await user.keyboard(`pst_p_${"a".repeat(38)}`);
  expect(field.value).toBe("");
  await user.keyboard("crm");
  await waitFor(() => expect(asked.map(({ variables }) => variables["search"])).toContain("crm"));
  expect(JSON.stringify([asked, client.extract()])).not.toMatch(/a{5}/);
});
