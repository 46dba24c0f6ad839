import type { UseFormReturnType } from "@mantine/form";
import { useState } from "react";
import { faultsByField, type Refusal, refusalFrom } from "./refusal.js";

/**
 * Shows a failed mutation where its fault is: at the fields the server names, and the rest above the form.
 * What was typed stays.
 */
export function useFormRefusal<Values extends object>(
  form: UseFormReturnType<Values>,
  fields: readonly string[],
) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  return {
    refusal,
    clear: () => setRefusal(null),
    refuse(error: unknown) {
      const found = refusalFrom(error);
      const { byField, elsewhere } = faultsByField(found, fields);
      const [firstField] = Object.keys(byField);
      form.setErrors(byField);
      if (firstField === undefined) setRefusal(found);
      else {
        setRefusal(elsewhere.length > 0 ? { ...found, message: elsewhere.join(" ") } : null);
        focusField(form, firstField);
      }
    },
  };
}

/**
 * What a form does when it is sent: its own checks, then `save`, whose refusal is shown. While it runs,
 * `form.submitting` is true.
 */
export function useFormSubmit<Values extends object>(
  form: UseFormReturnType<Values>,
  fields: readonly string[],
  save: (values: Values) => Promise<unknown>,
) {
  const { refusal, clear, refuse } = useFormRefusal(form, fields);
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      await save(values);
    } catch (error) {
      refuse(error);
    }
  }, focusFirstFault(form));
  return { submit, refusal };
}

/** Moves the focus to the first field that a check found wrong. */
export function focusFirstFault<Values extends object>(form: UseFormReturnType<Values>) {
  return (errors: object) => {
    const [firstField] = Object.keys(errors);
    if (firstField !== undefined) focusField(form, firstField);
  };
}

function focusField<Values extends object>(form: UseFormReturnType<Values>, field: string) {
  // After the render that takes a busy form's disabled state away.
  requestAnimationFrame(() => form.getInputNode(field)?.focus());
}
