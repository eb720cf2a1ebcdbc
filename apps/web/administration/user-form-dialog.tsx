import type { UserList } from "@trace-console/contracts/administration-api";
import type { Project } from "@trace-console/contracts/console-api";
import { useTexts } from "../language/use-texts.ts";
import { FormDialog } from "../ui/form-dialog.tsx";
import type { Sending } from "../ui/form-dialog.tsx";
import { AddUserForm } from "./add-user-form.tsx";
import { PasswordForm } from "./password-form.tsx";
import { RolesForm } from "./roles-form.tsx";
import { texts } from "./texts.ts";
import { UserKeys } from "./user-keys.tsx";
import type { UserTask } from "./user-task.ts";

type User = UserList["users"][number];

/** What a dialog is about: somebody new, or something of a user. */
export type UserForm =
  | { readonly kind: "add" }
  | { readonly kind: "set roles" | "set password" | "access keys"; readonly user: User };

interface UserFormDialogProps {
  /** Null while nothing is filled in. */
  readonly form: UserForm | null;
  readonly projects: readonly Project[];
  readonly sending: Sending;
  readonly onSend: (task: UserTask) => void;
  readonly onCancel: () => void;
}

/** The dialog in which a user is added or changed. */
export function UserFormDialog({ form, ...others }: UserFormDialogProps) {
  const t = useTexts(texts);
  return (
    <FormDialog
      opened={form !== null}
      title={form === null ? "" : titleOf(form, t)}
      onClose={others.onCancel}
    >
      {form === null ? null : <Form form={form} {...others} />}
    </FormDialog>
  );
}

function titleOf(form: UserForm, { users: t }: typeof texts.english): string {
  return form.kind === "add" ? t.operations.add : t.formTitles[form.kind](form.user.name);
}

function Form({ form, projects, ...others }: UserFormDialogProps & { readonly form: UserForm }) {
  switch (form.kind) {
    case "add":
      return <AddUserForm projects={projects} {...others} />;
    case "set roles":
      return <RolesForm user={form.user} projects={projects} {...others} />;
    case "set password":
      return <PasswordForm name={form.user.name} {...others} />;
    case "access keys":
      return <UserKeys name={form.user.name} onClose={others.onCancel} />;
  }
}
