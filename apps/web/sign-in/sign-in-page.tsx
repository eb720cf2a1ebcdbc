import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { signIn } from "../api-client/session-api.ts";
import { useFailureText } from "../api-client/use-failure-text.ts";
import { useTexts } from "../language/use-texts.ts";
import { Appearance } from "../shell/appearance.tsx";
import { markSignedIn } from "../shell/session.ts";
import { PageHeading } from "../ui/page-heading.tsx";
import { ProviderSignIn } from "./provider-sign-in.tsx";
import styles from "./sign-in.module.css";
import { texts } from "./texts.ts";

/** Signs a person in. The address stays, so that the page wanted before comes next. */
export function SignInPage() {
  const t = useTexts(texts);
  const tell = useFailureText();
  const client = useQueryClient();
  const userField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const [user, setUser] = useState("");
  const [password, setPassword] = useState("");
  const entry = useMutation({
    mutationFn: () => signIn(user, password),
    onSuccess: (session) => markSignedIn(client, session),
    onError: () => passwordField.current?.select(),
  });
  useEffect(() => {
    userField.current?.focus();
  }, []);

  return (
    <main className={styles.page}>
      <div className={styles.corner}>
        <Appearance />
      </div>
      <div className={styles.card}>
        <p className={styles.brand}>
          <img src="/favicon.svg" width="28" height="28" alt="" />
          Trace Console
        </p>
        <PageHeading title={t.title} />
        <p className={styles.hint}>{t.hint}</p>
        <ProviderSignIn />
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (!entry.isPending) entry.mutate();
          }}
        >
          <TextInput
            ref={userField}
            label={t.user}
            name="user"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={128}
            required
            withAsterisk={false}
            value={user}
            onChange={(event) => setUser(event.currentTarget.value)}
          />
          <PasswordInput
            ref={passwordField}
            label={t.password}
            name="password"
            autoComplete="current-password"
            maxLength={1024}
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ "aria-label": t.showCharacters, tabIndex: 0 }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <div role="alert">
            {entry.isError ? <p className={styles.failure}>{tell(entry.error)}</p> : null}
          </div>
          <Button type="submit" fullWidth loading={entry.isPending}>
            {t.submit}
          </Button>
        </form>
      </div>
    </main>
  );
}
