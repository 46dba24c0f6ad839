export const shellText = {
  navigation: "Main",
  breadcrumbs: "You are here",
  projects: "Projects",
  apiKeys: "API keys",
  workflows: "Workflows",
  account: (name: string) => `Account of ${name}`,
  organizations: "All organizations",
  signOut: "Sign out",
  colorScheme: "Color scheme",
  schemes: { light: "Light", dark: "Dark", auto: "System" },
};
