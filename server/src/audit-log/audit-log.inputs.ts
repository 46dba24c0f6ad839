import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import { PageArgs } from "../paging/page.js";

/** Entries on a page of the log, where nothing else is said. */
export const AUDIT_PAGE_SIZE = 50;

@InputType({ description: "Entries that fit all of what is given." })
export class AuditFilter {
  @Field(() => String, { nullable: true, description: "The whole action, such as apiKey.create." })
  action?: string | null;

  @Field(() => ID, { nullable: true, description: "The user or the API key that did it." })
  actorId?: string | null;

  @Field(() => ID, { nullable: true, description: "What it was done to." })
  targetId?: string | null;

  @Field(() => ID, { nullable: true, description: "What happened in this project." })
  projectId?: string | null;

  @Field(() => Date, { nullable: true, description: "From this instant on." })
  since?: Date | null;

  @Field(() => Date, { nullable: true, description: "Before this instant." })
  until?: Date | null;
}

@ArgsType()
export class AuditLogArgs extends PageArgs {
  @Field(() => AuditFilter, { nullable: true })
  filter?: AuditFilter | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: AUDIT_PAGE_SIZE,
    description: "Rows on the page, 1 to 100.",
  })
  override first?: number | null;
}
