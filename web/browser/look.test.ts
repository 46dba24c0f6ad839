import { openBrowser, type Visitor } from "./browser.js";

// Every other browser test stands on what `look` finds, so this one shows that it finds it.

let visitor: Visitor;
beforeAll(async () => {
  visitor = await openBrowser("http://127.0.0.1");
});
afterAll(() => visitor.close());

const page = (body: string) =>
  visitor.page.setContent(
    `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Page</title>
     <body><main><h1>Page</h1>${body}</main></body></html>`,
  );
const small = '<button style="width:16px;height:16px;padding:0;border:0">a</button>';

test("a page without faults passes", async () => {
  await page("<p>A sentence that is as long as it likes to be, and goes on in the next line.</p>");
  await expect(visitor.look("look")).resolves.toBeUndefined();
});

test.each([
  ["buttons too small and too close, in sight", small.repeat(3), "target-size"],
  [
    "the same, half under what is fixed at the bottom",
    `<div style="height:880px"></div>${small.repeat(3)}
    <div style="position:fixed;bottom:0;left:0;right:0;height:10px;background:#fff"></div>`,
    "target-size",
  ],
  ["text too pale", '<p style="color:#aaa">Hard to read</p>', "color-contrast"],
  ["a field without a name", "<input>", "label"],
  ["a page wider than a phone", '<p style="width:600px">Wide</p>', "at 375 px it scrolls sideways by"],
  [
    "cut text",
    '<p style="width:40px;overflow:hidden;white-space:nowrap">Cut without a sign</p>',
    "is cut by",
  ],
  [
    "text that leaves its card",
    '<p style="width:40px;border:1px solid;white-space:nowrap">Goes on outside</p>',
    "spills over the border by",
  ],
])("%s: told", async (_, body, fault) => {
  await page(body);
  await expect(visitor.look("look")).rejects.toThrow(fault);
});

test("a button of good size that lies half under what is fixed at the bottom is no fault: one can scroll", async () => {
  await page(`<div style="height:870px"></div><button style="height:40px">Press</button><div style="height:300px"></div>
    <div style="position:fixed;bottom:0;left:0;right:0;height:20px;background:#fff"><button>Stay</button></div>`);
  await expect(visitor.look("look")).resolves.toBeUndefined();
});
