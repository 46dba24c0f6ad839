import { Skeleton } from "@mantine/core";
import { commonText } from "../../messages/common.js";
import "./onboarding-pending.css";

/** Keeps the steps' place, so that what stands below does not jump when they come. */
export const OnboardingPending = () => (
  <Skeleton className="first-steps-pending" mb="lg" aria-busy aria-label={commonText.loading} />
);
