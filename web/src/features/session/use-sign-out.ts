import { useApolloClient } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { refusalText } from "../../components/refusal-text.js";
import { refusalFrom } from "../../lib/refusal.js";
import { SignOutDocument } from "./session.graphql.js";

/** Ends the session; says so where that did not happen. */
export function useSignOut(onSignedOut: () => Promise<void>) {
  const client = useApolloClient();
  return async () => {
    try {
      await client.mutate({ mutation: SignOutDocument, fetchPolicy: "no-cache" });
    } catch (error) {
      const refusal = refusalFrom(error);
      // Else the session is over already, which is what was asked for.
      if (refusal.code !== "UNAUTHENTICATED") {
        notifications.show({ color: "red", message: refusalText(refusal) });
        return;
      }
    }
    await onSignedOut();
  };
}
