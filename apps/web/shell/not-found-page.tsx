import { Link, useSearchParams } from "react-router-dom";
import { useTexts } from "../language/use-texts.ts";
import { MessagePanel } from "../ui/message-panel.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { scopeSearch } from "./scope.ts";
import { texts } from "./texts.ts";

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useTexts(texts);
  const [params] = useSearchParams();
  return (
    <>
      <PageHeading title={t.notFound} />
      <MessagePanel
        title={t.noPage}
        actions={<Link to={`/trace-list${scopeSearch(params)}`}>{t.goToTraceList}</Link>}
      />
    </>
  );
}
