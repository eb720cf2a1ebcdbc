import { Popover, UnstyledButton } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearchParams } from "react-router-dom";
import { isSignedOut } from "../api-client/query-client.ts";
import { signOut } from "../api-client/session-api.ts";
import { ChevronIcon, PersonIcon } from "../ui/icons.tsx";
import { scopeSearch } from "./scope.ts";
import { markSignedOut } from "./session.ts";
import styles from "./shell.module.css";

/** Who is signed in, and signing out. */
export function AccountMenu({ user }: { user: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const leave = useMutation({
    mutationFn: async () => {
      try {
        await signOut();
      } catch (error) {
        // A session that has ended already is what was wanted.
        if (!isSignedOut(error)) throw error;
      }
    },
    onSuccess: () => {
      void navigate("/");
      markSignedOut(client);
    },
  });
  return (
    <div className={styles.account}>
      {leave.isError ? (
        <span role="alert" className={styles.accountFailure}>
          Signing out failed: {leave.error.message}
        </span>
      ) : null}
      <Popover position="bottom-end" width={180} trapFocus returnFocus shadow="md">
        <Popover.Target>
          <UnstyledButton className={styles.accountButton} aria-label={`Account: ${user}`}>
            <PersonIcon />
            <bdi className={styles.accountName}>{user}</bdi>
            <ChevronIcon />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={4}>
          <UnstyledButton
            component={Link}
            className={styles.accountItem}
            to={`/account${scopeSearch(params)}`}
          >
            My account
          </UnstyledButton>
          <UnstyledButton className={styles.accountItem} onClick={() => leave.mutate()}>
            Sign out
          </UnstyledButton>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
