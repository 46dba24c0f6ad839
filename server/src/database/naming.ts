import { DefaultNamingStrategy, type NamingStrategyInterface } from "typeorm";

/** Columns are snake_case in the database and camelCase in code: `targetUrl` is `target_url`. */
export class SnakeCaseNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(propertyName: string, customName: string, embeddedPrefixes: string[]): string {
    const name = [...embeddedPrefixes, customName || propertyName].join("_");
    return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
