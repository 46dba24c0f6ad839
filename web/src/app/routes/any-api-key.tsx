import { useQuery } from "@apollo/client/react";
import { getRouteApi, Navigate } from "@tanstack/react-router";
import { ErrorState } from "../../components/error-state.js";
import { ApiKeyPlaceDocument } from "../../features/api-key/key-detail.graphql.js";
import { keyPlace } from "../../features/api-key/key-place.js";
import { PageNotFound } from "./page-not-found.js";
import { PagePending } from "./page-pending.js";

const route = getRouteApi("/signed-in/keys/$key");

/** Goes on to the list that the key is in, with the key open. */
export function AnyApiKeyPage() {
  const { key } = route.useParams();
  const { data, error, refetch } = useQuery(ApiKeyPlaceDocument, { variables: { id: key } });
  if (data === undefined) {
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <PagePending />;
  }
  const place = data.apiKey ? keyPlace(data.apiKey) : null;
  if (place === null) return <PageNotFound what="apiKey" />;
  const { org, project } = place;
  return project === undefined ? (
    <Navigate to="/o/$org/api-keys/$key" params={{ org, key }} replace />
  ) : (
    <Navigate to="/o/$org/p/$project/api-keys/$key" params={{ org, project, key }} replace />
  );
}
