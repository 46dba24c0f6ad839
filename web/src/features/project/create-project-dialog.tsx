import { useMutation } from "@apollo/client/react";
import { notifications } from "@mantine/notifications";
import { CreateNamedDialog } from "../../components/create-named-dialog.js";
import { projectsText } from "../../messages/projects.js";
import { CreateProjectDocument, ProjectsDocument } from "./project.graphql.js";

const text = projectsText;

interface Props {
  organizationId: string;
  onClose: () => void;
  onCreated: (slug: string) => void;
}

export function CreateProjectDialog({ organizationId, onClose, onCreated }: Props) {
  const [create] = useMutation(CreateProjectDocument, { refetchQueries: [ProjectsDocument] });
  return (
    <CreateNamedDialog
      title={text.createTitle}
      submitLabel={text.createSubmit}
      label={text.name}
      hint={text.nameHint}
      onCreate={async (values) => {
        const { data } = await create({ variables: { input: { organizationId, ...values } } });
        if (!data) return;
        notifications.show({ message: text.created(data.createProject.name) });
        onCreated(data.createProject.slug);
      }}
      onClose={onClose}
    />
  );
}
