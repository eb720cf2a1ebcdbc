/** Three columns, beside each other. */
export function ColumnsIcon() {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinejoin="round"
    >
      <path d="M2 3h12v10H2zM6 3v10M10 3v10" />
    </svg>
  );
}

/** The dots by which a row is held. */
export function HandleIcon() {
  return (
    <svg aria-hidden="true" focusable="false" width="8" height="14" viewBox="0 0 8 14">
      <path
        d="M2 2.5h.1M6 2.5h.1M2 7h.1M6 7h.1M2 11.5h.1M6 11.5h.1"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
