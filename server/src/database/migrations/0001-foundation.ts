import { createTable, flag, id, instant, integer, longText, OPTIONAL, ref, text } from "./table.js";

/** Who did something, as named then: `<prefix>_kind`, `_name`, and the id behind it. */
const actor = (prefix: string) => ({
  [`${prefix}_kind`]: text(16),
  [`${prefix}_name`]: text(220),
  [`${prefix}_user_id`]: ref(OPTIONAL),
  [`${prefix}_api_key_id`]: ref(OPTIONAL),
});

export const foundation = [
  // What the installation knows of itself: that it was set up, which encryption key it was written with.
  createTable(1763700000001, "server_facts", {
    columns: { name: text(64, { isPrimary: true }), value: text(255) },
  }),
  createTable(1763700000002, "users", {
    columns: {
      id: id(),
      email: text(254),
      name: text(100),
      password_hash: text(60),
      created_at: instant(),
    },
    unique: [["email"]],
  }),
  createTable(1763700000003, "sessions", {
    columns: {
      id: id(),
      token_hash: text(64),
      user_id: ref(),
      created_at: instant(),
      last_seen_at: instant(),
      expires_at: instant(),
      ip: text(45, OPTIONAL),
    },
    references: { user_id: { to: "users.id", onDelete: "CASCADE" } },
    unique: [["token_hash"]],
    indexes: [["user_id"]],
  }),
  createTable(1763700000004, "organizations", {
    columns: { id: id(), name: text(100), folded_name: text(200), slug: text(50), created_at: instant() },
    unique: [["slug"]],
  }),
  createTable(1763700000005, "memberships", {
    columns: { id: id(), organization_id: ref(), user_id: ref(), role: text(16), created_at: instant() },
    references: {
      organization_id: { to: "organizations.id", onDelete: "CASCADE" },
      user_id: { to: "users.id", onDelete: "CASCADE" },
    },
    unique: [["organization_id", "user_id"]],
    indexes: [["user_id"]],
  }),
  createTable(1763700000006, "projects", {
    columns: {
      id: id(),
      organization_id: ref(),
      name: text(100),
      folded_name: text(200),
      slug: text(50),
      created_at: instant(),
    },
    references: { organization_id: { to: "organizations.id", onDelete: "CASCADE" } },
    unique: [["organization_id", "slug"]],
    indexes: [["organization_id", "folded_name", "id"]],
  }),
  createTable(1763700000007, "project_memberships", {
    columns: {
      membership_id: ref({ isPrimary: true }),
      project_id: ref({ isPrimary: true }),
      role: text(16),
    },
    references: {
      membership_id: { to: "memberships.id", onDelete: "CASCADE" },
      project_id: { to: "projects.id", onDelete: "CASCADE" },
    },
    indexes: [["project_id"]],
  }),
  // One table for both levels: project_id null is an organization-level key. A deleted key keeps its row,
  // so that its secrets stay known and a call with one of them is still told apart from a guess.
  createTable(1763700000008, "api_keys", {
    columns: {
      id: id(),
      organization_id: ref(),
      project_id: ref(OPTIONAL),
      name: text(100),
      description: text(500, OPTIONAL),
      preview: text(16),
      role: text(16),
      access: text(20),
      expiry_policy: text(16),
      expires_at: instant(OPTIONAL),
      created_at: instant(),
      ...actor("created_by"),
      deleted_at: instant(OPTIONAL),
    },
    references: {
      organization_id: { to: "organizations.id", onDelete: "CASCADE" },
      project_id: { to: "projects.id", onDelete: "CASCADE" },
    },
    indexes: [
      ["organization_id", "created_at", "id"],
      ["project_id", "created_at", "id"],
    ],
  }),
  createTable(1763700000009, "api_key_secrets", {
    columns: { hash: text(64, { isPrimary: true }), api_key_id: ref(), created_at: instant() },
    references: { api_key_id: { to: "api_keys.id", onDelete: "CASCADE" } },
    indexes: [["api_key_id"]],
  }),
  // The projects that a SELECTED_PROJECTS key names. No row means none, never all.
  createTable(1763700000010, "api_key_projects", {
    columns: { api_key_id: ref({ isPrimary: true }), project_id: ref({ isPrimary: true }) },
    references: {
      api_key_id: { to: "api_keys.id", onDelete: "CASCADE" },
      project_id: { to: "projects.id", onDelete: "CASCADE" },
    },
    indexes: [["project_id"]],
  }),
  createTable(1763700000011, "workflows", {
    columns: {
      id: id(),
      organization_id: ref(),
      project_id: ref(),
      name: text(100),
      folded_name: text(200),
      slug: text(50),
      description: text(500, OPTIONAL),
      target_url: longText(),
      sealed_signing_secret: text(500),
      created_at: instant(),
      ...actor("created_by"),
    },
    references: { project_id: { to: "projects.id", onDelete: "CASCADE" } },
    unique: [["project_id", "slug"]],
    indexes: [["project_id", "folded_name", "id"]],
  }),
  createTable(1763700000012, "executions", {
    columns: {
      id: id(),
      organization_id: ref(),
      project_id: ref(),
      workflow_id: ref(),
      status: text(16),
      ...actor("triggered_by"),
      input: longText(OPTIONAL),
      output: longText(OPTIONAL),
      error_code: text(64, OPTIONAL),
      error_message: text(500, OPTIONAL),
      created_at: instant(),
      started_at: instant(OPTIONAL),
      finished_at: instant(OPTIONAL),
      // When a worker has to look next: the next attempt or, while one runs, the end of its lease.
      due_at: instant(OPTIONAL),
      claimed: flag(),
      fence: integer(),
      failed_attempts: integer(),
    },
    references: { workflow_id: { to: "workflows.id", onDelete: "CASCADE" } },
    indexes: [
      ["due_at"],
      ["project_id", "created_at", "id"],
      ["workflow_id", "created_at", "id"],
      ["triggered_by_api_key_id", "created_at", "id"],
    ],
  }),
  createTable(1763700000013, "execution_attempts", {
    columns: {
      execution_id: ref({ isPrimary: true }),
      number: integer({ isPrimary: true }),
      started_at: instant(),
      finished_at: instant(OPTIONAL),
      response_status: integer(OPTIONAL),
      error_code: text(64, OPTIONAL),
      error_message: text(500, OPTIONAL),
    },
    references: { execution_id: { to: "executions.id", onDelete: "CASCADE" } },
  }),
  // No references: an entry outlives what it speaks of.
  createTable(1763700000014, "audit_entries", {
    columns: {
      id: id(),
      organization_id: ref(OPTIONAL),
      project_id: ref(OPTIONAL),
      at: instant(),
      ...actor("actor"),
      action: text(64),
      target_type: text(32),
      target_id: ref(),
      target_name: text(254),
      ip: text(45, OPTIONAL),
      changes: longText(OPTIONAL),
    },
    indexes: [["organization_id", "at", "id"]],
  }),
];
