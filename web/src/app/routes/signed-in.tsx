import { Outlet } from "@tanstack/react-router";
import { Shell } from "../shell/shell.js";

export function SignedInLayout() {
  return (
    <Shell>
      <Outlet />
    </Shell>
  );
}
