import { Text } from "@mantine/core";
import { Fragment } from "react";
import { Moment } from "../../components/moment.js";
import type { ApiKeyRowFragment, KeyUseFragment } from "../../gql/graphql.js";
import { keyListsText } from "../../messages/key-lists.js";
import { type BulkAction, stops } from "./bulk-change.js";
import { type StopReason, stopReasons } from "./stop-reasons.js";

const text = keyListsText;

/** Why the number must be typed: of each key, those that need a look first, and how often each reason holds. */
export function reasonsToType(
  action: BulkAction,
  keys: readonly ApiKeyRowFragment[],
  fresh: ReadonlyMap<string, KeyUseFragment> | undefined,
  now: Date,
) {
  const asked = keys.map((row) => {
    const key = { ...row, ...fresh?.get(row.id) };
    return { key, reasons: stops(action) ? stopReasons(key, now) : [] };
  });
  const inUse = ({ reasons }: { reasons: StopReason[] }) => reasons.some((reason) => reason !== "WIDE");
  asked.sort((one, other) => Number(inUse(other)) - Number(inUse(one)));
  const found = STOP_REASONS.map((reason): [StopReason, number] => [
    reason,
    asked.filter(({ reasons }) => reasons.includes(reason)).length,
  ]);
  return { asked, found: found.filter(([, amount]) => amount > 0) };
}

const STOP_REASONS = Object.keys(text.bulkMarks) as StopReason[];

/** What is to be known of one key before it is stopped. */
export function Marks({ reasons, lastUsedAt }: { reasons: StopReason[]; lastUsedAt: string | null }) {
  if (reasons.length === 0) return null;
  return (
    <Text span size="xs" c="dimmed">
      {reasons.map((reason, place) => (
        <Fragment key={reason}>
          {place === 0 ? " " : ", "}
          {text.bulkMarks[reason]}
          {reason === "USED" && lastUsedAt !== null && (
            <>
              {" "}
              <Moment at={lastUsedAt} />
            </>
          )}
        </Fragment>
      ))}
    </Text>
  );
}
