import { Table, Text } from "@mantine/core";
import { Moment } from "../../components/moment.js";
import { SmallTable } from "../../components/small-table.js";
import { keyDetailText } from "../../messages/key-detail.js";
import type { KeyDetails } from "./key-lock.js";
import { KeySection } from "./key-section.js";

const text = keyDetailText;

type Denials = KeyDetails["denials"];

/** Why calls were denied, how often, and when and from where the last of each came. */
export function KeyDenials({ denials }: { denials: Denials }) {
  return (
    <KeySection title={text.denials}>
      {denials.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.denialsNone}
        </Text>
      ) : (
        <SmallTable label={text.denials} minWidth={380} fz="sm" verticalSpacing={6} horizontalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.cause}</Table.Th>
              <Table.Th ta="right">{text.denialsCalls}</Table.Th>
              <Table.Th>{text.denialsLast}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {byCause(denials).map(({ cause, count, lastAt, lastIp }) => (
              <Table.Tr key={cause}>
                <Table.Td>{text.causes[cause] ?? cause}</Table.Td>
                <Table.Td ta="right">{count.toLocaleString("en")}</Table.Td>
                <Table.Td>
                  <Moment at={lastAt} />
                  {lastIp !== null && (
                    <Text span inherit c="dimmed" display="block">
                      {text.from(lastIp)}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </SmallTable>
      )}
    </KeySection>
  );
}

/** The days of each cause together; the newest cause first, as the days come. */
function byCause(denials: Denials): Omit<Denials[number], "date" | "__typename">[] {
  const causes = new Map<string, Omit<Denials[number], "date" | "__typename">>();
  for (const { cause, count, lastAt, lastIp } of denials) {
    const known = causes.get(cause);
    const newest = known !== undefined && known.lastAt >= lastAt ? known : { lastAt, lastIp };
    causes.set(cause, {
      cause,
      count: count + (known?.count ?? 0),
      lastAt: newest.lastAt,
      lastIp: newest.lastIp,
    });
  }
  return [...causes.values()];
}
