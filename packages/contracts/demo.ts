import type { Project } from "./console-api.ts";

/**
 * The values of the demo, documented and the same everywhere, so that a person or a script can try
 * it at once. They are worthless: the demo serves samples only, and on loopback only.
 */
export const demoUser = { name: "demo", password: "demo" } as const;
/** For clients that sign their requests. */
export const demoAccessKey = {
  access_key_id: "DEMOACCESSKEY0000001",
  secret_access_key: "demo-secret-access-key-not-for-production",
} as const;

const demoDomainId = "99999999999999999999999999999999";

/** One project in each of three regions. */
export const demoProjects: readonly (Project & { readonly domain_id: string })[] = [
  {
    project_id: "11111111111111111111111111110004",
    name: "cn-north-4",
    region: "cn-north-4",
    domain_id: demoDomainId,
  },
  {
    project_id: "11111111111111111111111111110003",
    name: "ap-southeast-3",
    region: "ap-southeast-3",
    domain_id: demoDomainId,
  },
  {
    project_id: "11111111111111111111111111110101",
    name: "eu-west-101",
    region: "eu-west-101",
    domain_id: demoDomainId,
  },
];
