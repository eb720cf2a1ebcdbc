import { useTexts } from "../language/use-texts.ts";
import { PageHeading } from "../ui/page-heading.tsx";
import { AccessKeySection } from "./access-key-section.tsx";
import { PasswordSection } from "./password-section.tsx";
import { SessionSection } from "./session-section.tsx";
import { texts } from "./texts.ts";
import styles from "./account.module.css";

/** What a person sees to for themselves: access keys, sessions, password. */
export function AccountPage({ user }: { user: string }) {
  const t = useTexts(texts);
  return (
    <>
      <PageHeading title={t.title} />
      <div className={styles.card}>
        <AccessKeySection />
        <SessionSection />
        <PasswordSection user={user} />
      </div>
    </>
  );
}
