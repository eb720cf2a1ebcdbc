import { Link, useSearchParams } from "react-router-dom";
import { MessagePanel } from "../ui/message-panel.tsx";
import { PageHeading } from "../ui/page-heading.tsx";
import { scopeSearch } from "./scope.ts";

/** An address that leads nowhere. */
export function NotFoundPage() {
  const [params] = useSearchParams();
  return (
    <>
      <PageHeading title="Page not found" />
      <MessagePanel
        title="There is no page at this address"
        actions={<Link to={`/trace-list${scopeSearch(params)}`}>Go to the Trace List</Link>}
      />
    </>
  );
}
