// What a screen is made of: one page with one h1, and sections under it.
import { createContext, type ReactNode, useContext, useEffect, useId } from "react";
import { createPortal } from "react-dom";

/** The frame's slot for a page's context line, and the title from the list of pages. */
export const FrameContext = createContext<{ slot: HTMLElement | null; title: string }>({ slot: null, title: "" });
const InsidePage = createContext(false);

/** Whether a page already stands around this: then there is an h1. */
export function useInsidePage(): boolean {
  return useContext(InsidePage);
}

type PageProps = {
  title: string;
  /** One or two sentences under the h1. */
  lede?: ReactNode;
  /** Said after the date in the top bar: "Rosters read today, 2:10 am". */
  context?: ReactNode;
  /** Work pages with tables: up to 82rem. */
  wide?: boolean;
  /** Right of the h1: a switch or a button. */
  end?: ReactNode;
  children?: ReactNode;
};

/** The whole of a screen: sets the window's title; the frame moves focus to main on navigation. */
export function Page({ title, lede, context, wide, end, children }: PageProps) {
  const { slot } = useContext(FrameContext);
  useEffect(() => {
    document.title = `${title} - Chiron`;
  }, [title]);
  const head = (
    <>
      <h1>{title}</h1>
      {lede !== undefined && <p>{lede}</p>}
    </>
  );
  return (
    <InsidePage value={true}>
      {context !== undefined && slot && createPortal(<>. {context}</>, slot)}
      <div className={`page-head${wide ? " wide" : ""}${end ? " section-head desk-head" : ""}`}>
        {end ? (
          <>
            <div>{head}</div>
            {end}
          </>
        ) : (
          head
        )}
      </div>
      {children}
    </InsidePage>
  );
}

type SectionProps = {
  title: string;
  /** Right of the h2: a count in words, or a link. */
  note?: ReactNode;
  /** Target of a link: `#unmatched`. */
  id?: string;
  /** Say the title to screen readers only. */
  hideTitle?: boolean;
  className?: string;
  children?: ReactNode;
};

/** A part of a page under an h2 that names it. */
export function Section({ title, note, id, hideTitle, className, children }: SectionProps) {
  const titleId = useId();
  return (
    <section className={`section${className ? ` ${className}` : ""}`} aria-labelledby={titleId} {...(id ? { id } : {})}>
      <div className={hideTitle ? "vh" : "section-head"}>
        <h2 id={titleId}>{title}</h2>
        {note !== undefined && (typeof note === "string" ? <p>{note}</p> : note)}
      </div>
      {children}
    </section>
  );
}

/** A white sheet. `flush` when rows, tables or lane heads reach its edges. */
export function Card({ flush, className, children }: { flush?: boolean; className?: string; children?: ReactNode }) {
  return <div className={`card${flush ? " flush" : ""}${className ? ` ${className}` : ""}`}>{children}</div>;
}
