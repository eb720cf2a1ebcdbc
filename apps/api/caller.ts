import type { Project } from "@trace-console/contracts/console-api";

/** Who is calling, and what they may read. */
export interface Caller {
  readonly user: string;
  readonly projects: readonly Project[];
}

declare module "fastify" {
  interface FastifyRequest {
    /** Set for every route whose access is not `public`. */
    caller: Caller | undefined;
  }
  interface FastifyContextConfig {
    /**
     * Who may call the route. `project` and `domain`: whoever may read the project, or a project of
     * the domain, that the path names. A route without it fails the start.
     */
    access?: "public" | "session" | "project" | "domain";
  }
}
