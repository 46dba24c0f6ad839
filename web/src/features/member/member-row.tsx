import { Badge, Button, Group, Text } from "@mantine/core";
import { IconCrown, IconShield, IconUser } from "@tabler/icons-react";
import { Hint } from "../../components/hint.js";
import { TextLink } from "../../components/links.js";
import { Moment } from "../../components/moment.js";
import type { MemberRowFragment } from "../../gql/graphql.js";
import { membersText } from "../../messages/members.js";
import { type MembersPlace, mayManage, mayTouch } from "./members-place.js";

const text = membersText;
const ICONS = { OWNER: IconCrown, ADMIN: IconShield, MEMBER: IconUser };

interface Props {
  member: MemberRowFragment;
  isMe: boolean;
  /** Nobody else is an owner. */
  isLastOwner: boolean;
  place: MembersPlace;
  onAsk: (what: "access" | "remove") => void;
}

export function MemberRow({ member, isMe, isLastOwner, place, onAsk }: Props) {
  const { user, role, createdAt } = member;
  const RoleIcon = ICONS[role];
  const touchable = mayTouch(place, role);
  return (
    <li className="member-row">
      <div>
        <Group gap={6}>
          <Text span fw={600} size="sm">
            {user.name}
          </Text>
          {isMe && (
            <Badge size="sm" variant="light" color="gray">
              {text.you}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {user.email}
        </Text>
      </div>
      <Hint label={text.roleHints[role]}>
        <Group gap={6} component="span" wrap="nowrap">
          <RoleIcon size={16} aria-hidden />
          {text.roles[role]}
        </Group>
      </Hint>
      <ProjectRoles member={member} isMe={isMe} place={place} />
      <Text size="sm" c="dimmed">
        {text.since} <Moment at={createdAt} as="date" />
      </Text>
      <div className="member-actions">
        {touchable && (
          <Button
            size="xs"
            variant="default"
            aria-label={text.editOf(user.name)}
            onClick={() => onAsk("access")}
          >
            {text.edit}
          </Button>
        )}
        {isMe && !isLastOwner && (
          <Button
            className="member-remove"
            size="xs"
            variant="outline"
            color="red"
            onClick={() => onAsk("remove")}
          >
            {text.leave}
          </Button>
        )}
        {isMe && isLastOwner && (
          <div className="member-why">
            <Hint label={text.leaveLockedHint}>
              <Text span size="sm" c="dimmed">
                {text.leaveLocked}
              </Text>
            </Hint>
          </div>
        )}
        {!isMe && touchable && (
          <Button
            className="member-remove"
            size="xs"
            variant="outline"
            color="red"
            aria-label={text.removeOf(user.name)}
            onClick={() => onAsk("remove")}
          >
            {text.remove}
          </Button>
        )}
        {!touchable && mayManage(place) && (
          <Text size="sm" c="dimmed" className="member-why">
            {text.ownersOnly}
          </Text>
        )}
      </div>
    </li>
  );
}

/** What the member is in projects: everywhere, in those that the viewer sees, or nowhere yet. */
function ProjectRoles({ member, isMe, place }: Omit<Props, "isLastOwner" | "onAsk">) {
  const { role, projectRoles } = member;
  if (role !== "MEMBER") return <span>{text.everyProject}</span>;
  if (projectRoles.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {isMe || mayManage(place) ? text.noProject : text.noVisibleProject}
      </Text>
    );
  }
  return (
    <ul className="member-projects">
      {projectRoles.map(({ project, role: inProject }) => (
        <li key={project.id}>
          <TextLink
            to="/o/$org/p/$project"
            params={{ org: place.organization.slug, project: project.slug }}
            fz="sm"
          >
            {project.name}
          </TextLink>{" "}
          <Text span size="sm" c="dimmed">
            {text.projectRoles[inProject]}
          </Text>
        </li>
      ))}
    </ul>
  );
}
