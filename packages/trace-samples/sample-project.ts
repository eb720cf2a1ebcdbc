/** A project that samples are made for. */
export interface SampleProject {
  readonly project_id: string;
  readonly region: string;
  readonly domain_id: string;
}
