import { Button } from "@mantine/core";
import type { UserList } from "@trace-console/contracts/administration-api";
import type { Project } from "@trace-console/contracts/console-api";
import { Link, useSearchParams } from "react-router-dom";
import { scopeSearch } from "../shell/scope.ts";
import { DataTable } from "../ui/data-table.tsx";
import { formatTime } from "../ui/format-time.ts";
import { PlainText } from "../ui/plain-text.tsx";
import styles from "./administration.module.css";
import { describeGrant } from "./grant-words.ts";
import type { UserForm } from "./user-form-dialog.tsx";
import type { UserQuestion } from "./user-question-dialog.tsx";

type User = UserList["users"][number];

const columns = ["User Name", "Roles", "Status", "Created", "Operation"];

interface UserTableProps {
  readonly own: string;
  readonly users: readonly User[];
  readonly projects: readonly Project[];
  readonly onForm: (form: UserForm) => void;
  readonly onQuestion: (question: UserQuestion) => void;
  readonly onEnable: (name: string) => void;
}

/** One row for each user; one's own has no buttons. */
export function UserTable({ own, users, projects, ...operations }: UserTableProps) {
  return (
    <DataTable label="Users" columns={columns}>
      {users.map((user) => (
        <tr key={user.name}>
          <th scope="row">
            <PlainText text={user.name} />
          </th>
          <td>
            {user.grants.length === 0 ? "None" : <RoleList user={user} projects={projects} />}
          </td>
          <td>{user.is_disabled ? "Disabled" : "Enabled"}</td>
          <td>{formatTime(user.created)}</td>
          <td>{user.name === own ? <OwnRow /> : <Operations user={user} {...operations} />}</td>
        </tr>
      ))}
    </DataTable>
  );
}

function RoleList({ user, projects }: { user: User; projects: readonly Project[] }) {
  return (
    <ul className={styles.list}>
      {user.grants.map((grant) => (
        <li key={JSON.stringify(grant)}>
          <PlainText text={describeGrant(grant, projects)} />
        </li>
      ))}
    </ul>
  );
}

function OwnRow() {
  const [params] = useSearchParams();
  return (
    <>
      This is you. Nobody changes their own roles or shuts themselves out, so that somebody is left
      to administer: ask another administrator. Your password and your sessions are in{" "}
      <Link to={`/account${scopeSearch(params)}`}>My account</Link>.
    </>
  );
}

interface OperationsProps extends Pick<UserTableProps, "onForm" | "onQuestion" | "onEnable"> {
  readonly user: User;
}

function Operations({ user, onForm, onQuestion, onEnable }: OperationsProps) {
  const { name, is_disabled } = user;
  const buttonFor = (action: string, onClick: () => void) => (
    <Button size="compact-xs" variant="subtle" aria-label={`${action} ${name}`} onClick={onClick}>
      {action}
    </Button>
  );
  return (
    <>
      {buttonFor("Change Roles", () => onForm({ kind: "set roles", user }))}
      {buttonFor("Set Password", () => onForm({ kind: "set password", user }))}
      {buttonFor("Access Keys", () => onForm({ kind: "access keys", user }))}
      {is_disabled
        ? buttonFor("Enable", () => onEnable(name))
        : buttonFor("Disable", () => onQuestion({ kind: "disable", name }))}
      {buttonFor("End Sessions", () => onQuestion({ kind: "end sessions", name }))}
      {buttonFor("Delete", () => onQuestion({ kind: "delete", name }))}
    </>
  );
}
