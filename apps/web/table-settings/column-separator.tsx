import { type RefObject, useEffect, useRef, useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import type { FieldId } from "../trace-list/trace-columns.ts";
import { leastWidth, mostWidth } from "./column-widths.ts";
import styles from "./column-separator.module.css";
import { texts } from "./texts.ts";
import { useResizing } from "./use-resizing.ts";

/** The width in px that the head around an element has now. */
function useHeadWidth(inside: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(leastWidth);
  useEffect(() => {
    const head = inside.current?.parentElement ?? null;
    if (head === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(head.offsetWidth));
    observer.observe(head);
    return () => observer.disconnect();
  }, [inside]);
  return width;
}

interface ColumnSeparatorProps {
  readonly id: FieldId;
  /** What the head of the column says. */
  readonly title: string;
}

/** The right edge of a column, by which it is made wider and narrower; a double click resets it. */
export function ColumnSeparator({ id, title }: ColumnSeparatorProps) {
  const t = useTexts(texts);
  const separator = useRef<HTMLDivElement>(null);
  const width = useHeadWidth(separator);
  const resizingProps = useResizing(id);
  return (
    <div
      ref={separator}
      className={styles.separator}
      role="separator"
      aria-orientation="vertical"
      aria-label={t.widthOf(title)}
      aria-valuenow={width}
      aria-valuemin={leastWidth}
      aria-valuemax={mostWidth}
      aria-valuetext={t.pixels(width)}
      {...resizingProps}
    />
  );
}
