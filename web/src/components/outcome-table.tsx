import { Table, Text } from "@mantine/core";
import { OUTCOMES, type OutcomeHour } from "../lib/outcome-bars.js";
import { hourText } from "../lib/time.js";
import { outcomesText } from "../messages/outcomes.js";
import { SmallTable } from "./small-table.js";

const text = outcomesText;

/** What the picture shows, to be read: the hours in which something ran, newest first. */
export function OutcomeTable({ hours }: { hours: readonly OutcomeHour[] }) {
  const busy = hours.filter((hour) => OUTCOMES.some((outcome) => hour[outcome] > 0)).reverse();
  return (
    <details className="outcome-table">
      <summary>{text.table}</summary>
      <Text size="xs" c="dimmed" my={4}>
        {text.tableEmptyHours}
      </Text>
      <SmallTable label={text.tableLabel} minWidth={360} fz="xs" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{text.hour}</Table.Th>
            {OUTCOMES.map((outcome) => (
              <Table.Th key={outcome} scope="col" ta="right">
                {text.words[outcome]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {busy.map((hour) => (
            <Table.Tr key={hour.hour}>
              <Table.Th scope="row" fw={400}>
                {hourText(new Date(hour.hour))}
              </Table.Th>
              {OUTCOMES.map((outcome) => (
                <Table.Td key={outcome} ta="right">
                  {hour[outcome].toLocaleString("en")}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </SmallTable>
    </details>
  );
}
