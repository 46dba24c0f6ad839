import { Arg, ID, Resolver, Root, Subscription } from "type-graphql";
import type { Context } from "../context.js";
import { Execution } from "./execution.entity.js";
import { followExecution, followProject, type Sighting } from "./follow.js";

@Resolver()
export class ExecutionLiveResolver {
  @Subscription(() => Execution, {
    description:
      "The execution as it is, and again after each change, until it has ended. NOT_FOUND when the viewer may not read it.",
    subscribe: ({ args, context }: { args: { id: string }; context: Context }) =>
      followExecution(context, args.id),
  })
  executionUpdated(@Root() { execution }: Sighting, @Arg("id", () => ID) _id: string): Execution {
    return execution;
  }

  @Subscription(() => Execution, {
    description:
      "Each execution of the project that changes from now on; a TRIGGER key sees those that it started. It does not end.",
    subscribe: ({ args, context }: { args: { projectId: string }; context: Context }) =>
      followProject(context, args.projectId),
  })
  projectExecutionUpdated(
    @Root() { execution }: Sighting,
    @Arg("projectId", () => ID) _projectId: string,
  ): Execution {
    return execution;
  }
}
