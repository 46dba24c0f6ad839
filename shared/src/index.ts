export * from "./api-key-state.js";
export * from "./enums.js";
export * from "./expiry.js";
export * from "./limits.js";
export * from "./permissions.js";
export * from "./text-rules.js";
