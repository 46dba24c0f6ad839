import { Table, type TableProps } from "@mantine/core";

interface Props extends Pick<TableProps, "fz" | "verticalSpacing" | "horizontalSpacing" | "children"> {
  /** What it holds, for a screen reader. */
  label: string;
  minWidth: number;
}

/** A table inside of a page or drawer: too wide for its place, it scrolls, by keyboard too. */
export function SmallTable({ label, minWidth, ...rest }: Props) {
  return (
    <Table.ScrollContainer minWidth={minWidth} type="native" tabIndex={0} role="region" aria-label={label}>
      <Table {...rest} />
    </Table.ScrollContainer>
  );
}
