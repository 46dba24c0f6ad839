import { useQuery } from "@apollo/client/react";
import { Button, Group, Paper, Text, Title } from "@mantine/core";
import { useDocumentVisibility } from "@mantine/hooks";
import { IconCircleCheck, IconCircleDashed, IconCircleDot } from "@tabler/icons-react";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import { ButtonLink } from "../../components/links.js";
import { onboardingText } from "../../messages/onboarding.js";
import { OnboardingDocument } from "./onboarding.graphql.js";
import {
  LOOKED_AT,
  type Onboarding,
  onboardingOf,
  type StepName,
  type StepState,
} from "./onboarding-model.js";
import { OnboardingPending } from "./onboarding-pending.js";
import "./onboarding-steps.css";

const text = onboardingText;
const POLL_MS = 10_000;

export interface OnboardingStepsProps {
  organization: { id: string; slug: string };
  create: ReactNode;
  /** Whether there is nothing at all yet. */
  onEmpty: (isEmpty: boolean) => void;
  onFinished: () => void;
  onHide: () => void;
}

/** From the first project to the first run, ticked by what really happened. */
export function OnboardingSteps(props: OnboardingStepsProps) {
  const { organization, create, onHide } = props;
  const { onboarding, isAsking } = useOnboarding(props);
  if (isAsking) return <OnboardingPending />;
  if (onboarding === null || onboarding.done === onboarding.steps.length) return null;
  return (
    <Paper component="section" withBorder bg="var(--surface)" p="md" mb="lg" aria-labelledby="first-steps">
      <Group justify="space-between" align="center" gap="xs" mb="xs">
        <Title order={2} id="first-steps">
          {text.title}
        </Title>
        <Group gap="xs">
          <Text size="sm" c="dimmed" role="status">
            {text.done(onboarding.done, onboarding.steps.length)}
          </Text>
          <Button variant="subtle" color="gray" size="compact-sm" onClick={onHide}>
            {text.hide}
          </Button>
        </Group>
      </Group>
      <ol className="first-steps">
        {onboarding.steps.map(({ name, state }) => (
          <Step
            key={name}
            name={name}
            state={state}
            action={<Action step={name} onboarding={onboarding} org={organization.slug} create={create} />}
          />
        ))}
      </ol>
    </Paper>
  );
}

/** What there is, asked again now and then and when the reader comes back to the page. */
function useOnboarding({ organization, onEmpty, onFinished }: OnboardingStepsProps): {
  onboarding: Onboarding | null;
  isAsking: boolean;
} {
  const { data, error, refetch } = useQuery(OnboardingDocument, {
    variables: { organization: organization.id, first: LOOKED_AT },
    pollInterval: POLL_MS,
    skipPollAttempt: () => document.hidden,
  });
  const isSeen = useDocumentVisibility() !== "hidden";
  useEffect(() => {
    if (isSeen) void refetch().catch(() => {});
  }, [isSeen, refetch]);
  const onboarding = data?.organization ? onboardingOf(data.organization) : null;

  const told = useEffectEvent((isEmpty: boolean, isFinished: boolean) => {
    onEmpty(isEmpty);
    if (isFinished) onFinished();
  });
  const isEmpty = onboarding?.project === null;
  const isFinished = onboarding !== null && onboarding.done === onboarding.steps.length;
  useEffect(() => told(isEmpty, isFinished), [isEmpty, isFinished]);
  return { onboarding, isAsking: data === undefined && error === undefined };
}

const LOOKS = {
  DONE: { icon: IconCircleCheck, word: text.stepDone },
  NEXT: { icon: IconCircleDot, word: text.stepNext },
  LATER: { icon: IconCircleDashed, word: text.stepLater },
} satisfies Record<StepState, object>;

function Step({ name, state, action }: { name: StepName; state: StepState; action: ReactNode }) {
  const { icon: StepIcon, word } = LOOKS[state];
  return (
    <li data-state={state} aria-current={state === "NEXT" ? "step" : undefined}>
      <StepIcon size={20} role="img" aria-label={word} className="first-step-icon" />
      <div className="first-step-text">
        <Text fz="sm" fw={600}>
          {text[name].title}
        </Text>
        {state !== "DONE" && (
          <Text size="sm" c="dimmed">
            {text[name].lead}
          </Text>
        )}
      </div>
      {state === "DONE" ? <span className="first-step-done">{word}</span> : state === "NEXT" && action}
    </li>
  );
}

interface ActionProps {
  step: StepName;
  onboarding: Onboarding;
  org: string;
  create: ReactNode;
}

/** The way to take a step, where one can be taken. */
function Action({ step, onboarding: { project, workflow }, org, create }: ActionProps) {
  if (step === "project" || project === null) return create;
  const params = { org, project: project.slug };
  switch (step) {
    case "workflow":
      return (
        <ButtonLink variant="light" to="/o/$org/p/$project" params={params}>
          {text.workflow.go(project.name)}
        </ButtonLink>
      );
    case "key":
      return (
        <ButtonLink variant="light" to="/o/$org/p/$project/api-keys" params={params}>
          {text.key.go(project.name)}
        </ButtonLink>
      );
    case "trigger":
      return workflow === null ? null : (
        <ButtonLink
          variant="light"
          to="/o/$org/p/$project/workflows/$workflow"
          params={{ ...params, workflow: workflow.slug }}
        >
          {text.trigger.go(workflow.name)}
        </ButtonLink>
      );
  }
}
