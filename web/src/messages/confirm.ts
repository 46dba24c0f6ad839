export const confirmText = {
  typeName: (name: string) => `To go on, type ${name}`,
  mismatch: (name: string) => `That is not the name. Type ${name}, letter for letter.`,
};
