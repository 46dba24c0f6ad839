export const codeText = { curl: "curl", javascript: "JavaScript", label: "Code examples", copy: "Copy code" };
