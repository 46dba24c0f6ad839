import { useApolloClient } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { refusalText } from "../../components/refusal-text.js";
import { refusalFrom } from "../../lib/refusal.js";
import { SignOutDocument } from "./session.graphql.js";

/** Ends the session, upon which the application starts again; says so where that did not happen. */
export function useSignOut() {
  const client = useApolloClient();
  return async () => {
    try {
      await client.mutate({ mutation: SignOutDocument, fetchPolicy: "no-cache" });
    } catch (error) {
      notifications.show({ color: "red", message: refusalText(refusalFrom(error)) });
    }
  };
}
