import type { DataSourceOptions } from "typeorm";
import { migrations } from "./migrations/index.js";
import { SnakeCaseNaming } from "./naming.js";

export type Entities = NonNullable<DataSourceOptions["entities"]>;

/** What every dialect is opened with. */
export const sourceOptions = (entities: Entities) => ({
  entities,
  migrations,
  // Each migration is one statement's worth, which MySQL commits by itself.
  migrationsTransactionMode: "each" as const,
  namingStrategy: new SnakeCaseNaming(),
  synchronize: false,
  logging: false,
});
