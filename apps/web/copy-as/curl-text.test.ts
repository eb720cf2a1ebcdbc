import { tokenRequestSchema } from "@trace-console/contracts/iam-api";
import { type TraceQuery, parseTraceQuery } from "@trace-console/contracts/trace-filter";
import fc from "fast-check";
import { expect, test } from "vitest";
import { curlText } from "./curl-text.ts";
import { shellCalls, shellWords } from "./test-shell.ts";
import { chinese } from "./texts-chinese.ts";
import { texts } from "./texts.ts";

const query: TraceQuery = { trace_type: "system", from: 1_700_000_000_000, to: 1_700_003_600_000 };
const target = { origin: "http://127.0.0.1:8080", projectId: "1111" };
const hostile = `O'Neil "$(reboot)" \`id\` \\ !! 训练 a+b&c=d%\n#;\r* \u202E`;

const write = (wanted: TraceQuery, projectId = target.projectId) =>
  curlText(wanted, { ...target, projectId }, texts.english.curl);

/** The addresses that a script calls. */
function urlsOf(script: string): URL[] {
  return shellCalls(script).map((words) => {
    expect(words.slice(0, 3)).toEqual(["curl", "-H", "X-Auth-Token: token"]);
    expect(words).toHaveLength(4);
    return new URL(words[3] ?? "");
  });
}

/** The query of the console that an address asks for. */
function queryOf({ searchParams }: URL): TraceQuery {
  const params = new URLSearchParams(searchParams);
  expect(params.get("limit")).toBe("200");
  params.set("from", String(Number(params.get("from")) + 1));
  const parsed = parseTraceQuery(params);
  if (!parsed.ok) throw new Error(parsed.field);
  return parsed.query;
}

test("a call asks for what the console shows", () => {
  const wanted: TraceQuery = { ...query, service_type: ["ModelArts"], user: ["李伟"] };
  const [url, ...more] = urlsOf(write(wanted));
  expect(more).toEqual([]);
  expect(url?.origin).toBe(target.origin);
  expect(url?.pathname).toBe("/v3/1111/traces");
  expect(url && queryOf(url)).toEqual(wanted);
});

test("there is a call for each combination of values", () => {
  const urls = urlsOf(
    write({ ...query, user: ["a b", hostile], trace_rating: ["warning", "incident"] }),
  );
  expect(urls.map(queryOf)).toEqual(
    ["a b", hostile].flatMap((user) =>
      (["warning", "incident"] as const).map((rating) => ({
        ...query,
        user: [user],
        trace_rating: [rating],
      })),
    ),
  );
});

test("whatever a value holds comes through, and nothing of it is run", () => {
  const value = fc.string({ unit: "binary", minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(value, value, (name, text) => {
      const script = write({ ...query, resource_name: [name], text, not_user: [name] });
      expect(urlsOf(script).map(queryOf)).toEqual([{ ...query, resource_name: [name] }]);
    }),
  );
});

test.each([
  ["English", texts.english.curl],
  ["Chinese", chinese.curl],
])("a shell that knows no comments expands nothing in them (%s)", (_language, t) => {
  const script = curlText({ ...query, text: hostile, not_user: [hostile, "$HOME"] }, target, t);
  const comments = script.split("\n").filter((line) => line.startsWith("#"));
  expect(comments).toHaveLength(7);
  for (const comment of comments) expect(shellWords(comment)).not.toContain(";");
});

test("a comment tells what ListTraces cannot be asked for, and only then", () => {
  const script = write({ ...query, text: "it's", not_user: ["li.wei"] });
  expect(script).toContain(`# ${texts.english.curl.left}\n# not_user='"li.wei"'\n`);
  expect(script).toContain(String.raw`# text='"it'\''s"'`);
  expect(write(query)).not.toContain(texts.english.curl.left);
});

test("a comment tells how to get a token for the project", () => {
  const projectId = "it's $HOME";
  const line = write(query, projectId)
    .split("\n")
    .find((text) => text.startsWith("# curl"));
  const words = shellWords(line?.slice(2) ?? "");
  expect(words).toContain("http://127.0.0.1:8080/v3/auth/tokens");
  const { auth } = tokenRequestSchema.parse(JSON.parse(words.at(-1) ?? ""));
  expect(auth.identity.password.user).toEqual({ name: "USER", password: "PASSWORD" });
  expect(auth.scope?.project?.id).toBe(projectId);
  expect(urlsOf(write(query, projectId))[0]?.pathname).toBe("/v3/it's%20%24HOME/traces");
});
