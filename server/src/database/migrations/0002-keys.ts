import type { MigrationInterface, QueryRunner } from "typeorm";
import { newId } from "../../ids.js";
import { addColumns, createTable, flag, instant, integer, longText, OPTIONAL, ref, text } from "./table.js";

/** The whole key model: kinds, rotation, stopping, limits, use; policy; invitations; deleted tenants. */
export const keys = [
  addColumns(1763800000001, "organizations", {
    // Held by conditional updates, so that two removals at once cannot take the last one.
    owner_count: integer({ default: 1 }),
    max_lifetime_days: integer(OPTIONAL),
    require_allowed_ips: flag({ default: 0 }),
    deleted_at: instant(OPTIONAL),
  }),
  class implements MigrationInterface {
    name = "Count_owners_1763800000002";
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`UPDATE organizations SET owner_count =
        (SELECT COUNT(*) FROM memberships m WHERE m.organization_id = organizations.id AND m.role = 'OWNER')`);
    }
    async down(): Promise<void> {}
  },
  addColumns(1763800000003, "projects", { deleted_at: instant(OPTIONAL) }),
  addColumns(
    1763800000004,
    "api_keys",
    {
      folded_name: text(200, { default: "''" }),
      kind: text(16, { default: "'SERVICE'" }),
      owner_id: ref(OPTIONAL),
      enabled: flag({ default: 1 }),
      allowed_ips: longText(OPTIONAL),
      rate_limit_per_minute: integer(OPTIONAL),
      last_used_at: instant(OPTIONAL),
      last_used_ip: text(45, OPTIONAL),
      revoked_at: instant(OPTIONAL),
      revoked_by_kind: text(16, OPTIONAL),
      revoked_by_name: text(220, OPTIONAL),
      revoked_by_user_id: ref(OPTIONAL),
      revoked_by_api_key_id: ref(OPTIONAL),
      revoke_reason: text(200, OPTIONAL),
    },
    [
      ["organization_id", "folded_name", "id"],
      ["organization_id", "expires_at", "id"],
      ["organization_id", "last_used_at", "id"],
      ["preview"],
      ["owner_id"],
    ],
  ),
  class implements MigrationInterface {
    name = "Fold_key_names_1763800000005";
    async up(runner: QueryRunner): Promise<void> {
      await runner.query("UPDATE api_keys SET folded_name = LOWER(name) WHERE folded_name = ''");
    }
    async down(): Promise<void> {}
  },
  addColumns(1763800000006, "api_key_secrets", {
    preview: text(16, { default: "''" }),
    // The end of its grace, once a newer secret is there; null: as long as its key.
    expires_at: instant(OPTIONAL),
    ended_at: instant(OPTIONAL),
    last_used_at: instant(OPTIONAL),
    use_count: integer({ default: 0 }),
  }),
  class implements MigrationInterface {
    name = "Preview_secrets_1763800000011";
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`UPDATE api_key_secrets SET preview =
        (SELECT k.preview FROM api_keys k WHERE k.id = api_key_secrets.api_key_id) WHERE preview = ''`);
    }
    async down(): Promise<void> {}
  },
  class implements MigrationInterface {
    name = "Give_projects_an_automator_1763800000012";
    async up(runner: QueryRunner): Promise<void> {
      const projects: { id: string; organization_id: string; created_at: unknown }[] = await runner.query(
        `SELECT p.id, p.organization_id, p.created_at FROM projects p
         WHERE NOT EXISTS (SELECT 1 FROM api_keys k WHERE k.project_id = p.id AND k.kind = 'SYSTEM')`,
      );
      for (const project of projects) {
        await runner.query(
          `INSERT INTO api_keys (id, organization_id, project_id, name, folded_name, preview, kind, role, access,
             expiry_policy, created_at, created_by_kind, created_by_name, enabled)
           VALUES (?, ?, ?, 'Automator', 'automator', 'pst_s_', 'SYSTEM', 'TRIGGER', 'SELECTED_PROJECTS',
             'NEVER', ?, 'SYSTEM', 'Postern', 1)`,
          [newId("apiKey"), project.organization_id, project.id, project.created_at],
        );
      }
    }
    async down(): Promise<void> {}
  },
  createTable(1763800000007, "api_key_usage_days", {
    columns: {
      api_key_id: ref({ isPrimary: true }),
      day: text(10, { isPrimary: true }),
      accepted: integer(),
      denied: integer(),
    },
    references: { api_key_id: { to: "api_keys.id", onDelete: "CASCADE" } },
  }),
  createTable(1763800000008, "api_key_denials", {
    columns: {
      api_key_id: ref({ isPrimary: true }),
      day: text(10, { isPrimary: true }),
      cause: text(32, { isPrimary: true }),
      count: integer(),
      last_at: instant(),
      last_ip: text(45, OPTIONAL),
    },
    references: { api_key_id: { to: "api_keys.id", onDelete: "CASCADE" } },
  }),
  // What a repeat of a create or a rotation is recognised by.
  createTable(1763800000009, "api_key_requests", {
    columns: {
      user_id: ref({ isPrimary: true }),
      idempotency_key: text(255, { isPrimary: true }),
      api_key_id: ref(),
      created_at: instant(),
    },
  }),
  createTable(1763800000010, "invitations", {
    columns: {
      id: text(40, { isPrimary: true }),
      organization_id: ref(),
      email: text(254),
      role: text(16),
      token_hash: text(64),
      expires_at: instant(),
      created_at: instant(),
      invited_by_kind: text(16),
      invited_by_name: text(220),
      invited_by_user_id: ref(OPTIONAL),
      invited_by_api_key_id: ref(OPTIONAL),
    },
    references: { organization_id: { to: "organizations.id", onDelete: "CASCADE" } },
    unique: [["token_hash"], ["organization_id", "email"]],
  }),
];
