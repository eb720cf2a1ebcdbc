import { TextInput } from "@mantine/core";
import type { Project } from "@trace-console/contracts/console-api";
import { useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { DialogForm } from "../ui/form-dialog.tsx";
import type { Sending } from "../ui/form-dialog.tsx";
import { NewPasswordField } from "../ui/new-password-field.tsx";
import { toGrants, withNewGrant } from "./draft-grants.ts";
import { RoleFields } from "./role-fields.tsx";
import { texts } from "./texts.ts";
import type { UserTask } from "./user-task.ts";

interface AddUserFormProps {
  readonly projects: readonly Project[];
  readonly sending: Sending;
  readonly onSend: (task: UserTask) => void;
  readonly onCancel: () => void;
}

/** Somebody new: their name, their first password and their roles. */
export function AddUserForm({ projects, sending, onSend, onCancel }: AddUserFormProps) {
  const t = useTexts(texts);
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [drafts, setDrafts] = useState(() => withNewGrant([]));
  return (
    <DialogForm
      action={t.users.operations.add}
      sending={sending}
      onSubmit={() => onSend({ kind: "add", name, password, grants: toGrants(drafts) })}
      onCancel={onCancel}
    >
      <TextInput
        label={t.fields.name}
        size="xs"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={64}
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NewPasswordField
        label={t.fields.password}
        showLabel={t.fields.showCharacters}
        value={password}
        onChange={setPassword}
      />
      <RoleFields drafts={drafts} projects={projects} onChange={setDrafts} />
    </DialogForm>
  );
}
