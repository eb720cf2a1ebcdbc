import { PageHeading } from "../ui/page-heading.tsx";
import { AccessKeySection } from "./access-key-section.tsx";
import { PasswordSection } from "./password-section.tsx";
import { SessionSection } from "./session-section.tsx";
import styles from "./account.module.css";

/** What a person sees to for themselves: access keys, sessions, password. */
export function AccountPage({ user }: { user: string }) {
  return (
    <>
      <PageHeading title="My Account" />
      <div className={styles.card}>
        <AccessKeySection />
        <SessionSection />
        <PasswordSection user={user} />
      </div>
    </>
  );
}
