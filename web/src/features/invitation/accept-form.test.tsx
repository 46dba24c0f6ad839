import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { of } from "rxjs";
import { AcceptForm } from "./accept-form.js";

type Answer = { data: object | null; errors?: object[] };

function open(answers: Answer[], signedInAs: string | null = null) {
  const user = userEvent.setup();
  const seen = { inputs: [] as object[], joined: 0 };
  const link = new ApolloLink(({ variables }) => {
    seen.inputs.push(variables["input"]);
    return of((answers.shift() ?? { data: null }) as object);
  });
  render(
    <ApolloProvider client={new ApolloClient({ link, cache: new InMemoryCache() })}>
      <MantineProvider env="test">
        <AcceptForm
          token="pst_i_token"
          email="grace@example.com"
          signedInAs={signedInAs}
          onJoined={async () => {
            seen.joined++;
          }}
        />
      </MantineProvider>
    </ApolloProvider>,
  );
  return { user, seen };
}

const joined: Answer = {
  data: {
    acceptInvitation: { __typename: "SessionPayload", user: { __typename: "User", id: "user_1" } },
  },
};
const refused = (code: string, message: string, fields: object[] = []): Answer => ({
  data: null,
  errors: [{ message, extensions: { code, fields } }],
});
const join = () => screen.getByRole("button", { name: "Join" });

test("who is new gives a name and a password", async () => {
  const { user, seen } = open([joined]);
  await user.click(join());
  expect(screen.getByText("Give a name of 1 to 100 characters.")).toBeTruthy();
  await user.type(screen.getByLabelText("Your name"), "Grace");
  await user.type(screen.getByLabelText("Choose a password"), "nanoseconds in a drawer");
  await user.click(join());
  expect(seen).toEqual({
    inputs: [{ token: "pst_i_token", name: "Grace", password: "nanoseconds in a drawer" }],
    joined: 1,
  });
});

test("who has an account gives its password alone, and is asked for a name where there is none", async () => {
  const { user, seen } = open([
    refused("BAD_USER_INPUT", "Faulty", [
      { path: "input.name", message: "Give your name: the account is new." },
    ]),
    joined,
  ]);
  await user.click(screen.getByText("I have one"));
  await user.type(screen.getByLabelText("Your password"), "nanoseconds in a drawer");
  await user.click(join());
  expect(await screen.findByText("Give your name: the account is new.")).toBeTruthy();
  await user.type(screen.getByLabelText("Your name"), "Grace");
  await user.click(join());
  expect(seen.inputs.map((input) => (input as { name: string | null }).name)).toEqual([null, "Grace"]);
  expect(seen.joined).toBe(1);
});

test("a refused password says so, and that there may be an account; what was typed stays", async () => {
  const { user, seen } = open([refused("UNAUTHENTICATED", "The e-mail address or the password is wrong.")]);
  await user.type(screen.getByLabelText("Your name"), "Grace");
  await user.type(screen.getByLabelText("Choose a password"), "nanoseconds in a drawer");
  await user.click(join());
  expect(await screen.findByText("The e-mail address or the password is wrong.")).toBeTruthy();
  expect(screen.getByText(/If this address has an account here already/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("Choose a password").value).toBe("nanoseconds in a drawer");
  expect(seen.joined).toBe(0);
});

test("who is signed in as the invited person confirms with the password", async () => {
  open([], "Grace Hopper");
  expect(screen.getByText(/You are signed in as Grace Hopper/)).toBeTruthy();
  expect(screen.queryByLabelText("Your name")).toBeNull();
  expect(screen.queryByText("I am new here")).toBeNull();
});
