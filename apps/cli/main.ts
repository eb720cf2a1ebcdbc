import { ConfigError } from "@trace-console/contracts/data-config";
import { explainStorageFailure } from "@trace-console/sqlite/storage-failure";
import { importUsage, runImport } from "./import-command.ts";
import { runKey } from "./key-command.ts";
import { runProject } from "./project-command.ts";
import { UsageError } from "./usage-error.ts";
import { runUser } from "./user-command.ts";

const usage = `Usage: npm run trace-console -- COMMAND …

Commands:
  import    stores the traces of CTS trace files
  user      who may sign in, and what they may do
  project   which projects there are
  key       the access keys with which clients sign requests

${importUsage}

npm run trace-console -- user --help, and so on, says more.`;

const isWrongUsage = (error: unknown): error is Error =>
  error instanceof UsageError ||
  error instanceof ConfigError ||
  (error instanceof TypeError &&
    "code" in error &&
    String(error.code).startsWith("ERR_PARSE_ARGS"));

async function run([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case "import":
      return await runImport(args, process.env);
    case "user":
      return await runUser(args, process.env);
    case "project":
      return await runProject(args, process.env);
    case "key":
      return await runKey(args, process.env);
    case "--help":
    case "-h":
    case "help":
      process.stdout.write(`${usage}\n`);
      return 0;
    case undefined:
      throw new UsageError("Say which command to run.");
    default:
      throw new UsageError(`There is no command ${JSON.stringify(command)}.`);
  }
}

// A reader that has seen enough (`… | head`) is no error.
process.stdout.on("error", (error: Error) => {
  if ("code" in error && error.code === "EPIPE") process.exit(141);
  throw error;
});

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const storage = explainStorageFailure(error);
  if (storage !== undefined) {
    process.stderr.write(`${storage}\n`);
    process.exitCode = 1;
  } else if (isWrongUsage(error)) {
    process.stderr.write(`${error.message}\nnpm run trace-console -- --help says more.\n`);
    process.exitCode = 2;
  } else throw error;
}
