import { Button, TextInput } from "@mantine/core";
import type { ListedNotification } from "@trace-console/contracts/notification-list-api";
import { useState } from "react";
import { FailureLine } from "../api-client/failure-line.tsx";
import { useTexts } from "../language/use-texts.ts";
import { PageHeading } from "../ui/page-heading.tsx";
import { NamesField } from "./names-field.tsx";
import { draftOf, settingsOf } from "./notification-draft.ts";
import type { NotificationDraft } from "./notification-draft.ts";
import { useKnownNames, useNotificationEdit } from "./notification-queries.ts";
import styles from "./notifications.module.css";
import { OperationsFields } from "./operations-fields.tsx";
import { texts } from "./texts.ts";

interface NotificationFormProps {
  readonly projectId: string;
  /** The notification to change; null for a new one. */
  readonly notification: ListedNotification | null;
  readonly onClose: () => void;
}

/** Makes a notification, or changes one. A refusal leaves all that was typed. */
export function NotificationForm({ projectId, notification, onClose }: NotificationFormProps) {
  const t = useTexts(texts);
  const [draft, setDraft] = useState(() => draftOf(notification));
  const known = useKnownNames(projectId);
  const edit = useNotificationEdit(projectId);
  const change = (changed: Partial<NotificationDraft>) =>
    setDraft((now) => ({ ...now, ...changed }));
  const save = () => {
    const settings = settingsOf(draft, notification);
    edit.mutate(
      notification === null
        ? { kind: "create", settings }
        : {
            kind: "update",
            settings: {
              ...settings,
              notification_id: notification.notification_id,
              status: notification.status,
            },
          },
      { onSuccess: onClose },
    );
  };
  return (
    <>
      <PageHeading title={notification === null ? t.form.createTitle : t.form.editTitle} />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!edit.isPending) save();
        }}
      >
        <TextInput
          label={t.name}
          description={t.form.nameHint}
          size="xs"
          maxLength={64}
          spellCheck={false}
          required
          withAsterisk={false}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <fieldset className={styles.choice}>
          <legend>{t.form.operations}</legend>
          <label>
            <input
              type="radio"
              name="operations"
              checked={draft.isComplete}
              onChange={() => change({ isComplete: true })}
            />
            {t.allOperations}
          </label>
          <label>
            <input
              type="radio"
              name="operations"
              checked={!draft.isComplete}
              onChange={() => change({ isComplete: false })}
            />
            {t.form.chosenOperations}
          </label>
        </fieldset>
        {draft.isComplete ? null : (
          <OperationsFields
            groups={draft.groups}
            known={known.operations}
            onChange={(groups) => change({ groups })}
          />
        )}
        <NamesField
          label={t.operators}
          description={t.form.operatorsHint}
          addLabel={t.form.addOperator}
          known={known.operators}
          text={draft.operators}
          onChange={(operators) => change({ operators })}
        />
        <TextInput
          label={t.topic}
          description={t.form.topicHint}
          size="xs"
          maxLength={260}
          spellCheck={false}
          required
          withAsterisk={false}
          value={draft.topic}
          onChange={(event) => change({ topic: event.currentTarget.value })}
        />
        <FailureLine error={edit.error} />
        <div className={styles.buttons}>
          <Button type="submit" size="xs" loading={edit.isPending}>
            {notification === null ? t.form.create : t.form.save}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            {t.form.cancel}
          </Button>
        </div>
      </form>
    </>
  );
}
