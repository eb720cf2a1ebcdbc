import { regions } from "@trace-console/contracts/regions";

/** What the place of a trace file says about its traces. */
export interface ObsScope {
  readonly region: string | undefined;
  /** The name (not the id) of a project below the region's own one. */
  readonly projectName: string | undefined;
}

const dayFolder = /(?:^|\/)CloudTraces\/([^/]+)\/\d{4}\/\d{1,2}\/\d{1,2}\//;
const fileName =
  /_CloudTrace(?:-Digest)?_([^/]+?)\/?_\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(?:_[0-9a-f]{16})?\.json(?:\.gz)?$/i;
/** Regions that are not in the list follow the same pattern: `eu-de`, `eu-de-01`. */
const unlistedRegion = /^[a-z]{2,}-[a-z]+(?:-\d+)?(?=$|[-_])/;

/** Longest first, so that a region whose id begins another one's does not hide it. */
const regionIds = regions.map((region) => region.id).toSorted((a, b) => b.length - a.length);

const beginsScope = (scope: string, region: string): boolean =>
  scope.startsWith(region) && /^(?:$|[-_])/.test(scope.slice(region.length));

/**
 * Reads region and project from the path of a trace or digest file in the layout in which CTS
 * writes to OBS: `CloudTraces/<region>/<year>/<month>/<day>/<tracker>/<service>/` and
 * `<prefix>_CloudTrace_<region or region-project>_<time>_<16 hex>.json.gz` (CTS User Guide,
 * "Querying Transferred Traces"; "Digest Files"). The folder wins over the name for the region.
 *
 * @param path with `/` or `\`; what does not follow the layout says nothing.
 */
export function parseObsPath(path: string): ObsScope {
  const plain = path.replaceAll("\\", "/");
  const folder = dayFolder.exec(plain)?.[1];
  const scope = fileName.exec(plain)?.[1];
  if (scope === undefined) return { region: folder, projectName: undefined };
  const known = folder === undefined ? regionIds : [folder];
  const region =
    known.find((id) => beginsScope(scope, id)) ?? folder ?? unlistedRegion.exec(scope)?.[0];
  const isOfRegion = region !== undefined && beginsScope(scope, region);
  const projectName = isOfRegion ? scope.slice(region.length + 1) : "";
  return { region, projectName: projectName === "" ? undefined : projectName };
}
