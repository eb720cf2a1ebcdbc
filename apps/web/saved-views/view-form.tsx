import { Button, TextInput } from "@mantine/core";
import {
  maxViewNameLength,
  type NewSavedView,
  type SavedView,
  type ViewState,
} from "@trace-console/contracts/saved-view-api";
import { useId, useState } from "react";
import { FailureLine } from "../api-client/failure-line.tsx";
import { useTexts } from "../language/use-texts.ts";
import { useZone } from "../time-zone/use-zone.ts";
import { texts as listTexts } from "../trace-list/texts.ts";
import { PlainText } from "../ui/plain-text.tsx";
import styles from "./saved-views.module.css";
import { texts } from "./texts.ts";
import { useFirstFocus } from "./use-first-focus.ts";
import { describeView } from "./view-words.ts";
import type { Sending } from "./view-task.ts";

interface ViewFormProps {
  /** The view to change; null for a new one. */
  readonly view: SavedView | null;
  /** What the view holds then. */
  readonly state: ViewState;
  readonly sending: Sending;
  readonly onSubmit: (view: NewSavedView) => void;
  readonly onCancel: () => void;
}

/** Name and sharing of a view. A refusal leaves what was typed. */
export function ViewForm({ view, state, sending, onSubmit, onCancel }: ViewFormProps) {
  const t = useTexts(texts);
  const list = useTexts(listTexts);
  const zone = useZone();
  const input = useFirstFocus<HTMLInputElement>();
  const aboutSharing = useId();
  const [name, setName] = useState(view?.name ?? "");
  const [isShared, setIsShared] = useState(view?.is_shared ?? false);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending.isPending) onSubmit({ name: name.trim(), is_shared: isShared, state });
      }}
    >
      <h2 className={styles.title}>
        <PlainText text={view === null ? t.form.createTitle : t.form.editTitle(view.name)} />
      </h2>
      <p className={styles.formAbout}>
        <PlainText text={describeView(state, zone, { own: t, list })} />
      </p>
      <TextInput
        ref={input}
        label={t.form.name}
        size="xs"
        maxLength={maxViewNameLength}
        autoComplete="off"
        spellCheck={false}
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div>
        <label className={styles.share}>
          <input
            type="checkbox"
            aria-describedby={aboutSharing}
            checked={isShared}
            onChange={(event) => setIsShared(event.currentTarget.checked)}
          />
          {t.form.share}
        </label>
        <p id={aboutSharing} className={styles.about}>
          {t.form.aboutSharing}
        </p>
      </div>
      <FailureLine error={sending.error} />
      <div className={styles.buttons}>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t.form.cancel}
        </Button>
        <Button type="submit" size="xs" loading={sending.isPending}>
          {t.form.submit}
        </Button>
      </div>
    </form>
  );
}
