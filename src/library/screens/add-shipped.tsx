// For a school that was there before it: what ships with Chiron and is not in the library yet.
import { listed } from "../../core/listed.ts";
import { plural } from "../../core/plural.ts";
import { useRead, useWrite } from "../../web/ask.ts";
import { Button } from "../../web/ui/button.tsx";
import { Notice } from "../../web/ui/notice.tsx";
import { Problem } from "../../web/ui/problem.tsx";
import { toast } from "../../web/ui/toast.tsx";
import { addShipped, getShipped } from "../shipped-contract.ts";
import type { Counts } from "../shipped.ts";

export function AddShipped() {
  const { data } = useRead(getShipped);
  const adding = useWrite(addShipped);
  const { missing } = data ?? {};
  if (missing === undefined || missing.sources + missing.claims + missing.articles === 0) return null;
  const add = () => adding.mutate(undefined, { onSuccess: ({ added }) => toast(`Added: ${sayCounts(added)}.`) });
  return (
    <Notice title={`Chiron brings ${sayCounts(missing)} that this library does not have.`}>
      <Problem error={adding.error} />
      <p>They come submitted, with their caution, and nobody here has approved them. What is here stays as it is.</p>
      <p>
        <Button busy={adding.isPending} onClick={add}>
          Add what ships
        </Button>
      </p>
    </Notice>
  );
}

function sayCounts({ sources, claims, articles }: Counts): string {
  const parts = [
    articles === 0 ? "" : plural(articles, "article"),
    claims === 0 ? "" : plural(claims, "claim"),
    sources === 0 ? "" : plural(sources, "source"),
  ].filter((part) => part !== "");
  return listed(parts);
}
