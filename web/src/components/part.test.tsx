import { act, render, screen } from "@testing-library/react";
import { Component, type ReactNode, Suspense } from "react";
import { PartMissing, part } from "./part.js";

/** Keeps what its children threw; `again` shows them once more. */
class Boundary extends Component<{ children: ReactNode }> {
  override state: { error: unknown } = { error: null };
  static getDerivedStateFromError = (error: unknown) => ({ error });
  again = () => this.setState({ error: null });
  override render = () => (this.state.error === null ? this.props.children : "broken");
}

const Hello = ({ name }: { name: string }) => <p>Hello, {name}</p>;

/** A part whose code comes, or not, as the answers say, one for each time it is asked for. */
async function show(...answers: (Error | typeof Hello)[]) {
  const asked = { times: 0 };
  const Part = part(async () => {
    const answer = answers[asked.times++];
    if (answer === undefined || answer instanceof Error) throw answer;
    return answer;
  });
  let boundary: Boundary | null = null;
  await act(async () => {
    render(
      <Boundary
        ref={(shown) => {
          boundary = shown;
        }}
      >
        <Suspense>
          <Part name="Ada" />
        </Suspense>
      </Boundary>,
      // Else React writes every error that a boundary caught to the console.
      { onCaughtError() {} },
    );
  });
  return { asked, Part, boundary: boundary as unknown as Boundary };
}

const missing = () => new TypeError("Failed to fetch dynamically imported module: http://x/part.js");

test.each([
  "Failed to fetch dynamically imported module: http://x/part.js",
  "error loading dynamically imported module: http://x/part.js",
  "Importing a module script failed.",
  "Unable to preload CSS for /assets/part.css",
])("code that did not come is told from a defect: %s", async (message) => {
  const { boundary } = await show(new TypeError(message));
  expect(boundary.state.error).toBeInstanceOf(PartMissing);
});

test("code that came and failed is the defect that it is", async () => {
  const defect = new TypeError("undefined is not a function");
  const { boundary } = await show(defect);
  expect(boundary.state.error).toBe(defect);
});

test("once forgotten, a failure is not the answer for ever", async () => {
  const { asked, boundary } = await show(missing(), Hello);
  const error = boundary.state.error as PartMissing;
  error.forget();
  await act(async () => boundary.again());
  expect(screen.getByText("Hello, Ada")).toBeTruthy();
  expect(asked.times).toBe(2);
});

test("preloading asks again after a failure, and never more than once at a time", async () => {
  const { asked, Part, boundary } = await show(missing(), missing(), Hello);
  await Part.preload();
  await Promise.all([Part.preload(), Part.preload()]);
  await act(async () => boundary.again());
  expect(screen.getByText("Hello, Ada")).toBeTruthy();
  expect(asked.times).toBe(3);
});
