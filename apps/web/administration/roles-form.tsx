import type { UserList } from "@trace-console/contracts/administration-api";
import type { Project } from "@trace-console/contracts/console-api";
import { useState } from "react";
import { useTexts } from "../language/use-texts.ts";
import { DialogForm } from "../ui/form-dialog.tsx";
import type { Sending } from "../ui/form-dialog.tsx";
import { draftGrants, toGrants } from "./draft-grants.ts";
import { RoleFields } from "./role-fields.tsx";
import { texts } from "./texts.ts";
import type { UserTask } from "./user-task.ts";

interface RolesFormProps {
  readonly user: UserList["users"][number];
  readonly projects: readonly Project[];
  readonly sending: Sending;
  readonly onSend: (task: UserTask) => void;
  readonly onCancel: () => void;
}

/** Other roles for a user. */
export function RolesForm({ user, projects, sending, onSend, onCancel }: RolesFormProps) {
  const t = useTexts(texts);
  const [drafts, setDrafts] = useState(() => draftGrants(user.grants));
  return (
    <DialogForm
      action={t.users.operations["set roles"]}
      sending={sending}
      onSubmit={() => onSend({ kind: "set roles", name: user.name, grants: toGrants(drafts) })}
      onCancel={onCancel}
    >
      <RoleFields drafts={drafts} projects={projects} onChange={setDrafts} />
    </DialogForm>
  );
}
