import { Column, type ColumnOptions, PrimaryColumn } from "typeorm";
import { ID_LENGTH } from "../ids.js";

// How the kinds of value are kept, said once; the migrations say the same in migrations/table.ts.

export const IdColumn = (): PropertyDecorator => PrimaryColumn({ type: "varchar", length: ID_LENGTH });

/** Another row's id. */
export const RefColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: "varchar", length: ID_LENGTH, ...options });

export const TextColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: "varchar", ...options });

/** Text of any length. */
export const LongTextColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: "text", ...options });

/** An instant in UTC, to the millisecond. */
export const InstantColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: "datetime", precision: 3, ...options });

export const IntegerColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: "int", ...options });

export const FlagColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column({ type: "boolean", ...options });
