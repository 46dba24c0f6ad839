import { type ComponentType, use } from "react";

/** How Chromium, Firefox and Safari say that a module did not come, and Vite that its stylesheet did not. */
const NOT_DELIVERED = [
  "Failed to fetch dynamically imported module",
  "error loading dynamically imported module",
  "Importing a module script failed",
  "Unable to preload CSS",
];

/** Code of the application that the server did not deliver. Code that came and failed is a defect instead. */
export class PartMissing extends Error {
  /** Lets the next attempt to show the part ask for it again. */
  readonly forget: () => void;
  /** Asks for the part again; rejects when it does not come. */
  readonly load: () => Promise<unknown>;

  constructor(cause: Error, forget: () => void, load: () => Promise<unknown>) {
    super(cause.message, { cause });
    this.name = "PartMissing";
    this.forget = forget;
    this.load = load;
  }
}

const isNotDelivered = (cause: unknown): cause is Error =>
  cause instanceof Error && NOT_DELIVERED.some((words) => cause.message.startsWith(words));

// Vite asks for a stylesheet once and then takes it for there, so those that did not come are asked for here.
const failedStyles = new Set<HTMLLinkElement>();
document.addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLLinkElement && target.rel === "stylesheet") failedStyles.add(target);
  },
  true,
);

function loadFailedStyles() {
  const again = [...failedStyles].map((link) => {
    failedStyles.delete(link);
    const fresh = link.cloneNode() as HTMLLinkElement;
    return new Promise((resolve, reject) => {
      fresh.onload = resolve;
      fresh.onerror = () => reject(new Error(`Unable to preload CSS for ${fresh.href}`));
      link.replaceWith(fresh);
    });
  });
  return Promise.all(again);
}

/**
 * A component whose code comes when it is first shown. Unlike React's `lazy`, it can be asked for again after
 * its code did not come.
 */
export function part<Props extends object>(importer: () => Promise<ComponentType<Props>>) {
  let Loaded: ComponentType<Props> | undefined;
  let loading: Promise<ComponentType<Props>> | undefined;
  let failed = false;

  function forget() {
    if (failed) loading = undefined;
    failed = false;
  }

  function load() {
    loading ??= loadFailedStyles()
      .then(importer)
      .then(
        (component) => {
          Loaded = component;
          return component;
        },
        (cause: unknown) => {
          failed = true;
          throw isNotDelivered(cause) ? new PartMissing(cause, forget, load) : cause;
        },
      );
    return loading;
  }

  function Part(props: Props) {
    const Component = Loaded ?? use(load());
    return <Component {...props} />;
  }

  /** Never rejects: what went wrong is said where the part is shown. */
  Part.preload = async () => {
    forget();
    await load().catch(() => {});
  };
  return Part;
}
