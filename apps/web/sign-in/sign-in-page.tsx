import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { fetchSession, signIn } from "../api-client/session-api.ts";
import { useFailureText } from "../api-client/use-failure-text.ts";
import { useTexts } from "../language/use-texts.ts";
import { Appearance } from "../shell/appearance.tsx";
import { markSignedIn } from "../shell/session.ts";
import { PageHeading } from "../ui/page-heading.tsx";
import { ProviderSignIn } from "./provider-sign-in.tsx";
import styles from "./sign-in.module.css";
import { texts } from "./texts.ts";

interface SignInPageProps {
  /** Whose session has ended while the page was open. */
  readonly endedUser: string | undefined;
}

/** Signs a person in. The address stays, so that the page wanted before comes next. */
export function SignInPage({ endedUser }: SignInPageProps) {
  const t = useTexts(texts);
  const tell = useFailureText();
  const client = useQueryClient();
  const userField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const [user, setUser] = useState(endedUser ?? "");
  const [password, setPassword] = useState("");
  const entry = useMutation({
    mutationFn: () => signIn(user, password),
    onSuccess: (session) => markSignedIn(client, session),
    onError: () => passwordField.current?.select(),
  });
  useEffect(() => {
    (endedUser === undefined ? userField : passwordField).current?.focus();
  }, [endedUser]);
  useEffect(() => {
    if (endedUser === undefined) return undefined;
    const leaving = new AbortController();
    const { signal } = leaving;
    // Whoever has signed in in another tab goes on here as well.
    const look = () => {
      if (document.hidden) return;
      void fetchSession(signal).then(
        (session) => markSignedIn(client, session),
        () => {},
      );
    };
    document.addEventListener("visibilitychange", look, { signal });
    return () => leaving.abort();
  }, [client, endedUser]);

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
        {endedUser === undefined ? (
          <p className={styles.hint}>{t.hint}</p>
        ) : (
          <div className={styles.ended} role="status">
            <p>{t.ended.what}</p>
            <p>
              {t.ended.before}
              <bdi>{endedUser}</bdi>
              {t.ended.after}
            </p>
            <p>{t.ended.why}</p>
          </div>
        )}
        <ProviderSignIn inOtherTab={endedUser !== undefined} />
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
