import type { SignInFailure } from "@trace-console/contracts/sign-in";

/** What the sign-in page says. */
export const texts = {
  part: "signIn" as const,
  english: {
    title: "Sign in",
    ended: {
      what: "Your session has ended.",
      /** Around the name of the user. */
      before: "Sign in again as ",
      after: " and the page is as you left it, with all that you typed.",
      why: "A session ends after some time, and when an administrator ends it or changes your roles or your password. If your password is refused, ask an administrator of this console.",
      otherTab: "It opens in another tab. Come back here afterwards: this page then goes on.",
    },
    hint: "View the traces of ModelArts operations.",
    user: "User",
    password: "Password",
    showCharacters: "Show characters",
    submit: "Sign in",
    signInWith: (name: string) => `Sign in with ${name}`,
    failures: {
      unavailable:
        "The identity provider does not answer as it should. Try again in a moment, or sign in with a password.",
      expired: "That sign-in has expired, or was begun in another browser. Try again.",
      denied: "The identity provider did not let you in. Ask the people who run it.",
      rejected:
        "The answer of the identity provider could not be accepted. Try again; if it happens again, tell the person who runs this console.",
      no_user_name:
        "The identity provider gave no user name that can be used here. Tell the person who runs this console.",
      name_taken:
        "There is another user with your name here already. Tell the person who runs this console.",
      disabled: "Your user is disabled here. Ask the person who runs this console.",
      failed:
        "The sign-in failed. Try again; if it happens again, tell the person who runs this console.",
    } satisfies Record<SignInFailure, string>,
  },
};
