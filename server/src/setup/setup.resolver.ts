import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.js";
import { SessionPayload } from "../session/session.inputs.js";
import { ServerInfo, SetupInput } from "./setup.inputs.js";
import * as setup from "./setup.service.js";

@Resolver()
export class SetupResolver {
  @Query(() => ServerInfo, { description: "What everyone may know of the server." })
  server(@Ctx() ctx: Context): Promise<ServerInfo> {
    return setup.serverInfo(ctx);
  }

  @Mutation(() => SessionPayload, {
    description:
      "Makes the first administrator, the first organization and, if asked, a sample project. Needs the set-up token.",
  })
  setup(@Arg("input", () => SetupInput) input: SetupInput, @Ctx() ctx: Context): Promise<SessionPayload> {
    return setup.setup(ctx, input);
  }
}
