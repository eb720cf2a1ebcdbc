import { maxPageSize } from "@trace-console/contracts/console-api";
import type { TraceQuery } from "@trace-console/contracts/trace-filter";
import { pythonText } from "./literals.ts";
import type { Target } from "./target.ts";
import type { texts } from "./texts.ts";
import { type Parameter, type WireCalls, toWireCalls } from "./wire-calls.ts";

/** A query as a program that asks for all its traces with the vendor's SDK for Python. */
export function pythonProgram(
  query: TraceQuery,
  { origin, projectId }: Target,
  t: typeof texts.english.python,
): string {
  const { shared, each, left } = toWireCalls(query);
  return `# ${t.install}
# ${t.keys}
import os

from huaweicloudsdkcore.auth.credentials import BasicCredentials
from huaweicloudsdkcts.v3 import CtsClient, ListTracesRequest

credentials = BasicCredentials(
    os.environ["CLOUD_SDK_AK"],
    os.environ["CLOUD_SDK_SK"],
    ${pythonText(projectId)},
)
client = (
    CtsClient.new_builder()
    .with_credentials(credentials)
    .with_endpoint(${pythonText(origin)})
    .build()
)


def list_traces(**filters):
    marker = None
    while True:
        request = ListTracesRequest(limit=${maxPageSize}, next=marker, **filters)
        reply = client.list_traces(request)
        yield from reply.traces or []
        marker = reply.meta_data.marker
        if not marker:
            return


${[...leftOut(left, t.left), ...inLoops({ shared, each })].join("\n")}
`;
}

function leftOut(left: readonly Parameter[], title: string): string[] {
  if (left.length === 0) return [];
  return [`# ${title}`, ...left.map(([name, value]) => `# ${name}=${pythonText(value)}`)];
}

/** `from` is a word of Python itself: the SDK calls it `_from`. */
function argument([name, value]: Parameter): string {
  if (name === "from") return `_from=${value}`;
  return name === "to" ? `to=${value}` : `${name}=${pythonText(value)}`;
}

function inLoops({ shared, each }: Pick<WireCalls, "shared" | "each">): string[] {
  const heads = each.map(
    ({ field, values }) => `for ${field} in [${values.map(pythonText).join(", ")}]:`,
  );
  const args = [...shared.map(argument), ...each.map(({ field }) => `${field}=${field}`)];
  const lines = [
    "for trace in list_traces(",
    ...args.map((text) => `    ${text},`),
    "):",
    "    print(trace)",
  ];
  return [
    ...heads.map((line, depth) => "    ".repeat(depth) + line),
    ...lines.map((line) => "    ".repeat(heads.length) + line),
  ];
}
