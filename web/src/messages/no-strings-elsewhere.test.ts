import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSync } from "@swc/core";

// A second language is a file: what people read stands in the messages, and in no component.

const SOURCE = fileURLToPath(new URL("..", import.meta.url));

/** Attributes and properties whose text somebody reads or hears. */
const SPOKEN =
  /^(label|title|lead|description|placeholder|alt|legend|hint|message|summary|error|heading|caption|copyLabel|submitLabel|confirmLabel|failedTitle|aria-label|aria-description|aria-roledescription|aria-valuetext|nothingFoundMessage)$/;
/** What has words and is no language: an address, a class of a style sheet. */
const NO_LANGUAGE = /^(https?:\S+|[a-z]+(-[a-z]+)+)$/;

type Node = { type?: string; [key: string]: unknown };

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const isRead = (text: unknown): text is string =>
  typeof text === "string" && /\p{L}{2}/u.test(text) && !NO_LANGUAGE.test(text);

/** The texts that an expression may come to: a string, a template, either side of a choice. */
function texts(node: unknown): string[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case "StringLiteral":
      return [node.value].filter(isRead);
    case "TemplateLiteral":
      return (node.quasis as Node[]).map(({ raw }) => raw).filter(isRead);
    case "ConditionalExpression":
      return [...texts(node.consequent), ...texts(node.alternate)];
    case "BinaryExpression":
      return ["&&", "||", "??", "+"].includes(String(node.operator))
        ? [...texts(node.left), ...texts(node.right)]
        : [];
    case "ParenthesisExpression":
    case "JSXExpressionContainer":
      return texts(node.expression);
    default:
      return [];
  }
}

function found(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(found);
  if (!isNode(node)) return [];
  const inner = Object.values(node).flatMap(found);
  if (node.type === "JSXText") return [node.value].filter(isRead).concat(inner);
  if (node.type === "JSXElement" || node.type === "JSXFragment") {
    return (node.children as Node[]).flatMap(texts).concat(inner);
  }
  if (node.type === "JSXAttribute" || node.type === "KeyValueProperty") {
    const name = (node.name ?? node.key) as Node;
    return SPOKEN.test(String(name.value)) ? texts(node.value).concat(inner) : inner;
  }
  return inner;
}

const stringsIn = (code: string) => found(parseSync(code, { syntax: "typescript", tsx: true }).body);

test.each([
  ["<p>Hello there</p>"],
  [`<p>{"Hello there"}</p>`],
  [`<p>{busy ? "Wait" : done}</p>`],
  [`<p>{\`\${amount} keys\`}</p>`],
  [`<input placeholder="Search" />`],
  [`<button aria-label={open ? "Close" : text.open} />`],
  [`notifications.show({ message: "Saved" })`],
])("the check sees %s", (code) => {
  expect(stringsIn(code)).toHaveLength(1);
});

test.each([["<p>{text.hello} · 5 %</p>"], [`<p className="mono" aria-live="polite">{name}</p>`]])(
  "the check lets %s pass",
  (code) => {
    expect(stringsIn(code)).toEqual([]);
  },
);

const components = readdirSync(SOURCE, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".tsx") && !/\.test(ing)?\.tsx$/.test(name),
);

test("no component holds a text that people read", () => {
  expect(components.length).toBeGreaterThan(50);
  const strings = components.flatMap((name) =>
    stringsIn(readFileSync(SOURCE + name, "utf8")).map((text) => `${name}: ${text.trim()}`),
  );
  expect(strings).toEqual([]);
});
