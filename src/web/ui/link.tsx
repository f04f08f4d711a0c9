// Links that move within the app without loading it again, and the addresses' search words.
import { useRouter, useRouterState } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, MouseEvent } from "react";

/** A link inside the app; `href` is a path of `pages.ts`, filled in, with its `?search`. */
export function Link({ href, onClick, children, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const router = useRouter();
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !isPlain || !href.startsWith("/") || rest.target || rest.download !== undefined)
      return;
    event.preventDefault();
    router.history.push(href);
  };
  return (
    <a href={href} onClick={go} {...rest}>
      {children}
    </a>
  );
}

/** Where one is: the path, and how to go elsewhere; "instead" leaves no way back to here. */
export function usePlace(): { path: string; go: (href: string, how?: "instead") => void } {
  const router = useRouter();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  return { path, go: (href, how) => (how === "instead" ? router.history.replace(href) : router.history.push(href)) };
}

/**
 * What stands behind the `?` of the address, as text, and a setter that replaces it.
 * Filters and tabs live there, so that a link or a reload shows the same. An undefined word goes away.
 */
export function useSearch(): [Record<string, string>, (changed: Record<string, string | undefined>) => void] {
  const router = useRouter();
  const search = useRouterState({ select: ({ location }) => location.search as Record<string, string> });
  const set = (changed: Record<string, string | undefined>) => {
    const words = new URLSearchParams();
    for (const [word, value] of Object.entries({ ...search, ...changed }))
      if (value !== undefined && value !== "") words.set(word, value);
    const tail = words.size > 0 ? `?${words}` : "";
    router.history.replace(router.state.location.pathname + tail);
  };
  return [search, set];
}
