import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLocation, useSearchParams } from "react-router-dom";
import { fetchSignInWays, providerSignInUrl } from "../api-client/sign-in-api.ts";
import { explainFailure, withoutFailure } from "./sign-in-failure.ts";
import styles from "./sign-in.module.css";

/**
 * The way to the identity provider, where there is one, and what became of the last try there. When
 * it cannot be told whether there is one, the password remains.
 */
export function ProviderSignIn() {
  const { data: ways } = useQuery({
    queryKey: ["sign-in-ways"],
    queryFn: ({ signal }) => fetchSignInWays(signal),
  });
  const { pathname, hash } = useLocation();
  const [params, setParams] = useSearchParams();
  // The address leads on to a page once somebody has signed in, and must not tell of it there.
  const [failure] = useState(() => explainFailure(params));
  const isToldByAddress = explainFailure(params) !== undefined;
  useEffect(() => {
    if (isToldByAddress) setParams(withoutFailure, { replace: true });
  }, [isToldByAddress, setParams]);

  const search = withoutFailure(params).toString();
  const path = `${pathname}${search === "" ? "" : `?${search}`}${hash}`;
  return (
    <>
      {failure === undefined ? null : (
        <p role="alert" className={styles.failure}>
          {failure}
        </p>
      )}
      {ways?.oidc ? (
        <Button
          component="a"
          className={styles.provider}
          variant="default"
          fullWidth
          href={providerSignInUrl(path)}
        >
          Sign in with {ways.oidc.name}
        </Button>
      ) : null}
    </>
  );
}
