/** The mark: an arched door whose keyhole is lit. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        fill="light-dark(var(--mantine-color-teal-8), var(--mantine-color-teal-7))"
        d="M5 30V14.5C5 8 9.9 2 16 2s11 6 11 12.5V30z"
      />
      <path
        fill="none"
        stroke="var(--mantine-color-teal-3)"
        strokeWidth="1.5"
        d="M8.5 30V14.8c0-4.9 3.4-9.3 7.5-9.3s7.5 4.4 7.5 9.3V30"
      />
      <path fill="#ffd166" d="M16 13.2a3.3 3.3 0 0 1 1.7 6.1l1 5.2h-5.4l1-5.2a3.3 3.3 0 0 1 1.7-6.1z" />
    </svg>
  );
}
