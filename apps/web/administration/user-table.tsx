import { Button } from "@mantine/core";
import type { UserList } from "@trace-console/contracts/administration-api";
import type { Project } from "@trace-console/contracts/console-api";
import { Link, useSearchParams } from "react-router-dom";
import { useFormatTime } from "../language/use-format-time.ts";
import { useTexts } from "../language/use-texts.ts";
import { scopeSearch } from "../shell/scope.ts";
import { DataTable } from "../ui/data-table.tsx";
import { PlainText } from "../ui/plain-text.tsx";
import styles from "./administration.module.css";
import { describeGrant } from "./grant-words.ts";
import { texts } from "./texts.ts";
import type { UserForm } from "./user-form-dialog.tsx";
import type { UserQuestion } from "./user-question-dialog.tsx";

type User = UserList["users"][number];

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
  const t = useTexts(texts).users;
  const formatTime = useFormatTime();
  return (
    <DataTable label={t.title} columns={[t.name, t.roles, t.status, t.created, t.operation]}>
      {users.map((user) => (
        <tr key={user.name}>
          <th scope="row">
            <PlainText text={user.name} />
          </th>
          <td>
            {user.grants.length === 0 ? t.noRoles : <RoleList user={user} projects={projects} />}
          </td>
          <td>{user.is_disabled ? t.disabled : t.enabled}</td>
          <td>{formatTime(user.created)}</td>
          <td>{user.name === own ? <OwnRow /> : <Operations user={user} {...operations} />}</td>
        </tr>
      ))}
    </DataTable>
  );
}

function RoleList({ user, projects }: { user: User; projects: readonly Project[] }) {
  const t = useTexts(texts);
  return (
    <ul className={styles.list}>
      {user.grants.map((grant) => (
        <li key={JSON.stringify(grant)}>
          <PlainText text={describeGrant(grant, projects, t)} />
        </li>
      ))}
    </ul>
  );
}

function OwnRow() {
  const { before, link, after } = useTexts(texts).users.ownRow;
  const [params] = useSearchParams();
  return (
    <>
      {before}
      <Link to={`/account${scopeSearch(params)}`}>{link}</Link>
      {after}
    </>
  );
}

interface OperationsProps extends Pick<UserTableProps, "onForm" | "onQuestion" | "onEnable"> {
  readonly user: User;
}

function Operations({ user, onForm, onQuestion, onEnable }: OperationsProps) {
  const t = useTexts(texts).users;
  const { name, is_disabled } = user;
  const buttonFor = (kind: keyof typeof t.operations, onClick: () => void) => (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-label={t.operationOn(t.operations[kind], name)}
      onClick={onClick}
    >
      {t.operations[kind]}
    </Button>
  );
  return (
    <>
      {buttonFor("set roles", () => onForm({ kind: "set roles", user }))}
      {buttonFor("set password", () => onForm({ kind: "set password", user }))}
      {buttonFor("access keys", () => onForm({ kind: "access keys", user }))}
      {is_disabled
        ? buttonFor("enable", () => onEnable(name))
        : buttonFor("disable", () => onQuestion({ kind: "disable", name }))}
      {buttonFor("end sessions", () => onQuestion({ kind: "end sessions", name }))}
      {buttonFor("delete", () => onQuestion({ kind: "delete", name }))}
    </>
  );
}
