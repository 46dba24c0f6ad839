export const confirmText = {
  typeName: (name: string) => `To go on, type ${name}`,
  mismatch: (name: string) => `That is not the name. Type ${name}, letter for letter.`,
  deleteTitle: (name: string) => `Delete ${name}?`,
  deleted: (name: string) => `${name} was deleted.`,
  deleteFailed: "Nothing was deleted",
  dropTitle: "Close without saving?",
  dropLead: "What you filled in is lost.",
  drop: "Close and lose it",
  keep: "Go on filling in",
};
