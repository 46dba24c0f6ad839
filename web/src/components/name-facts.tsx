import { settingsText } from "../messages/settings.js";
import { FactList } from "./fact-list.js";

/** The name and the address of an organization or a project, for who may not change them. */
export function NameFacts({ name, slug }: { name: string; slug: string }) {
  return (
    <FactList
      facts={[
        [settingsText.name, name],
        [
          settingsText.slug,
          <span key="slug" className="mono">
            {slug}
          </span>,
        ],
      ]}
    />
  );
}
