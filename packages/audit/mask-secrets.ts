const secretName = /password|secret|token/i;

/** What an identity provider sends along with a browser. */
const secretParameter = /^(code|state|iss)$/;

/** An address as an audit may keep it. */
export function maskQuery(url: string): string {
  const [path = "", query] = url.split("?", 2);
  if (query === undefined) return url;
  const masked = query
    .split("&")
    .map((parameter) => {
      const [name = ""] = parameter.split("=", 1);
      return secretParameter.test(name) || secretName.test(name) ? `${name}=******` : parameter;
    })
    .join("&");
  return `${path}?${masked}`;
}

/** A JSON value as an audit may keep it: what stands under the name of a secret is not in it. */
export function maskSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskSecrets);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      secretName.test(name) ? "******" : maskSecrets(member),
    ]),
  );
}
