/** A project whose traces the tests know. */
export interface KnownProject {
  readonly project_id: string;
  readonly region: string;
  /** The region as the console names it. */
  readonly regionName: string;
  /** A word in the names and bodies of each of its traces, and of no other project's. */
  readonly marker: string;
}

/** All the kinds of traces that the tests filter, look at and open. */
export const beijing: KnownProject = {
  project_id: "aaaaaaaaaaaaaaaaaaaaaaaaaaaa0004",
  region: "cn-north-4",
  regionName: "CN North-Beijing4",
  marker: "peking",
};

/** A second project of the same region. */
export const laboratory: KnownProject = {
  ...beijing,
  project_id: "bbbbbbbbbbbbbbbbbbbbbbbbbbbb0004",
  marker: "laboratory",
};

/** The same kinds of traces in another region. */
export const singapore: KnownProject = {
  project_id: "aaaaaaaaaaaaaaaaaaaaaaaaaaaa0003",
  region: "ap-southeast-3",
  regionName: "AP-Singapore",
  marker: "temasek",
};

/** Traces of which every field is an attack. */
export const dublin: KnownProject = {
  project_id: "aaaaaaaaaaaaaaaaaaaaaaaaaaaa0101",
  region: "eu-west-101",
  regionName: "EU-Dublin",
  marker: "attack",
};

/** Thousands of traces. */
export const shanghai: KnownProject = {
  project_id: "aaaaaaaaaaaaaaaaaaaaaaaaaaaa0903",
  region: "cn-east-3",
  regionName: "CN East-Shanghai1",
  marker: "hudong",
};
