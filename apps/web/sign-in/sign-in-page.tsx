import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { isSignedOut } from "../api-client/query-client.ts";
import { signIn } from "../api-client/session-api.ts";
import { markSignedIn } from "../shell/session.ts";
import { PageHeading } from "../ui/page-heading.tsx";
import { ProviderSignIn } from "./provider-sign-in.tsx";
import styles from "./sign-in.module.css";

// The same words for an unknown user and for a wrong password: the page tells nobody who exists.
const wrongValues = "User name or password is wrong. Check both and try again.";

/** Signs a person in. The address stays, so that the page wanted before comes next. */
export function SignInPage() {
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
      <div className={styles.card}>
        <p className={styles.brand}>
          <img src="/favicon.svg" width="28" height="28" alt="" />
          Trace Console
        </p>
        <PageHeading title="Sign in" />
        <p className={styles.hint}>View the traces of ModelArts operations.</p>
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
            label="User"
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
            label="Password"
            name="password"
            autoComplete="current-password"
            maxLength={1024}
            required
            withAsterisk={false}
            visibilityToggleButtonProps={{ "aria-label": "Show characters", tabIndex: 0 }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <div role="alert">
            {entry.isError ? (
              <p className={styles.failure}>
                {isSignedOut(entry.error) ? wrongValues : entry.error.message}
              </p>
            ) : null}
          </div>
          <Button type="submit" fullWidth loading={entry.isPending}>
            Sign in
          </Button>
        </form>
      </div>
    </main>
  );
}
