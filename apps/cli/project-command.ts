import { newProjectSchema } from "@trace-console/contracts/administration-api";
import { onlyName, readAccountArgs, say, withAccounts, writeTable } from "./account-command.ts";
import { UsageError } from "./usage-error.ts";

const projectUsage = `Usage: npm run trace-console -- project ACTION [ID] [options]

  list           all projects
  add ID         registers a project; an import registers those that it meets by itself

  --region ID    its region (needed)
  --name NAME    its name; the region's id unless given, as of a region's default project
  --domain ID    the account that it belongs to

Environment: DATA_DIR (default data).`;

/** `trace-console project …`. @returns the exit code. */
export async function runProject(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const asked = readAccountArgs(args, { region: "string", name: "string", domain: "string" });
  if (asked === undefined) {
    say(projectUsage);
    return 0;
  }
  const action = {
    trace_name: "createProject",
    resource_type: "project",
    resource_id: asked.names[0],
    command: ["project", ...args],
  };
  await withAccounts(env, asked.action === "add" ? action : undefined, ({ projects }) => {
    switch (asked.action) {
      case "list":
        writeTable(
          projects
            .list()
            .map(({ project_id, name, region, domain_id }) => [
              project_id,
              region,
              name,
              domain_id ?? "",
            ]),
        );
        return;
      case "add": {
        const [region] = asked.list("region");
        if (region === undefined) throw new UsageError("add needs --region, the project's region.");
        const project = newProjectSchema.safeParse({
          project_id: onlyName(asked, "project id"),
          region,
          name: asked.list("name")[0] ?? region,
          domain_id: asked.list("domain")[0],
        });
        if (!project.success) {
          const [issue] = project.error.issues;
          throw new UsageError(`${issue?.path.join(".")}: ${issue?.message}.`);
        }
        if (projects.find(project.data.project_id) !== undefined) {
          throw new UsageError(`There is a project ${project.data.project_id} already.`);
        }
        projects.register(project.data);
        say(`${project.data.project_id} is registered.`);
        return;
      }
      default:
        throw new UsageError(`project knows no ${JSON.stringify(asked.action)}.`);
    }
  });
  return 0;
}
