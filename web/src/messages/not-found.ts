export const notFoundText = {
  title: "Nothing here",
  page: "This address leads nowhere. It may have been mistyped, or what it named may be gone.",
  organization: "There is no such organization, or you are not a member of it.",
  project: "There is no such project in this organization, or you may not see it.",
  workflow: "There is no such workflow in this project.",
  execution: "There is no such execution in this project.",
  apiKey: "There is no such key, or you may not see it.",
  home: "Go to your organizations",
};
