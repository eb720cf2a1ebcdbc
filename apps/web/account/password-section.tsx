import { Button, PasswordInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { changePassword } from "../api-client/account-api.ts";
import { FailureLine } from "../api-client/failure-line.tsx";
import { useTexts } from "../language/use-texts.ts";
import { NewPasswordField } from "../ui/new-password-field.tsx";
import styles from "./account.module.css";
import { texts } from "./texts.ts";

/** A new password. */
export function PasswordSection({ user }: { user: string }) {
  const t = useTexts(texts).password;
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
      <h2>{t.title}</h2>
      <p>{t.about}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <input type="hidden" name="username" autoComplete="username" value={user} readOnly />
        <PasswordInput
          label={t.current}
          size="xs"
          autoComplete="current-password"
          maxLength={1024}
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ "aria-label": t.showCharacters, tabIndex: 0 }}
          value={old}
          onChange={(event) => setOld(event.currentTarget.value)}
        />
        <NewPasswordField
          label={t.fresh}
          showLabel={t.showCharacters}
          value={fresh}
          onChange={setFresh}
        />
        <FailureLine error={change.error} />
        {change.isSuccess ? <p role="status">{t.changed}</p> : null}
        <Button type="submit" size="xs" loading={change.isPending}>
          {t.change}
        </Button>
      </form>
    </section>
  );
}
