import { useMutation, useQuery } from "@apollo/client/react";
import { DeleteDialog } from "../../components/delete-dialog.js";
import { settingsText } from "../../messages/settings.js";
import { DeleteProjectDocument, ProjectContentsDocument } from "./project.graphql.js";

interface Props {
  project: { id: string; name: string };
  onClose: () => void;
  onDeleted: () => Promise<void>;
}

export function DeleteProjectDialog({ project, ...rest }: Props) {
  const { id, name } = project;
  const [remove] = useMutation(DeleteProjectDocument, { variables: { id } });
  const { data } = useQuery(ProjectContentsDocument, {
    variables: { project: id },
    fetchPolicy: "network-only",
  });
  const here = data?.project;
  return (
    <DeleteDialog
      name={name}
      warning={settingsText.deleteProjectWarning}
      contents={settingsText.projectContents(
        here?.keys?.totalCount,
        here?.flows?.totalCount,
        here?.open?.totalCount,
      )}
      confirmLabel={settingsText.deleteProject}
      typed
      onDelete={() => remove()}
      {...rest}
    />
  );
}
