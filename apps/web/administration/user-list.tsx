import { Button } from "@mantine/core";
import type { UserList as Users } from "@trace-console/contracts/administration-api";
import type { Project } from "@trace-console/contracts/console-api";
import { useRef, useState } from "react";
import { FailureLine } from "../api-client/failure-line.tsx";
import { useFailureText } from "../api-client/use-failure-text.ts";
import { useTexts } from "../language/use-texts.ts";
import { useUserTask } from "./administration-queries.ts";
import styles from "./administration.module.css";
import { texts } from "./texts.ts";
import { UserFormDialog } from "./user-form-dialog.tsx";
import type { UserForm } from "./user-form-dialog.tsx";
import { UserQuestionDialog } from "./user-question-dialog.tsx";
import type { UserQuestion } from "./user-question-dialog.tsx";
import { UserTable } from "./user-table.tsx";
import type { UserTask } from "./user-task.ts";

interface UserListProps {
  readonly own: string;
  readonly users: Users["users"];
  readonly projects: readonly Project[];
}

/** The users, what is done to them, and how that went. */
export function UserList({ own, users, projects }: UserListProps) {
  const t = useTexts(texts).users;
  const task = useUserTask();
  const tell = useFailureText();
  const [form, setForm] = useState<UserForm | null>(null);
  const [question, setQuestion] = useState<UserQuestion | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const openForm = (opened: UserForm) => {
    task.reset();
    setForm(opened);
  };
  const cancelForm = () => {
    task.reset();
    setForm(null);
  };
  const perform = (next: UserTask) => {
    task.mutate(next, {
      onSuccess: () => {
        setForm(null);
        // The button of a deleted user goes with the row; the focus must not go as well.
        if (next.kind === "delete") addButton.current?.focus();
      },
    });
  };
  return (
    <div className={styles.card}>
      <div className={styles.about}>
        <p>{t.about}</p>
        <Button ref={addButton} size="xs" onClick={() => openForm({ kind: "add" })}>
          {t.operations.add}
        </Button>
      </div>
      <div role="status" className={styles.done}>
        {task.isSuccess ? t.done[task.variables.kind](task.variables.name) : null}
      </div>
      {/* While a form is open, it tells. */}
      <FailureLine error={form === null ? task.error : null} />
      <UserTable
        own={own}
        users={users}
        projects={projects}
        onForm={openForm}
        onQuestion={setQuestion}
        onEnable={(name) => perform({ kind: "enable", name })}
      />
      <UserFormDialog
        form={form}
        projects={projects}
        sending={{
          isPending: task.isPending,
          refusal: task.error === null ? null : tell(task.error),
        }}
        onSend={perform}
        onCancel={cancelForm}
      />
      <UserQuestionDialog
        question={question}
        onConfirm={(confirmed) => {
          setQuestion(null);
          perform(confirmed);
        }}
        onClose={() => setQuestion(null)}
      />
    </div>
  );
}
