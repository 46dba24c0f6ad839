import { configure } from "@testing-library/react";

// Only ends what hangs: a render on a busy machine may take longer than the second that is its default.
configure({ asyncUtilTimeout: 60_000 });

// What Mantine asks of a browser and jsdom does not have.

window.matchMedia = (query) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener() {},
  removeListener() {},
  addEventListener() {},
  removeEventListener() {},
  dispatchEvent: () => false,
});

window.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

window.HTMLElement.prototype.scrollIntoView = () => {};
window.scrollTo = () => {};

Object.defineProperty(document, "fonts", { value: new EventTarget() });
