import { Command, CommanderError, InvalidArgumentError } from "commander";
import { createAdmin, resetPassword } from "./cli/accounts.js";
import { checkForm, checkKnown, type Verdict } from "./cli/check-secret.js";
import { withContext } from "./cli/open.js";
import { MistypedError, readNewPassword, readSecret } from "./cli/read-secret.js";
import { rotateEncryptionKey } from "./cli/rotate-encryption-key.js";
import { seed } from "./cli/seed.js";
import { placeOf } from "./config-values.js";
import { PosternError, StartError } from "./errors.js";
import { version } from "./version.js";

/** Not done, or (check-secret) a secret that does not work. */
const FAILED = 1;
/** The command line itself is wrong. */
const MISUSED = 2;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const program = new Command("pnpm cli")
  .description(
    "Looks after a Postern from the machine that it runs on. The environment says which one, as for the server: DATA_DIR, DATABASE_URL.",
  )
  .version(version)
  .showHelpAfterError("(--help shows the options and an example.)")
  .exitOverride()
  .addHelpText("after", "\nExit codes: 0 done; 1 not done, or a secret that does not work; 2 wrong use.");

const example = (command: Command, text: string) => command.addHelpText("after", `\nExample:\n  ${text}`);

example(
  program
    .command("migrate")
    .description(
      "Bring the database's schema up to date, or make it. The server does so by itself at its start.",
    ),
  "DATABASE_URL=mariadb://postern:…@127.0.0.1/postern pnpm cli migrate",
).action(() =>
  withContext({ mustExist: false }, async (ctx) =>
    say(`The schema is up to date: ${placeOf(ctx.config.database)}`),
  ),
);

example(
  program
    .command("create-admin")
    .description(
      "Make an account and an organization that it owns, also after set-up. The password comes from stdin.",
    )
    .requiredOption("--email <address>", "what it signs in with")
    .requiredOption("--name <name>", "the person's name")
    .requiredOption("--organization <name>", "the new organization's name"),
  'pnpm cli create-admin --email ada@example.com --name "Ada Lovelace" --organization Acme < password.txt',
).action(async (options: { email: string; name: string; organization: string }) => {
  const password = await readNewPassword();
  await withContext({ mustExist: false }, async (ctx) => {
    const { user, organization } = await createAdmin(ctx, { ...options, password });
    say(`${user.name} <${user.email}> owns the new organization ${organization.name} (${organization.id}).`);
    say(`Sign in at ${ctx.config.publicUrl}`);
  });
});

example(
  program
    .command("reset-password")
    .description("Give an account a new password and end its sessions. The password comes from stdin.")
    .requiredOption("--email <address>", "the account"),
  "pnpm cli reset-password --email ada@example.com < password.txt",
).action(async ({ email }: { email: string }) => {
  const password = await readNewPassword();
  await withContext({ mustExist: true }, async (ctx) => {
    const { user, endedSessions } = await resetPassword(ctx, { email, password });
    say(`The password of ${user.email} is changed; sessions ended: ${endedSessions}.`);
  });
});

example(
  program
    .command("check-secret")
    .description(
      "Say what the key on stdin is: whether its checksum holds, whose it is, and whether it works.",
    )
    .option("--offline", "look at its characters only, not into the database"),
  "pnpm cli check-secret < key.txt",
).action(async ({ offline }: { offline?: boolean }) => {
  const secret = (await readSecret("API key: ")).trim();
  const form = checkForm(secret);
  show(form);
  if (form.works && !offline) show(await withContext({ mustExist: true }, (ctx) => checkKnown(ctx, secret)));
});

function show({ works, lines }: Verdict): void {
  say(lines.join("\n"));
  if (!works) process.exitCode = FAILED;
}

example(
  program
    .command("seed")
    .description(
      "Fill an empty database with made-up tenants, for benchmarks and demonstrations. The same numbers make the same secrets, which anybody can work out: never where real data is.",
    )
    .option("--organizations <number>", "how many in all", wholeNumber(1, 10_000), 3)
    .option("--projects <number>", "how many in all", wholeNumber(1, 100_000), 12)
    .option(
      "--keys <number>",
      "how many in all, besides each project's own",
      wholeNumber(0, 10_000_000),
      1000,
    )
    .option("--usage", "calls by day of the last month, too")
    .option("--add", "also into a database that is not empty"),
  "DATA_DIR=/tmp/bench pnpm cli seed --organizations 100 --projects 1000 --keys 1000000",
).action(
  (options: { organizations: number; projects: number; keys: number; add?: boolean; usage?: boolean }) =>
    withContext({ mustExist: false }, async (ctx) => {
      const progress = (text: string) => void process.stderr.write(`${text}\n`);
      say(
        await seed(ctx, { ...options, add: options.add ?? false, usage: options.usage ?? false }, progress),
      );
    }),
);

example(
  program
    .command("rotate-encryption-key")
    .description(
      "Change the key that encrypts signing secrets at rest, and seal them anew; also while servers run. It may be stopped with Ctrl-C and run again. For keys in the environment it says which step comes next.",
    ),
  "pnpm cli rotate-encryption-key",
).action(() =>
  withContext({ mustExist: true }, async (ctx) => {
    const stop = new AbortController();
    process.once("SIGINT", () => stop.abort());
    const tell = (text: string) => void process.stderr.write(`${text}\n`);
    say(await rotateEncryptionKey(ctx, { tell, stop: stop.signal }));
  }),
);

function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (/^\d{1,9}$/.test(value) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}

try {
  await program.parseAsync();
} catch (error) {
  // Commander has told its own errors already; help and version are none.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : MISUSED;
  else {
    const expected = [PosternError, StartError, MistypedError].some((type) => error instanceof type);
    process.stderr.write(`${expected ? (error as Error).message : ((error as Error).stack ?? error)}\n`);
    process.exitCode = FAILED;
  }
}
