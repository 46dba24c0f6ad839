import { Link, useLocation } from "@tanstack/react-router";
import { shellText } from "../../messages/shell.js";
import { sectionAt, sectionsOf } from "./sections.js";
import { useHere } from "./use-here.js";

/** Where the tabs do not fit beside each other, the current one is seen. */
function bringIntoView(tab: HTMLElement | null) {
  const tabs = tab?.closest("nav");
  if (tab && tabs) {
    tabs.scrollLeft += Math.max(0, tab.getBoundingClientRect().right - tabs.getBoundingClientRect().right);
  }
}

/** The sections of the project, or else of the organization, that the page belongs to. */
export function SectionTabs() {
  const { organization, project, org, slug } = useHere();
  const path = useLocation({ select: ({ pathname }) => pathname });
  if (org === "" || organization === null || project === null) return null;
  const isHere = organization !== undefined && (slug === "" || project !== undefined);
  const current = sectionAt(path, slug === "" ? {} : { project: slug });

  return (
    <nav className="shell-tabs" aria-label={shellText.navigation}>
      <ul>
        {(isHere ? sectionsOf(organization, project ?? null) : []).map(({ to, label }) => (
          <li key={to}>
            <Link
              to={to}
              params={{ org, project: slug }}
              // The router's own mark would also fall on the section above the page's own.
              activeOptions={{ exact: true }}
              aria-current={to === current ? "page" : undefined}
              ref={to === current ? bringIntoView : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
