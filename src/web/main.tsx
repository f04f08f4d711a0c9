// Starts the web app: the reader's appearance, the pages as routes, the calls to the server.
import "../core/shapes.ts";
import "./ui/appearance.ts";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { AskError, goSignIn } from "./ask.ts";
import { Frame } from "./frame.tsx";
import { pages } from "./pages.ts";
import { Sprite } from "./ui/icon.tsx";
import { Broken } from "./ui/not-found.tsx";

const signedOut = (error: Error) => {
  if (error instanceof AskError && error.status === 401 && !isWriting()) goSignIn();
};

/** Where words stand in a box, the page stays: what refuses them says where to sign in (see ui/problem.tsx). */
function isWriting(): boolean {
  return [...document.querySelectorAll("textarea")].some(({ value }) => value.trim() !== "");
}

const client = new QueryClient({
  queryCache: new QueryCache({ onError: signedOut }),
  mutationCache: new MutationCache({ onError: signedOut }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; only a lost connection is worth another try.
      retry: (failures, error) =>
        failures < 2 && error instanceof AskError && (error.status === 0 || error.status === 503),
    },
  },
});

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: () => <Frame page={null} pages={pages} params={{}} />,
});

const routes = pages.map((page) => {
  const route = createRoute({
    getParentRoute: () => root,
    // `:name` is ours, as in the API's addresses; the router writes it `$name`.
    path: page.path.replaceAll(":", "$"),
    component: () => <Frame page={page} pages={pages} params={route.useParams() as Record<string, string>} />,
  });
  return route;
});

const router = createRouter({
  routeTree: root.addChildren(routes),
  scrollRestoration: true,
  defaultErrorComponent: ({ error }) => (
    <main>
      <Broken error={error} />
    </main>
  ),
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const words = new URLSearchParams(search as Record<string, string>);
    return words.size > 0 ? `?${words}` : "";
  },
});

const place = document.getElementById("root");
if (place)
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <Sprite />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
