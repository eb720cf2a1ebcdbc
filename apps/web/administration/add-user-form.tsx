import { TextInput } from "@mantine/core";
import type { Project } from "@trace-console/contracts/console-api";
import { useState } from "react";
import { DialogForm } from "../ui/form-dialog.tsx";
import type { Sending } from "../ui/form-dialog.tsx";
import { toGrants, withNewGrant } from "./draft-grants.ts";
import { NewPasswordField } from "./new-password-field.tsx";
import { RoleFields } from "./role-fields.tsx";
import type { UserTask } from "./user-task.ts";

interface AddUserFormProps {
  readonly projects: readonly Project[];
  readonly sending: Sending;
  readonly onSend: (task: UserTask) => void;
  readonly onCancel: () => void;
}

/** Somebody new: their name, their first password and their roles. */
export function AddUserForm({ projects, sending, onSend, onCancel }: AddUserFormProps) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [drafts, setDrafts] = useState(() => withNewGrant([]));
  return (
    <DialogForm
      action="Add User"
      sending={sending}
      onSubmit={() => onSend({ kind: "add", name, password, grants: toGrants(drafts) })}
      onCancel={onCancel}
    >
      <TextInput
        label="User name"
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
      <NewPasswordField label="Password" value={password} onChange={setPassword} />
      <RoleFields drafts={drafts} projects={projects} onChange={setDrafts} />
    </DialogForm>
  );
}
