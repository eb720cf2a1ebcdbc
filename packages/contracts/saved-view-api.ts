import { z } from "zod";
import { listColumnSchema } from "./trace-columns.ts";
import {
  excludedField,
  formatTraceQuery,
  managementOnlyFields,
  traceFilterSchema,
} from "./trace-filter.ts";

/** Saved views of the Trace List: what its address holds, under a name. */

/** Most views that one user keeps in one project. */
export const savedViewsAtMost = 100;
/** Longest name of a view, in characters. */
export const maxViewNameLength = 64;
/**
 * Longest filter of a view, in characters of an address: the longest address that is answered has
 * 8,192, and project, time range and the marker of a page need some of them.
 */
const maxFilterLength = 7_000;
/** The last moment that a date can have (ECMAScript, "Time Values"), ms since 1970. */
const lastMoment = 8_640_000_000_000_000;

const momentSchema = z.int().nonnegative().max(lastMoment);

/** A preset ends at the moment in which the view is opened; any other range is absolute, in ms. */
const viewRangeSchema = z.union([
  z.strictObject({ preset: z.enum(["1h", "1d", "1w"]) }),
  z
    .strictObject({ from: momentSchema, to: momentSchema })
    .refine(({ from, to }) => from < to, "from must lie before to"),
]);

const viewFilterSchema = z
  .strictObject(traceFilterSchema.shape)
  .refine(
    (filter) =>
      filter.trace_type === "system" ||
      managementOnlyFields.every(
        (field) => (filter[field] ?? filter[excludedField(field)]) === undefined,
      ),
    `data traces have no filters by ${managementOnlyFields.join(", ")}`,
  )
  .refine(
    (filter) => formatTraceQuery({ ...filter, from: 0, to: 0 }).toString().length < maxFilterLength,
    "it is too long: take fewer or shorter values",
  );

/** What a view shows. Without columns: those that the reader has chosen. */
export const viewStateSchema = z.strictObject({
  filter: viewFilterSchema,
  range: viewRangeSchema,
  columns: z.array(listColumnSchema).min(1).max(listColumnSchema.options.length).optional(),
});
export type ViewState = z.infer<typeof viewStateSchema>;

const viewNameSchema = z
  .string()
  .normalize()
  .regex(
    new RegExp(String.raw`^(?=\S)[^\p{C}\p{Zl}\p{Zp}]{1,${maxViewNameLength}}(?<=\S)$`, "u"),
    `a name is 1 to ${maxViewNameLength} printable characters, without spaces at its ends`,
  );

/** `POST` of a view, and `PUT`, which replaces all of one. */
export const newSavedViewSchema = z.strictObject({
  name: viewNameSchema,
  /** Whether everybody sees it who may list the traces of the project. */
  is_shared: z.boolean(),
  state: viewStateSchema,
});
export type NewSavedView = z.infer<typeof newSavedViewSchema>;

/** What is told of each view, whatever it shows. */
const viewHeadSchema = z.object({
  view_id: z.string(),
  name: z.string(),
  owner: z.string(),
  is_shared: z.boolean(),
  /** Whether it is the reader's own. */
  is_own: z.boolean(),
  /** Whether the reader may change and delete it. */
  may_change: z.boolean(),
});
export type ViewHead = z.infer<typeof viewHeadSchema>;

/** A view as somebody sees it. */
export const savedViewSchema = viewHeadSchema.extend({ state: viewStateSchema });
export type SavedView = z.infer<typeof savedViewSchema>;

/** `GET /api/projects/{project_id}/saved-views`: one's own and those that others share, by name. */
export const savedViewsSchema = z.object({
  views: z.array(savedViewSchema),
  /** Those that another version has stored, with a state that this one cannot show. */
  unusable: z.array(viewHeadSchema),
});
export type SavedViewList = z.infer<typeof savedViewsSchema>;
