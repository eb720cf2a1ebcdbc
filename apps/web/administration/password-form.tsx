import { useState } from "react";
import { DialogForm } from "../ui/form-dialog.tsx";
import type { Sending } from "../ui/form-dialog.tsx";
import { NewPasswordField } from "./new-password-field.tsx";
import type { UserTask } from "./user-task.ts";

interface PasswordFormProps {
  /** Whose password it is. */
  readonly name: string;
  readonly sending: Sending;
  readonly onSend: (task: UserTask) => void;
  readonly onCancel: () => void;
}

/** A new password for somebody who has lost theirs. */
export function PasswordForm({ name, sending, onSend, onCancel }: PasswordFormProps) {
  const [password, setPassword] = useState("");
  return (
    <DialogForm
      action="Set Password"
      sending={sending}
      onSubmit={() => onSend({ kind: "set password", name, password })}
      onCancel={onCancel}
    >
      <NewPasswordField label="New password" value={password} onChange={setPassword} />
    </DialogForm>
  );
}
