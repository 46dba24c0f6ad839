import { In } from "typeorm";
import type { Context } from "../context.js";
import { Execution } from "./execution.entity.js";

/** Ends what a deleted project still has to run. A delivery under way is cut off from its outcome. */
export async function cancelOfProject(ctx: Context, projectId: string): Promise<void> {
  await ctx.db.update(
    Execution,
    { projectId, status: In(["QUEUED", "RUNNING"]) },
    { status: "CANCELED", dueAt: null, claimed: false, finishedAt: ctx.clock() },
  );
}
