import { Button, TextInput } from "@mantine/core";
import type { ListedNotification } from "@trace-console/contracts/notification-list-api";
import { useState } from "react";
import { PageHeading } from "../ui/page-heading.tsx";
import { NamesField } from "./names-field.tsx";
import { draftOf, settingsOf } from "./notification-draft.ts";
import type { NotificationDraft } from "./notification-draft.ts";
import { useKnownNames, useNotificationEdit } from "./notification-queries.ts";
import styles from "./notifications.module.css";
import { OperationsFields } from "./operations-fields.tsx";

interface NotificationFormProps {
  readonly projectId: string;
  /** The notification to change; null for a new one. */
  readonly notification: ListedNotification | null;
  readonly onClose: () => void;
}

/** Makes a notification, or changes one. A refusal leaves all that was typed. */
export function NotificationForm({ projectId, notification, onClose }: NotificationFormProps) {
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
      <PageHeading title={`${notification === null ? "Create" : "Edit"} Key Event Notification`} />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!edit.isPending) save();
        }}
      >
        <TextInput
          label="Name"
          description="1 to 64 letters, digits, _ and -."
          size="xs"
          maxLength={64}
          spellCheck={false}
          required
          withAsterisk={false}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <fieldset className={styles.choice}>
          <legend>Operations</legend>
          <label>
            <input
              type="radio"
              name="operations"
              checked={draft.isComplete}
              onChange={() => change({ isComplete: true })}
            />
            All operations
          </label>
          <label>
            <input
              type="radio"
              name="operations"
              checked={!draft.isComplete}
              onChange={() => change({ isComplete: false })}
            />
            Chosen operations
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
          label="Operators"
          description="One on each line; none stands for all."
          addLabel="Add a known operator"
          known={known.operators}
          text={draft.operators}
          onChange={(operators) => change({ operators })}
        />
        <TextInput
          label="Topic"
          description="URN of an SMN topic or a function, such as urn:smn:REGION:PROJECT:NAME."
          size="xs"
          maxLength={260}
          spellCheck={false}
          required
          withAsterisk={false}
          value={draft.topic}
          onChange={(event) => change({ topic: event.currentTarget.value })}
        />
        {edit.isError ? (
          <p role="alert" className={styles.failure}>
            {edit.error.message}
          </p>
        ) : null}
        <div className={styles.buttons}>
          <Button type="submit" size="xs" loading={edit.isPending}>
            {notification === null ? "Create" : "Save"}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </>
  );
}
