import { useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { DialogForm } from "../ui/form-dialog.tsx";
import type { Sending } from "../ui/form-dialog.tsx";
import { NewPasswordField } from "../ui/new-password-field.tsx";
import { texts } from "./texts.ts";
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
  const t = useTexts(texts);
  const [password, setPassword] = useState("");
  return (
    <DialogForm
      action={t.users.operations["set password"]}
      sending={sending}
      onSubmit={() => onSend({ kind: "set password", name, password })}
      onCancel={onCancel}
    >
      <NewPasswordField
        label={t.fields.newPassword}
        showLabel={t.fields.showCharacters}
        value={password}
        onChange={setPassword}
      />
    </DialogForm>
  );
}
