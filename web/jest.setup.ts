import { configure } from "@testing-library/dom";

// A machine under load takes its time: what is waited for may come late, and a test has 30 seconds.
configure({ asyncUtilTimeout: 10_000 });

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
