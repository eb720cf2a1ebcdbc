import type { Project } from "@trace-console/contracts/console-api";

/**
 * The services of a token's reply, all of them here: identity and CTS, the latter under the names by
 * which OpenStack clients know its versions.
 *
 * @param project of the token: the addresses of CTS name it.
 */
export function writeCatalog(origin: string, project: Project | undefined) {
  const region = project?.region ?? "";
  const service = (type: string, name: string, url: string) => ({
    id: type,
    type,
    name,
    endpoints: [{ id: `${type}-public`, interface: "public", region, region_id: region, url }],
  });
  const identity = service("identity", "iam", `${origin}/v3`);
  if (project === undefined) return [identity];
  const { project_id } = project;
  return [
    identity,
    service("cts", "cts", `${origin}/v1.0/${project_id}`),
    service("ctsv2", "cts", `${origin}/v2.0/${project_id}`),
    service("ctsv3", "cts", `${origin}/v3/${project_id}`),
  ];
}
