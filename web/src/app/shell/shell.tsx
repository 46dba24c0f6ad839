import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Mark } from "../../components/mark.js";
import { UserMenu } from "../../features/session/user-menu.js";
import { commonText } from "../../messages/common.js";
import { InShell } from "../page-frame.js";
import { Breadcrumbs } from "./breadcrumbs.js";
import { Keyboard } from "./keyboard.js";
import { SectionTabs } from "./section-tabs.js";
import "./shell.css";

/** What stands around every page of somebody who is signed in. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <>
      <a className="shell-skip" href="#content">
        {commonText.skipToContent}
      </a>
      <header className="shell-header">
        <div className="shell-bar">
          <Link to="/" className="shell-home" aria-label={commonText.home}>
            <Mark />
          </Link>
          <Breadcrumbs />
          <Keyboard />
          <UserMenu />
        </div>
        <SectionTabs />
      </header>
      <main className="shell-main" id="content" tabIndex={-1}>
        <InShell value={true}>{children}</InShell>
      </main>
    </>
  );
}
