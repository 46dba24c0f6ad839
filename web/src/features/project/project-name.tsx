import { useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { RenameForm } from "../../components/rename-form.js";
import { settingsText } from "../../messages/settings.js";
import { UpdateProjectDocument } from "./project.graphql.js";

interface Props {
  project: { id: string; name: string; slug: string };
  /** The slug of the organization. */
  organization: string;
  onMoved: (slug: string) => void;
}

export function ProjectName({ project, organization, onMoved }: Props) {
  const [update] = useMutation(UpdateProjectDocument);
  return (
    <RenameForm
      now={project}
      address={(slug) => `/o/${organization}/p/${slug}`}
      onSave={async (values) => {
        const { data } = await update({ variables: { input: { id: project.id, ...values } } });
        notifications.show({ message: settingsText.saved });
        const slug = data?.updateProject.slug;
        if (slug !== undefined && slug !== project.slug) onMoved(slug);
      }}
    />
  );
}
