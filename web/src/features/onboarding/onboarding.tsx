import { type ReactNode, Suspense, useState } from "react";
import { part } from "../../components/part.js";
import { useOnboardingClosed } from "./onboarding-closed.js";
import { OnboardingPending } from "./onboarding-pending.js";
import type { OnboardingStepsProps } from "./onboarding-steps.js";

const OnboardingSteps = part<OnboardingStepsProps>(() =>
  import("./onboarding-steps.js").then((module) => module.OnboardingSteps),
);

interface Props {
  organization: { id: string; slug: string };
  /** The button that creates a project; absent for those who may not, who are led nowhere. */
  create: ReactNode | null;
  /** Whether the steps stand in the page's place, with that button in them. */
  onEmpty: (isEmpty: boolean) => void;
  /** The page itself. While there is nothing at all, the steps stand in its place. */
  children: ReactNode;
}

/** Leads whoever administers a new organization to its first run. */
export function Onboarding({ organization, create, onEmpty, children }: Props) {
  const [closed, close] = useOnboardingClosed(organization.id);
  const [isEmpty, setEmpty] = useState(false);
  if (closed || create === null) return children;

  function tell(isNowEmpty: boolean) {
    setEmpty(isNowEmpty);
    onEmpty(isNowEmpty);
  }
  function hide() {
    close();
    tell(false);
    // The button that had the focus is gone.
    document.querySelector("h1")?.focus();
  }
  return (
    <>
      <Suspense fallback={<OnboardingPending />}>
        <OnboardingSteps
          organization={organization}
          create={create}
          onEmpty={tell}
          onFinished={close}
          onHide={hide}
        />
      </Suspense>
      {!isEmpty && children}
    </>
  );
}
