import type { ReactNode } from "react";

/** A line icon of 16 × 16 px in the colour of its text. It says nothing by itself. */
function LineIcon({ children, size = 16 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.3"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

export function ChevronIcon({ up = false }: { up?: boolean }) {
  return (
    <LineIcon size={14}>
      <path d={up ? "M3 10.5 8 5.5l5 5" : "M3 5.5l5 5 5-5"} />
    </LineIcon>
  );
}

export function HelpIcon() {
  return (
    <LineIcon size={14}>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M6.2 6.3a1.8 1.8 0 1 1 2.6 1.6c-.6.3-.8.6-.8 1.2M8 11.4v.1" />
    </LineIcon>
  );
}

export function CalendarIcon() {
  return (
    <LineIcon>
      <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3M5.5 9h.1M8 9h.1M10.5 9h.1M5.5 11.2h.1M8 11.2h.1" />
    </LineIcon>
  );
}

export function RefreshIcon() {
  return (
    <LineIcon>
      <path d="M13 8a5 5 0 1 1-1.6-3.7M13.2 2.2v3h-3" />
    </LineIcon>
  );
}

export function PinIcon() {
  return (
    <LineIcon>
      <path d="M8 14.2s4.6-4 4.6-7.4a4.6 4.6 0 0 0-9.2 0c0 3.4 4.6 7.4 4.6 7.4Z" />
      <circle cx="8" cy="6.7" r="1.6" />
    </LineIcon>
  );
}

export function PersonIcon() {
  return (
    <LineIcon>
      <circle cx="8" cy="5.4" r="2.7" />
      <path d="M2.8 13.8c.5-2.7 2.5-4 5.2-4s4.7 1.3 5.2 4" />
    </LineIcon>
  );
}

export function ListIcon() {
  return (
    <LineIcon>
      <path d="M2.5 4h.1M2.5 8h.1M2.5 12h.1M5.5 4h8M5.5 8h8M5.5 12h8" />
    </LineIcon>
  );
}

export function TilesIcon() {
  return (
    <LineIcon>
      <path d="M2.5 2.5h4.5v4.5H2.5zM9 2.5h4.5v4.5H9zM2.5 9h4.5v4.5H2.5zM9 9h4.5v4.5H9z" />
    </LineIcon>
  );
}

export function BellIcon() {
  return (
    <LineIcon>
      <path d="M4 11.5V7a4 4 0 0 1 8 0v4.5l1.2 1H2.8zM6.8 14.2h2.4" />
    </LineIcon>
  );
}

export function FilterIcon() {
  return (
    <LineIcon>
      <path d="M2.5 3h11L9.3 8.2v4.6l-2.6-1.3V8.2z" />
    </LineIcon>
  );
}

export function RowsIcon() {
  return (
    <LineIcon>
      <path d="M2.5 3h11M2.5 13h11M6 6.3h7.5M6 9.7h7.5M2.5 6l1.2 1.2L5 6" />
    </LineIcon>
  );
}

export function BracesIcon() {
  return (
    <LineIcon>
      <path d="M6 2.5c-1.5 0-2 .7-2 2v1.7C4 7.3 3.5 8 2.5 8c1 0 1.5.7 1.5 1.8v1.7c0 1.3.5 2 2 2M10 2.5c1.5 0 2 .7 2 2v1.7c0 1.1.5 1.8 1.5 1.8-1 0-1.5.7-1.5 1.8v1.7c0 1.3-.5 2-2 2" />
    </LineIcon>
  );
}

export function SearchIcon() {
  return (
    <LineIcon size={14}>
      <circle cx="7" cy="7" r="4.4" />
      <path d="m10.4 10.4 3.3 3.3" />
    </LineIcon>
  );
}

export function CloseIcon() {
  return (
    <LineIcon size={12}>
      <path d="M3 3l10 10M13 3 3 13" />
    </LineIcon>
  );
}

export function ClockAheadIcon() {
  return (
    <LineIcon size={14}>
      <circle cx="7" cy="9" r="5" />
      <path d="M7 6.2V9l1.8 1.2M11.5 2.5h3M13 1v3" />
    </LineIcon>
  );
}

/** The filled arrow of a field that opens a list. */
export function CaretIcon() {
  return (
    <svg aria-hidden="true" focusable="false" width="10" height="6" viewBox="0 0 10 6">
      <path d="M0 0h10L5 6Z" fill="currentColor" />
    </svg>
  );
}
