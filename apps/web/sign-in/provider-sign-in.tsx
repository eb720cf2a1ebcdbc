import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocation, useSearchParams } from "react-router-dom";
import { useTexts } from "../language/use-texts.ts";
import { fetchSignInWays, providerSignInUrl } from "../api-client/sign-in-api.ts";
import { failureOf, withoutFailure } from "./sign-in-failure.ts";
import styles from "./sign-in.module.css";
import { texts } from "./texts.ts";

interface ProviderSignInProps {
  /** Whether the page waits here for whoever signs in again: it would not survive the way there. */
  readonly inOtherTab: boolean;
}

/**
 * The way to the identity provider, where there is one, and what became of the last try there. When
 * it cannot be told whether there is one, the password remains.
 */
export function ProviderSignIn({ inOtherTab }: ProviderSignInProps) {
  const t = useTexts(texts);
  const { data: ways } = useQuery({
    queryKey: ["sign-in-ways"],
    queryFn: ({ signal }) => fetchSignInWays(signal),
  });
  const { pathname, hash } = useLocation();
  const [params, setParams] = useSearchParams();
  // The address leads on to a page once somebody has signed in, and must not tell of it there.
  const [failure] = useState(() => failureOf(params));
  const isToldByAddress = failureOf(params) !== undefined;
  useEffect(() => {
    if (isToldByAddress) setParams(withoutFailure, { replace: true });
  }, [isToldByAddress, setParams]);

  const search = withoutFailure(params).toString();
  const path = `${pathname}${search === "" ? "" : `?${search}`}${hash}`;
  return (
    <>
      {failure === undefined ? null : (
        <p role="alert" className={styles.failure}>
          {t.failures[failure]}
        </p>
      )}
      {ways?.oidc ? (
        <>
          <Button
            component="a"
            className={styles.provider}
            variant="default"
            fullWidth
            href={providerSignInUrl(path)}
            target={inOtherTab ? "_blank" : undefined}
          >
            {t.signInWith(ways.oidc.name)}
          </Button>
          {inOtherTab ? <p className={styles.hint}>{t.ended.otherTab}</p> : null}
        </>
      ) : null}
    </>
  );
}
