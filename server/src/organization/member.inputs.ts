import { emailRule, nameRule, OrganizationRole } from "@postern/shared";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { Rule } from "../input/rule.js";
import { Invitation } from "./invitation.entity.js";

@InputType()
export class InviteMemberInput {
  @Field(() => ID)
  organizationId!: string;

  @Rule(emailRule)
  @Field(() => String)
  email!: string;

  @Field(() => OrganizationRole, { description: "Only an OWNER invites as OWNER." })
  role!: OrganizationRole;
}

@ObjectType({ description: "The link is shown once; it holds a single-use token." })
export class InvitationPayload {
  @Field(() => Invitation)
  invitation!: Invitation;

  @Field(() => String, {
    description: "For the invited person alone: whoever opens it joins in their place.",
  })
  url!: string;
}

@InputType()
export class AcceptInvitationInput {
  @Field(() => String, { description: "The last part of the link." })
  token!: string;

  @Rule(nameRule)
  @Field(() => String, {
    nullable: true,
    description: "Needed where the e-mail address has no account yet; else left unused.",
  })
  name?: string | null;

  @Field(() => String, {
    description: "The account's password; where there is none yet, a new one of 12 to 72 bytes.",
  })
  password!: string;
}

@InputType()
export class UpdateMemberInput {
  @Field(() => ID)
  id!: string;

  @Field(() => OrganizationRole)
  role!: OrganizationRole;
}
