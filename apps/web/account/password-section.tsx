import { Button, PasswordInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changePassword } from "../api-client/account-api.ts";
import styles from "./account.module.css";

const visibility = { "aria-label": "Show characters", tabIndex: 0 };

/** A new password. */
export function PasswordSection({ user }: { user: string }) {
  const client = useQueryClient();
  const [old, setOld] = useState("");
  const [fresh, setFresh] = useState("");
  const change = useMutation({
    mutationFn: () => changePassword(old, fresh),
    onSuccess: async () => {
      setOld("");
      setFresh("");
      await client.invalidateQueries({ queryKey: ["own-sessions"] });
    },
  });
  return (
    <section>
      <h2>Password</h2>
      <p>A new password ends all sessions but this one.</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <input type="hidden" name="username" autoComplete="username" value={user} readOnly />
        <PasswordInput
          label="Current password"
          size="xs"
          autoComplete="current-password"
          maxLength={1024}
          required
          withAsterisk={false}
          visibilityToggleButtonProps={visibility}
          value={old}
          onChange={(event) => setOld(event.currentTarget.value)}
        />
        <PasswordInput
          label="New password"
          size="xs"
          autoComplete="new-password"
          maxLength={1024}
          required
          withAsterisk={false}
          visibilityToggleButtonProps={visibility}
          value={fresh}
          onChange={(event) => setFresh(event.currentTarget.value)}
        />
        {change.isError ? (
          <p role="alert" className={styles.failure}>
            {change.error.message}
          </p>
        ) : null}
        {change.isSuccess ? <p role="status">The password is changed.</p> : null}
        <Button type="submit" size="xs" loading={change.isPending}>
          Change Password
        </Button>
      </form>
    </section>
  );
}
