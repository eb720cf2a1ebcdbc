import type { SchemaField } from "../trace-structure/schema-fields.ts";

/** What the pages to look things up say themselves: the fields of a trace, and the API. */
export const texts = {
  part: "reference" as const,
  english: {
    required: "Required",
    description: "Description",
    yes: "Yes",
    no: "No",
    traces: {
      title: "Trace Structure",
      about: {
        before:
          "A trace is one recorded operation. Fields that are not required may be absent; fields that are not listed here are kept and shown as they came. Programs read traces by ",
        api: "the API",
        after: ".",
      },
      fieldsOfTrace: "Fields of a trace",
      fieldsOfUser: "Fields of user",
      field: "Field",
      type: "Type",
      /** What a field means: the schema itself speaks English. */
      describe: ({ description }: SchemaField) => description,
    },
    api: {
      title: "API Reference",
      about: {
        before: "Programs read the same as ",
        document: "OpenAPI 3.1",
        between: ". Errors carry a code and say what to do. ",
        traces: "Trace Structure",
        after: " says what the fields of a trace mean.",
      },
      /** Where the language of the page is not that of the document. */
      language: "",
      callers: {
        session: "For whoever is signed in to the console.",
        signed: "For whoever signs the request or sends a token.",
        everybody: "For everybody.",
      },
      parametersOf: (operation: string) => `Parameters of ${operation}`,
      parameter: "Parameter",
      in: "In",
      places: { path: "path", query: "query" },
      oneOf: (values: readonly string[]) => `One of ${values.join(", ")}.`,
      body: (type: string) => `Body, ${type}`,
      answer: (status: string, type: string) => `Answers ${status}, ${type}`,
      emptyAnswer: (status: string) => `Answers ${status} without a body.`,
      /** Above a schema, and in its place where there is none. */
      above: (title: string) => `${title}:`,
      alone: (title: string) => `${title}.`,
    },
  },
};
